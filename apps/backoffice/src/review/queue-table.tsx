import { useAct } from "@hall/client/use-act";
import { staffMe } from "@hall/contracts/backoffice/insight";
import {
  claimCase,
  listCases,
  type QueuedCase,
  releaseCase,
} from "@hall/contracts/backoffice/review";
import { announce } from "@hall/ui/announce";
import { Button } from "@hall/ui/button";
import { DateText, instantText } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { Link } from "@hall/ui/link";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Badge, StatusBadge } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { CircleCheckBig } from "lucide-react";
import { call } from "../api/call.ts";
import { readAnew } from "../api/use-answer.ts";
import { useStaff } from "../app/require-staff.tsx";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import { DueBadge } from "./due-badge.tsx";
import { useCurrentRow } from "./use-current-row.ts";
import { words } from "./words.ts";

type QueueTableProps = {
  readonly rows: readonly QueuedCase[];
  readonly isNarrowed: boolean;
  readonly onReset: () => void;
};

type Turn = "claim" | "release";

/**
 * The rows of the queue. The current row is the one whose number has the focus or had it last, so
 * that Enter opens it by itself and a screen reader follows.
 */
export function QueueTable({ rows, isNarrowed, onReset }: QueueTableProps) {
  const openable = rows.filter(({ isOwn }) => !isOwn).map(({ number }) => number);
  const { current, setCurrent, links } = useCurrentRow(openable);
  const isReviewer = useStaff().roles.includes("reviewer");
  const act = useAct(async (turn: Turn, number: string) => {
    const moved = await call(turn === "claim" ? claimCase : releaseCase, { params: { number } });
    announce(moved.message);
    await readAnew(listCases, staffMe);
  });
  const go = (step: 1 | -1) => {
    const at = current === null ? -1 : openable.indexOf(current);
    const next = openable[at < 0 ? (step === 1 ? 0 : openable.length - 1) : at + step];
    if (next !== undefined) links.current.get(next)?.focus();
  };
  const turn = (kind: Turn) => {
    const row = rows.find(({ number }) => number === current);
    if (row && mayTurn(row, kind)) void act.run(kind, row.number);
  };
  useShortcuts([
    { keys: ["j", "ArrowDown"], words: words.queue.keys.next, run: () => go(1) },
    { keys: ["k", "ArrowUp"], words: words.queue.keys.previous, run: () => go(-1) },
    {
      keys: ["Enter"],
      words: words.queue.keys.open,
      run: () => links.current.get(current ?? "")?.click(),
    },
    ...(isReviewer
      ? [
          { keys: ["c"], words: words.queue.keys.claim, run: () => turn("claim") },
          { keys: ["r"], words: words.queue.keys.release, run: () => turn("release") },
        ]
      : []),
  ]);
  if (rows.length === 0) return <Nothing isNarrowed={isNarrowed} onReset={onReset} />;
  const hold = (number: string) => (element: HTMLAnchorElement | null) => {
    if (element) links.current.set(number, element);
    else links.current.delete(number);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notes which row has the focus
    <div
      onFocus={({ target }) => {
        const row = target.closest("tr")?.querySelector("[data-case]");
        const number = row?.getAttribute("data-case");
        if (number) setCurrent(number);
      }}
    >
      {act.problem ? (
        <div className="mb-4">
          <ProblemNotice problem={act.problem} />
        </div>
      ) : null}
      <Table
        caption={words.queue.title}
        isCaptionHidden
        isDense
        rows={rows}
        rowKey={({ number }) => number}
        rowName={({ number }) => number}
        rowMark={({ number, mark }) =>
          number === current ? "selected" : mark === "overdue" ? "fault" : undefined
        }
        columns={columnsOf(hold)}
        {...(isReviewer ? { rowActions: (row: QueuedCase) => <Turns row={row} act={act} /> } : {})}
      />
    </div>
  );
}

