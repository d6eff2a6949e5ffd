import { useAct } from "@hall/client/use-act";
import { closeService, listClosures } from "@hall/contracts/backoffice/policy";
import { listServices } from "@hall/contracts/directory";
import { Button } from "@hall/ui/button";
import { DateField } from "@hall/ui/date-field";
import { instantText } from "@hall/ui/date-text";
import { FieldMark } from "@hall/ui/field-mark";
import { Stack } from "@hall/ui/layout";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { RadioCards } from "@hall/ui/radio-cards";
import { SelectField } from "@hall/ui/select-field";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { call } from "../api/call.ts";
import { readAnew, useAnswer } from "../api/use-answer.ts";
import { momentOf } from "./moment.ts";
import { words } from "./words.ts";

const empty = {
  service: "",
  kind: "",
  notice: "",
  fromDay: "",
  fromTime: "",
  untilDay: "",
  untilTime: "",
};
type Typed = typeof empty;

type CloseFormProps = {
  /** What was done, in words; null where something else is begun. */
  readonly onTell: (told: string | null) => void;
};

/** Shuts a service, with the words that applicants will read. */
export function CloseForm({ onTell }: CloseFormProps) {
  const [typed, setTyped] = useState<Typed>(empty);
  const [isTried, setTried] = useState(false);
  const set = (name: keyof Typed) => (value: string) => setTyped({ ...typed, [name]: value });
  const from = momentOf(typed.fromDay, typed.fromTime);
  const until = momentOf(typed.untilDay, typed.untilTime);
  const act = useAct(async (kind: "maintenance" | "season") => {
    if (typeof from === "string" || typeof until === "string") return;
    const made = await call(closeService, {
      body: {
        service: typed.service,
        kind,
        notice: typed.notice,
        ...(from.at ? { from: from.at } : {}),
        ...(until.at ? { until: until.at } : {}),
      },
    });
    setTyped(empty);
    setTried(false);
    onTell(
      made.isInForce
        ? words.done(made.serviceName)
        : words.announced(made.serviceName, instantText(made.from)),
    );
    await readAnew(listClosures);
  });
  const faults = {
    service: typed.service ? "" : words.needService,
    notice: typed.notice.trim().length >= 4 ? "" : words.needNotice,
  };
  const show = (fault: string) => (isTried && fault ? { error: fault } : {});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    onTell(null);
    const isGood =
      !faults.service && !faults.notice && typeof from === "object" && typeof until === "object";
    if (isGood) void act.run(typed.kind === "season" ? "season" : "maintenance");
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        <Which
          typed={typed}
          fault={isTried ? faults.service : ""}
          onService={set("service")}
          onKind={set("kind")}
        />
        <FieldMark name="notice">
          <TextField
            label={words.notice}
            help={words.noticeHelp}
            isRequired
            isLong
            maxLength={300}
            value={typed.notice}
            onChange={set("notice")}
            {...show(faults.notice)}
          />
        </FieldMark>
        <Moment
          name="from"
          help={words.fromHelp}
          day={typed.fromDay}
          time={typed.fromTime}
          fault={isTried && typeof from === "string" ? from : null}
          onDay={set("fromDay")}
          onTime={set("fromTime")}
        />
        <Moment
          name="until"
          help={words.untilHelp}
          day={typed.untilDay}
          time={typed.untilTime}
          fault={isTried && typeof until === "string" ? until : null}
          onDay={set("untilDay")}
          onTime={set("untilTime")}
        />
        <div>
          <Button
            type="submit"
            variant="primary"
            isPending={act.isPending}
            pendingText={words.pending}
          >
            {words.submit}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

type WhichProps = {
  readonly typed: Typed;
  readonly fault: string;
  readonly onService: (service: string) => void;
  readonly onKind: (kind: string) => void;
};

function Which({ typed, fault, onService, onKind }: WhichProps) {
  const services = useAnswer(listServices, {}, { staleTime: 600_000 });
  return (
    <>
      <FieldMark name="service">
        <SelectField
          label={words.service}
          isRequired
          value={typed.service}
          onChange={onService}
          options={(services.data?.items ?? []).map(({ code, name }) => ({
            value: code,
            label: name,
          }))}
          {...(fault ? { error: fault } : {})}
        />
      </FieldMark>
      <RadioCards
        label={words.kind}
        isRequired
        columns={2}
        value={typed.kind || "maintenance"}
        onChange={onKind}
        options={[
          { value: "maintenance", label: words.kinds.maintenance },
          { value: "season", label: words.kinds.season },
        ]}
      />
    </>
  );
}

type MomentProps = {
  readonly name: "from" | "until";
  readonly help: string;
  readonly day: string;
  readonly time: string;
  readonly fault: "bad-day" | "bad-time" | null;
  readonly onDay: (day: string) => void;
  readonly onTime: (time: string) => void;
};

function Moment({ name, help, day, time, fault, onDay, onTime }: MomentProps) {
  return (
    <FieldMark name={name}>
      <div className="grid max-w-field gap-4 sm:grid-cols-2">
        <DateField
          label={`${words[name]}：${words.date}`}
          help={help}
          value={day}
          onChange={onDay}
          {...(fault === "bad-day" ? { error: words.badDate } : {})}
        />
        <TextField
          label={`${words[name]}：${words.time}`}
          help={words.timeHelp}
          value={time}
          onChange={onTime}
          {...(fault === "bad-time" ? { error: words.badTime } : {})}
        />
      </div>
    </FieldMark>
  );
}
