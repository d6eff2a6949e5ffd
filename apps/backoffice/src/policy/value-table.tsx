import type { AnswerOf } from "@hall/client/operation";
import { useAct } from "@hall/client/use-act";
import {
  discardPolicy,
  listPolicy,
  type PolicyKeyJson,
  type PolicyValueJson,
  preparePolicy,
  releasePolicy,
  tryPolicy,
} from "@hall/contracts/backoffice/policy";
import { announce } from "@hall/ui/announce";
import { dateText } from "@hall/ui/date-text";
import { Stack } from "@hall/ui/layout";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Badge, type BadgeTone } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { useState } from "react";
import { call } from "../api/call.ts";
import { readAnew } from "../api/use-answer.ts";
import { useStaff } from "../app/require-staff.tsx";
import { heldBefore, lastDayOf } from "./held-before.ts";
import { TrialResult } from "./trial-result.tsx";
import { type Asked, MoveDialog, mayTakeBack, ValueActs } from "./value-acts.tsx";
import { words } from "./words.ts";

type Trial = AnswerOf<NonNullable<(typeof tryPolicy)["answer"]>>;

/** The values of a parameter, the latest first; what is prepared is tried and released here. */
export function ValueTable({ of }: { readonly of: PolicyKeyJson }) {
  const { roles } = useStaff();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [trial, setTrial] = useState<{ of: PolicyValueJson; result: Trial } | null>(null);
  const attempt = useAct(async (value: PolicyValueJson) => {
    setTrial({ of: value, result: await call(tryPolicy, { params: { id: value.id } }) });
  });
  const move = useAct(async (what: Asked) => {
    await bringAbout(of, what);
    setAsked(null);
    setTrial(null);
    announce(words.one.moved[what.kind]);
    await readAnew(listPolicy);
  });
  const values = [...of.values].sort((a, b) => b.from.localeCompare(a.from));
  const mayTry = roles.includes("policy") || roles.includes("auditor");
  return (
    <Stack>
      <Table
        caption={words.one.values}
        isCaptionHidden
        isDense
        rows={values}
        rowKey={({ id }) => id}
        rowMark={({ state }) => (state === "in-force" ? "selected" : undefined)}
        columns={columns}
        empty={words.one.none}
        {...(mayTry && values.some((value) => value.state === "prepared" || mayTakeBack(of, value))
          ? {
              rowActions: (value: PolicyValueJson) => (
                <ValueActs
                  of={of}
                  value={value}
                  isManager={roles.includes("policy")}
                  isTrying={attempt.isPending}
                  onTry={() => void attempt.run(value)}
                  onAsk={(kind) => {
                    move.clear();
                    setAsked({ kind, value });
                  }}
                />
              ),
            }
          : {})}
      />
      {attempt.problem ? <ProblemNotice problem={attempt.problem} takesFocus /> : null}
      {trial ? <TrialResult trial={trial.result} of={named(trial.of)} /> : null}
      <MoveDialog of={of} asked={asked} move={move} onCancel={() => setAsked(null)} />
    </Stack>
  );
}

const named = ({ from, words: text }: PolicyValueJson) =>
  `${words.one.since(dateText(from))}：${text}`;

/**
 * Taking back is preparing what held before from the same first day on: once somebody else has
 * released it, the value that was to come has lost its place (POL-2).
 */
async function bringAbout(of: PolicyKeyJson, { kind, value }: Asked): Promise<void> {
  const params = { id: value.id };
  if (kind === "release") await call(releasePolicy, { params });
  if (kind === "discard") await call(discardPolicy, { params });
  const before = heldBefore(of.values, value);
  if (kind !== "take-back" || before === null) return;
  const source = words.one.takeBackSource(dateText(value.from), before.source).slice(0, 300);
  await call(preparePolicy, {
    body: { key: of.key, from: value.from, value: before.value, mark: before.mark, source },
  });
}

const tones: Record<PolicyValueJson["state"], BadgeTone> = {
  past: "quiet",
  "in-force": "solid",
  coming: "open",
  prepared: "waiting",
};

const columns: readonly Column<PolicyValueJson>[] = [
  {
    key: "state",
    title: words.mark,
    cell: ({ state, mark, isMine }) => (
      <span className="inline-flex flex-wrap gap-1">
        <Badge tone={tones[state]}>{words.states[state]}</Badge>
        <Badge>{words.marks[mark]}</Badge>
        {isMine && state === "prepared" ? (
          <span className="block text-note text-ink-soft">{words.one.mine}</span>
        ) : null}
      </span>
    ),
  },
  {
    key: "period",
    title: words.one.period,
    cell: ({ from, until }) => (
      <>
        <span className="whitespace-nowrap">
          {words.one.since(dateText(from))}
          {until ? words.one.comma : ""}
        </span>
        {until ? (
          <span className="whitespace-nowrap">{words.one.until(dateText(lastDayOf(until)))}</span>
        ) : null}
      </>
    ),
  },
  { key: "value", title: words.one.value, isRowHeader: true, cell: (value) => value.words },
  { key: "source", title: words.one.source, cell: ({ source }) => source },
  {
    key: "by",
    title: words.one.by,
    cell: ({ preparedBy, releasedBy }) => [preparedBy, releasedBy].filter(Boolean).join(" / "),
  },
];
