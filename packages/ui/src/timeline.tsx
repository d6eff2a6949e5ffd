import { Check, Minus, Pause } from "lucide-react";
import type { ReactNode } from "react";
import { DateText, InstantText } from "./date-text.tsx";
import { classes } from "./style.ts";
import { words } from "./words.ts";

export type TimelineState = "done" | "current" | "paused" | "upcoming" | "stopped";

export type TimelineEntry = {
  readonly id: string;
  readonly state: TimelineState;
  readonly what: ReactNode;
  /** RFC 3339 instant, or a `yyyy-mm-dd`. */
  readonly when?: string;
  /** The role, not the name. */
  readonly who?: string;
  readonly note?: ReactNode;
  /** By when, in words, such as 预计 2026年3月25日前. */
  readonly due?: ReactNode;
};

export type TimelineProps = {
  readonly entries: ReadonlyArray<TimelineEntry>;
  readonly label?: string;
};

const marks: Record<TimelineState, string> = {
  done: "border-accent-fill bg-accent-fill text-on-accent",
  current: "border-accent-fill bg-paper text-accent",
  paused: "border-warning bg-warning-wash text-warning",
  upcoming: "border-line-strong bg-paper",
  stopped: "border-ink-faint bg-paper text-ink-faint",
};

/** What happened and what comes: when, who, what, note. */
export function Timeline({ entries, label = words.timeline.label }: TimelineProps) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {entries.map((entry, index) => (
        <li
          key={entry.id}
          {...(entry.state === "current" || entry.state === "paused"
            ? { "aria-current": "step" as const }
            : {})}
          className="relative flex break-inside-avoid gap-4 pb-6 last:pb-0"
        >
          {index < entries.length - 1 ? (
            <span
              aria-hidden="true"
              className={classes(
                "absolute top-[1.75rem] bottom-0 left-[0.75rem] -ml-px border-l-2",
                entry.state === "done" ? "border-accent-fill" : "border-dashed border-line-strong",
              )}
            />
          ) : null}
          <Mark state={entry.state} />
          <Entry entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function Mark({ state }: { state: TimelineState }) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        "relative mt-[0.15em] flex size-[1.5rem] shrink-0 items-center justify-center rounded-round border-2",
        "[print-color-adjust:exact]",
        marks[state],
      )}
    >
      {state === "done" ? <Check className="size-[1rem]" strokeWidth={3} /> : null}
      {state === "current" ? (
        <span className="size-[0.625rem] rounded-round bg-accent-fill" />
      ) : null}
      {state === "paused" ? <Pause className="size-[0.75rem]" strokeWidth={2.5} /> : null}
      {state === "stopped" ? <Minus className="size-[1rem]" strokeWidth={3} /> : null}
    </span>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const isQuiet = entry.state === "upcoming" || entry.state === "stopped";
  return (
    <div className="min-w-0 flex-1">
      <p
        className={classes(
          "flex flex-wrap items-baseline gap-x-3",
          isQuiet ? "text-ink-soft" : "text-ink",
        )}
      >
        <span className={classes(!isQuiet && "font-semibold")}>{entry.what}</span>
        <span
          className={classes(
            "text-note",
            entry.state === "paused" ? "text-warning" : "text-ink-faint",
            entry.state === "done" && "sr-only",
          )}
        >
          {words.timeline[entry.state]}
        </span>
      </p>
      {entry.when || entry.who ? (
        <p className="flex flex-wrap gap-x-3 text-note text-ink-soft">
          {entry.when ? <WhenText value={entry.when} /> : null}
          {entry.who ? <span>{entry.who}</span> : null}
        </p>
      ) : null}
      {entry.due ? <p className="text-note font-semibold text-accent">{entry.due}</p> : null}
      {entry.note ? <div className="mt-1 text-note text-ink-soft">{entry.note}</div> : null}
    </div>
  );
}

function WhenText({ value }: { value: string }) {
  return value.includes("T") ? <InstantText value={value} /> : <DateText value={value} />;
}
