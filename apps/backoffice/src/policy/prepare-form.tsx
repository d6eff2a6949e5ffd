import { useAct } from "@hall/client/use-act";
import { listPolicy, type PolicyKeyJson, preparePolicy } from "@hall/contracts/backoffice/policy";
import { Button } from "@hall/ui/button";
import { DateField } from "@hall/ui/date-field";
import { parseDay } from "@hall/ui/date-text";
import { FieldMark } from "@hall/ui/field-mark";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { RadioCards } from "@hall/ui/radio-cards";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { call } from "../api/call.ts";
import { readAnew } from "../api/use-answer.ts";
import { emptyValueOf } from "./next-calendar.ts";
import { ValueFields } from "./value-fields.tsx";
import { build, leavesOf } from "./value-leaves.ts";
import { words } from "./words.ts";

/** Prepares a new value from the latest one, with its first day and its source. */
export function PrepareForm({ of }: { readonly of: PolicyKeyJson }) {
  const latest = [...of.values].sort((a, b) => b.from.localeCompare(a.from))[0];
  const shape = latest?.value ?? emptyValueOf(of.key);
  const leaves = leavesOf(of.key, shape);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [json, setJson] = useState<string | null>(null);
  const [from, setFrom] = useState("");
  const [mark, setMark] = useState<Mark>(latest?.mark ?? "official");
  const [source, setSource] = useState("");
  const [isTried, setTried] = useState(false);
  const [isDone, setDone] = useState(false);
  const built = json === null ? build(shape, leaves, texts) : parseJson(json);
  const act = useAct(async (value: unknown) => {
    await call(preparePolicy, {
      body: { key: of.key, from: parseDay(from) ?? from, value, mark, source: source.trim() },
    });
    setTexts({});
    setJson(null);
    setFrom("");
    setSource("");
    setTried(false);
    setDone(true);
    await readAnew(listPolicy);
  });
  const faults = {
    from: parseDay(from) ? "" : words.prepare.needFrom,
    source: source.trim().length >= 2 ? "" : words.prepare.needSource,
  };
  const show = (fault: string) => (isTried && fault ? { error: fault } : {});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setDone(false);
    if ("value" in built && !faults.from && !faults.source) void act.run(built.value);
  };
  const toJson = () => setJson(JSON.stringify("value" in built ? built.value : shape, null, 2));
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        {isDone ? (
          <Notice tone="success" isLive>
            {words.prepare.done}
          </Notice>
        ) : null}
        <ValueFields
          leaves={leaves}
          texts={texts}
          json={json}
          faults={isTried && "faults" in built ? built.faults : {}}
          onText={(path, text) => setTexts({ ...texts, [path]: text })}
          onJson={setJson}
        />
        <div>
          <Button
            size="small"
            variant="quiet"
            onPress={() => (json === null ? toJson() : setJson(null))}
          >
            {json === null ? words.prepare.asJson : words.prepare.asFields}
          </Button>
        </div>
        <FieldMark name="from">
          <DateField
            label={words.prepare.from}
            isRequired
            value={from}
            onChange={setFrom}
            {...show(faults.from)}
          />
        </FieldMark>
        <MarkField mark={mark} onChange={setMark} />
        <FieldMark name="source">
          <TextField
            label={words.prepare.source}
            help={words.prepare.sourceHelp}
            isRequired
            maxLength={300}
            value={source}
            onChange={setSource}
            {...show(faults.source)}
          />
        </FieldMark>
        <div>
          <Button
            type="submit"
            variant="primary"
            isPending={act.isPending}
            pendingText={words.prepare.pending}
          >
            {words.prepare.submit}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

type Mark = "official" | "sample";

function MarkField({ mark, onChange }: { mark: Mark; onChange: (mark: Mark) => void }) {
  return (
    <RadioCards
      label={words.prepare.mark}
      isRequired
      columns={2}
      value={mark}
      onChange={(value) => onChange(value === "sample" ? "sample" : "official")}
      options={[
        { value: "official", label: words.prepare.official },
        { value: "sample", label: words.prepare.sample },
      ]}
    />
  );
}

function parseJson(text: string): ReturnType<typeof build> {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return { faults: { json: words.prepare.badJson } };
  }
}
