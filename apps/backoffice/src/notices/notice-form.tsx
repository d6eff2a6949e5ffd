import { useAct } from "@hall/client/use-act";
import {
  changeNotice,
  draftNotice,
  type KeptNoticeJson,
  listKeptNotices,
} from "@hall/contracts/backoffice/notices";
import { type NoticeJson, noticeAudiences } from "@hall/contracts/notices";
import { Button } from "@hall/ui/button";
import { DateField } from "@hall/ui/date-field";
import { parseDay } from "@hall/ui/date-text";
import { FieldMark } from "@hall/ui/field-mark";
import { Stack } from "@hall/ui/layout";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { RadioCards } from "@hall/ui/radio-cards";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { call } from "../api/call.ts";
import { readAnew } from "../api/use-answer.ts";
import { words } from "./words.ts";

type NoticeFormProps = {
  /** A draft that is changed; null for a new one. */
  readonly edited: KeptNoticeJson | null;
  readonly onSaved: (title: string) => void;
  readonly onLeave: () => void;
};

type Typed = Pick<NoticeJson, "title" | "body" | "audience" | "from" | "until">;

const empty: Typed = { title: "", body: "", audience: "all", from: "", until: "" };

/** Title, text, whom it is for, and from which day to which. */
export function NoticeForm({ edited, onSaved, onLeave }: NoticeFormProps) {
  const [typed, setTyped] = useState<Typed>(edited ?? empty);
  const [isTried, setTried] = useState(false);
  const set = (name: keyof Typed) => (value: string) => setTyped({ ...typed, [name]: value });
  const faults = faultsOf(typed);
  const show = (name: keyof typeof faults) =>
    isTried && faults[name] ? { error: faults[name] } : {};
  const act = useAct(async (from: string, until: string) => {
    const { title, body, audience } = typed;
    const text = { title, body, audience, from, until };
    const saved = edited
      ? await call(changeNotice, {
          params: { id: edited.id },
          body: { ...text, version: edited.version },
        })
      : await call(draftNotice, { body: text });
    setTyped(empty);
    setTried(false);
    onSaved(saved.title);
    await readAnew(listKeptNotices);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [from, until] = [parseDay(typed.from), parseDay(typed.until)];
    const isGood = Object.values(faults).every((fault) => fault === "");
    if (isGood && from && until) void act.run(from, until);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        <FieldMark name="title">
          <TextField
            label={words.heading}
            help={words.headingHelp}
            isRequired
            maxLength={60}
            value={typed.title}
            onChange={set("title")}
            {...show("title")}
          />
        </FieldMark>
        <FieldMark name="body">
          <TextField
            label={words.body}
            help={words.bodyHelp}
            isRequired
            isLong
            maxLength={2_000}
            value={typed.body}
            onChange={set("body")}
            {...show("body")}
          />
        </FieldMark>
        <RadioCards
          label={words.audience}
          isRequired
          columns={3}
          value={typed.audience}
          onChange={set("audience")}
          options={noticeAudiences.map((value) => ({ value, label: words.audiences[value] }))}
        />
        <div className="grid max-w-field gap-4 sm:grid-cols-2">
          {(["from", "until"] as const).map((name) => (
            <FieldMark key={name} name={name}>
              <DateField
                label={words[name]}
                isRequired
                value={typed[name]}
                onChange={set(name)}
                {...show(name)}
              />
            </FieldMark>
          ))}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            variant="primary"
            isPending={act.isPending}
            pendingText={words.saving}
          >
            {words.save}
          </Button>
          {edited ? <Button onPress={onLeave}>{words.leave}</Button> : null}
        </div>
      </Stack>
    </form>
  );
}

const faultsOf = ({ title, body, from, until }: Typed) => ({
  title: title.trim().length >= 4 ? "" : words.need.title,
  body: body.trim().length >= 4 ? "" : words.need.body,
  from: parseDay(from) ? "" : words.need.day,
  until: parseDay(until) ? "" : words.need.day,
});
