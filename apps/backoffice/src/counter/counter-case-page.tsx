import { useAct } from "@hall/client/use-act";
import {
  type CounterCaseJson,
  getCounterCase,
  listCounterCases,
  updateCounterCase,
} from "@hall/contracts/backoffice/counter-cases";
import { DateText, InstantText } from "@hall/ui/date-text";
import { KeyValue } from "@hall/ui/key-value";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Timeline } from "@hall/ui/timeline";
import { useState } from "react";
import { useParams } from "react-router";
import type { z } from "zod";
import { call } from "../api/call.ts";
import { readAnew, useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { useStaff } from "../app/require-staff.tsx";
import { Section } from "../app/section.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { DueBadge } from "./counter-table.tsx";
import { AdvanceForm, FinishForm } from "./move-forms.tsx";
import { words } from "./words.ts";

export type CounterMove = Omit<z.input<NonNullable<(typeof updateCounterCase)["body"]>>, "version">;

/** One case of the window: what is known, what was done, and what comes next. */
export function CounterCasePage() {
  const { number = "" } = useParams();
  const answer = useAnswer(getCounterCase, { params: { number } });
  return (
    <Awaited of={answer} skeleton={{ shape: "card", count: 2 }}>
      {(taken) => <CounterCase taken={taken} />}
    </Awaited>
  );
}

function CounterCase({ taken }: { taken: CounterCaseJson }) {
  const { roles } = useStaff();
  const [done, setDone] = useState<string | null>(null);
  const act = useAct(async (move: CounterMove) => {
    setDone(null);
    const { number, version } = taken;
    const moved = await call(updateCounterCase, { params: { number }, body: { version, ...move } });
    setDone(words.advanced(moved.step));
    await readAnew(getCounterCase, listCounterCases);
  });
  return (
    <>
      <StaffHeader
        title={taken.matter}
        crumbs={[{ label: words.title, href: "/counter" }, { label: taken.number }]}
        meta={<DueBadge mark={taken.mark} outcomeName={taken.outcomeName} />}
      />
      <Stack gap="medium">
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        {done ? (
          <Notice tone="success" isLive>
            {done}
          </Notice>
        ) : null}
        <KeyValue columns={2} items={factsOf(taken)} />
        {roles.includes("counter") ? (
          <Moves taken={taken} isPending={act.isPending} onMove={(move) => void act.run(move)} />
        ) : null}
        <Section title={words.steps}>
          <Timeline label={words.steps} entries={entriesOf(taken)} />
        </Section>
      </Stack>
    </>
  );
}

type MovesProps = {
  readonly taken: CounterCaseJson;
  readonly isPending: boolean;
  readonly onMove: (move: CounterMove) => void;
};

function Moves({ taken, isPending, onMove }: MovesProps) {
  if (taken.outcome) return <Notice>{words.finished}</Notice>;
  if (taken.isOwn) return <Notice tone="warning">{words.own}</Notice>;
  // Typed anew for each step: a form that stands for the last one would repeat it.
  const key = taken.version;
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Section title={words.advance}>
        <AdvanceForm key={key} isPending={isPending} onMove={onMove} />
      </Section>
      <Section title={words.finish}>
        <FinishForm key={key} isPending={isPending} onMove={onMove} />
      </Section>
    </div>
  );
}

const factsOf = (taken: CounterCaseJson) => [
  { label: words.number, value: <span className="font-code">{taken.number}</span> },
  { label: words.person, value: `${taken.maskedName} ${taken.personalNumber}` },
  { label: words.accepted, value: <InstantText value={taken.acceptedAt} /> },
  {
    label: words.due,
    value: (
      <>
        {taken.dueOn ? <DateText value={taken.dueOn} /> : words.noDue}（{taken.workingDays}
        {words.workingDaysUnit}）
      </>
    ),
  },
  { label: words.step, value: taken.step },
  ...(taken.result
    ? [{ label: words.outcome, value: `${taken.outcomeName ?? ""}：${taken.result}` }]
    : []),
];

const entriesOf = ({ steps, outcome }: CounterCaseJson) =>
  steps.map(({ no, title, note, staffName, at }) => ({
    id: String(no),
    state: no === steps.length && outcome === null ? ("current" as const) : ("done" as const),
    what: title,
    when: at,
    ...(staffName ? { who: words.byStaff(staffName) } : {}),
    ...(note ? { note } : {}),
  }));
