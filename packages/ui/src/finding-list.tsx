import { CalendarClock, CircleCheck, CircleX, Landmark } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./style.ts";
import { words } from "./words.ts";

export type FindingOutcome = "holds" | "fails" | "counter" | "later";

export type FindingLine = {
  readonly code: string;
  readonly outcome: FindingOutcome;
  readonly message: string;
  /** The figures used, the citation, the first day. */
  readonly note?: ReactNode;
};

export type FindingListProps = {
  readonly findings: ReadonlyArray<FindingLine>;
  readonly label?: string;
};

const looks = {
  holds: { Icon: CircleCheck, colour: "text-accent" },
  fails: { Icon: CircleX, colour: "text-refusal" },
  counter: { Icon: Landmark, colour: "text-warning" },
  later: { Icon: CalendarClock, colour: "text-warning" },
} as const;

/** Every rule that was judged, with its outcome. */
export function FindingList({ findings, label }: FindingListProps) {
  return (
    <ul {...(label ? { "aria-label": label } : {})} className="divide-y divide-line">
      {findings.map((finding) => {
        const { Icon, colour } = looks[finding.outcome];
        return (
          <li
            key={`${finding.code} ${finding.message}`}
            className="@container break-inside-avoid py-3"
          >
            <div className="flex gap-3">
              <Icon
                aria-hidden="true"
                className={classes("mt-[0.25em] size-[1.25em] shrink-0", colour)}
              />
              <div className="flex min-w-0 flex-1 flex-col gap-x-4 @md:flex-row-reverse">
                <p className="flex shrink-0 items-baseline justify-between gap-x-3 text-note @md:flex-col @md:items-end @md:justify-start">
                  <span className={classes("font-semibold", colour)}>
                    {words.finding[finding.outcome]}
                  </span>
                  <span className="font-code text-ink-faint">{finding.code}</span>
                </p>
                <div className="min-w-0 flex-1">
                  <p>{finding.message}</p>
                  {finding.note ? (
                    <div className="text-note text-ink-soft">{finding.note}</div>
                  ) : null}
                </div>
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
