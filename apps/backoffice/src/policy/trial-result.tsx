import type { AnswerOf } from "@hall/client/operation";
import type { tryPolicy } from "@hall/contracts/backoffice/policy";
import { Stack } from "@hall/ui/layout";
import { Link } from "@hall/ui/link";
import { Money } from "@hall/ui/money";
import { Notice } from "@hall/ui/notice";
import { type Column, Table } from "@hall/ui/table";
import { words } from "./words.ts";

type Trial = AnswerOf<NonNullable<(typeof tryPolicy)["answer"]>>;
type Changed = Trial["changed"][number];

type TrialResultProps = {
  readonly trial: Trial;
  /** The value that was tried, in words: several may be prepared. */
  readonly of: string;
};

/** What the prepared value would decide otherwise: open cases, and those decided of late (XPL-11). */
export function TrialResult({ trial, of }: TrialResultProps) {
  const { past } = trial;
  const { one } = words;
  return (
    <Stack>
      <h3 className="font-semibold">{one.trialOf(of)}</h3>
      <Part
        part={trial}
        title={one.trialTitle}
        told={
          trial.tried === 0
            ? one.trialNoCases
            : trial.changed.length === 0
              ? one.trialNone(trial.tried)
              : one.trialSome(trial.tried, trial.changed.length)
        }
      />
      <Part
        part={past}
        title={one.pastTitle(past.days)}
        told={
          past.tried === 0
            ? one.pastNoCases(past.days)
            : past.changed.length === 0
              ? one.pastNone(past.days, past.tried)
              : one.pastSome(past.days, past.tried, past.changed.length)
        }
      />
    </Stack>
  );
}

type PartProps = {
  readonly part: Pick<Trial, "cases" | "tried" | "changed">;
  readonly title: string;
  readonly told: string;
};

function Part({ part: { cases, tried, changed }, title, told }: PartProps) {
  return (
    <>
      <Notice tone={changed.length > 0 ? "warning" : "info"} isLive>
        {told}
        {tried < cases ? words.one.partly(tried, cases) : ""}
      </Notice>
      {changed.length > 0 ? (
        <Table
          caption={title}
          isDense
          rows={changed}
          rowKey={({ number }) => number}
          columns={columns}
        />
      ) : null}
    </>
  );
}

const side = (key: "before" | "after"): Column<Changed> => ({
  key,
  title: words.one[key],
  cell: (row) => {
    const fen = key === "before" ? row.beforeFen : row.afterFen;
    return (
      <>
        {words.one.outcomes[row[key]]} {fen === null ? null : <Money fen={fen} />}
      </>
    );
  },
});

const columns: readonly Column<Changed>[] = [
  {
    key: "number",
    title: words.one.number,
    isRowHeader: true,
    cell: ({ number }) => <Link href={`/queue/${number}`}>{number}</Link>,
  },
  { key: "service", title: words.one.service, cell: ({ serviceName }) => serviceName },
  side("before"),
  side("after"),
  {
    key: "rules",
    title: words.one.because,
    cell: ({ rules }) => rules.map(({ rule, words: claim }) => `${rule} ${claim}`).join("；"),
  },
];
