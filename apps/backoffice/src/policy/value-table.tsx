import type { AnswerOf } from "@hall/client/operation";
import { useAct } from "@hall/client/use-act";
import {
  discardPolicy,
  listPolicy,
  type PolicyKeyJson,
  type PolicyValueJson,
  releasePolicy,
  tryPolicy,
} from "@hall/contracts/backoffice/policy";
import { Button } from "@hall/ui/button";
import { dateText } from "@hall/ui/date-text";
import { ConfirmDialog } from "@hall/ui/dialog";
import { Stack } from "@hall/ui/layout";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Badge, type BadgeTone } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { useState } from "react";
import { call } from "../api/call.ts";
import { readAnew } from "../api/use-answer.ts";
import { useStaff } from "../app/require-staff.tsx";
import { TrialResult } from "./trial-result.tsx";
import { words } from "./words.ts";

type Trial = AnswerOf<NonNullable<(typeof tryPolicy)["answer"]>>;
interface Asked {
  readonly kind: "release" | "discard";
  readonly value: PolicyValueJson;
}

/** The values of a parameter, the latest first; what is prepared is tried and released here. */
export function ValueTable({ of }: { readonly of: PolicyKeyJson }) {
  const { roles } = useStaff();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [trial, setTrial] = useState<Trial | null>(null);
  const attempt = useAct(async (id: string) => {
    setTrial(await call(tryPolicy, { params: { id } }));
  });
  const move = useAct(async ({ kind, value: { id } }: Asked) => {
    if (kind === "release") await call(releasePolicy, { params: { id } });
    else await call(discardPolicy, { params: { id } });
    setAsked(null);
    setTrial(null);
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
        {...(mayTry && values.some(({ state }) => state === "prepared")
          ? {
              rowActions: (value: PolicyValueJson) => (
                <PreparedActs
                  value={value}
                  isManager={roles.includes("policy")}
                  isTrying={attempt.isPending}
                  onTry={() => void attempt.run(value.id)}
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
      {trial ? <TrialResult trial={trial} /> : null}
      <MoveDialog asked={asked} move={move} onCancel={() => setAsked(null)} />
    </Stack>
  );
}

type PreparedActsProps = {
  readonly value: PolicyValueJson;
  readonly isManager: boolean;
  readonly isTrying: boolean;
  readonly onTry: () => void;
  readonly onAsk: (kind: Asked["kind"]) => void;
};

function PreparedActs({ value, isManager, isTrying, onTry, onAsk }: PreparedActsProps) {
  if (value.state !== "prepared") return null;
  const named = (act: string) => `${act}：${words.one.since(dateText(value.from))}${value.words}`;
  return (
    <>
      <Button
        size="small"
        aria-label={named(words.one.trial)}
        isPending={isTrying}
        pendingText={words.one.trying}
        onPress={onTry}
      >
        {words.one.trial}
      </Button>
      {isManager && !value.isMine ? (
        <Button
          size="small"
          variant="primary"
          aria-label={named(words.one.release)}
          onPress={() => onAsk("release")}
        >
          {words.one.release}
        </Button>
      ) : null}
      {isManager ? (
        <Button
          size="small"
          variant="quiet"
          aria-label={named(words.one.discard)}
          onPress={() => onAsk("discard")}
        >
          {words.one.discard}
        </Button>
      ) : null}
    </>
  );
}

type MoveDialogProps = {
  readonly asked: Asked | null;
  readonly move: Pick<ReturnType<typeof useAct>, "isPending" | "problem"> & {
    readonly run: (asked: Asked) => Promise<void>;
  };
  readonly onCancel: () => void;
};

function MoveDialog({ asked, move, onCancel }: MoveDialogProps) {
  const isRelease = asked?.kind === "release";
  return (
    <ConfirmDialog
      title={isRelease ? words.one.releaseTitle : words.one.discardTitle}
      isOpen={asked !== null}
      isDanger={!isRelease}
      consequence={
        isRelease
          ? words.one.releaseConsequence(dateText(asked.value.from))
          : words.one.discardConsequence
      }
      confirmText={isRelease ? words.one.releaseConfirm : words.one.discardConfirm}
      pendingText={isRelease ? words.one.releasing : words.one.discarding}
      isPending={move.isPending}
      onConfirm={() => {
        if (asked) void move.run(asked);
      }}
      onCancel={onCancel}
    >
      {move.problem ? <ProblemNotice problem={move.problem} takesFocus /> : null}
      <p>{asked?.value.words}</p>
    </ConfirmDialog>
  );
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
    isNoWrap: true,
    title: words.one.period,
    cell: ({ from, until }) =>
      until ? words.one.until(dateText(from), dateText(until)) : words.one.since(dateText(from)),
  },
  { key: "value", title: words.value, isRowHeader: true, cell: (value) => value.words },
  { key: "source", title: words.one.source, cell: ({ source }) => source },
  {
    key: "by",
    title: words.one.by,
    cell: ({ preparedBy, releasedBy }) => [preparedBy, releasedBy].filter(Boolean).join(" / "),
  },
];