function mayTurn(row: QueuedCase, turn: Turn): boolean {
  if (row.isOwn) return false;
  if (turn === "release") return row.isMine && row.state === "in-review";
  return waitsForClaim(row);
}

const waitsForClaim = ({ assignee, state }: QueuedCase): boolean =>
  assignee === null && (state === "submitted" || state === "in-review");

type TurnsProps = {
  readonly row: QueuedCase;
  readonly act: {
    readonly run: (turn: Turn, number: string) => Promise<void>;
    readonly isPending: boolean;
  };
};

function Turns({ row, act }: TurnsProps) {
  if (row.isOwn) return <span className="text-note text-ink-soft">{words.queue.own}</span>;
  if (mayTurn(row, "claim")) {
    return (
      <Button
        size="small"
        aria-label={words.queue.claimNamed(row.number)}
        isDisabled={act.isPending}
        onPress={() => void act.run("claim", row.number)}
      >
        {words.queue.claim}
      </Button>
    );
  }
  if (!mayTurn(row, "release")) return null;
  return (
    <Button
      size="small"
      variant="quiet"
      aria-label={words.queue.releaseNamed(row.number)}
      isDisabled={act.isPending}
      onPress={() => void act.run("release", row.number)}
    >
      {words.queue.release}
    </Button>
  );
}

type Hold = (number: string) => (element: HTMLAnchorElement | null) => void;

const columnsOf = (hold: Hold): readonly Column<QueuedCase>[] => [
  {
    key: "due",
    title: words.queue.due,
    isNoWrap: true,
    cell: ({ dueOn, mark }) => (
      <span className="inline-flex items-center gap-2">
        {dueOn ? <DateText value={dueOn} /> : null}
        <DueBadge mark={mark} />
      </span>
    ),
  },
  {
    key: "number",
    title: words.queue.number,
    isRowHeader: true,
    isNoWrap: true,
    cell: ({ number, isOwn }) =>
      isOwn ? (
        <span data-case={number} className="font-code font-normal">
          {number}
        </span>
      ) : (
        <span data-case={number} className="font-code font-normal">
          <Link href={`/queue/${number}`} ref={hold(number)}>
            {number}
          </Link>
        </span>
      ),
  },
  {
    key: "service",
    title: words.queue.service,
    isNoWrap: true,
    cell: ({ serviceName }) => serviceName,
  },
  {
    key: "applicant",
    title: words.queue.applicant,
    isNoWrap: true,
    cell: (row) => row.maskedApplicant,
  },
  {
    key: "state",
    title: words.queue.state,
    cell: ({ state, stateName, secondApproval }) => (
      <span className="inline-flex flex-wrap gap-1">
        <StatusBadge state={state} name={state === "submitted" ? words.queue.waits : stateName} />
        {secondApproval ? <Badge tone="waiting">{words.queue.second}</Badge> : null}
      </span>
    ),
  },
  {
    key: "submitted",
    title: words.queue.submitted,
    isNoWrap: true,
    // To the day: the row has room for no more, and the due date says what matters.
    cell: ({ submittedAt }) => instantText(submittedAt).split(" ")[0],
  },
  {
    key: "assignee",
    title: words.queue.assignee,
    isNoWrap: true,
    cell: (row) => {
      if (row.isMine) return words.queue.mine;
      if (row.assignee) return row.assignee.name;
      return waitsForClaim(row) ? (
        <span className="text-ink-soft">{words.queue.view.none}</span>
      ) : null;
    },
  },
];

function Nothing({ isNarrowed, onReset }: { isNarrowed: boolean; onReset: () => void }) {
  return isNarrowed ? (
    <EmptyState
      title={words.queue.noneHere}
      actions={<Button onPress={onReset}>{words.queue.reset}</Button>}
    >
      {words.queue.noneHereLead}
    </EmptyState>
  ) : (
    <EmptyState title={words.queue.none} icon={<CircleCheckBig />}>
      {words.queue.noneLead}
    </EmptyState>
  );
}
