import type { CaseState } from "@hall/domain/case-states";
import type { ReactNode } from "react";
import { classes } from "./style.ts";
import { words } from "./words.ts";

/** `solid` is settled well, `open` runs, `waiting` needs somebody, `refused`, `quiet` is over. */
export type BadgeTone = "solid" | "open" | "waiting" | "refused" | "quiet";

const tones: Record<BadgeTone, string> = {
  solid: "border-accent-fill bg-accent-fill text-on-accent",
  open: "border-accent-line bg-accent-wash text-accent",
  waiting: "border-warning-line bg-warning-wash text-warning",
  refused: "border-refusal-line bg-refusal-wash text-refusal",
  quiet: "border-line bg-wash text-ink-soft",
};

export type BadgeProps = { readonly tone?: BadgeTone; readonly children: ReactNode };

/** A short word about a state; the word says it, the colour only helps. */
export function Badge({ tone = "quiet", children }: BadgeProps) {
  return (
    <span
      className={classes(
        "inline-flex items-center rounded-small border px-2 text-note font-semibold whitespace-nowrap [print-color-adjust:exact]",
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}

const stateTones: Record<CaseState | "draft", BadgeTone> = {
  draft: "quiet",
  submitted: "open",
  "in-review": "open",
  "more-needed": "waiting",
  approved: "open",
  refused: "refused",
  "waiting-outside": "waiting",
  "waiting-counter": "waiting",
  done: "solid",
  withdrawn: "quiet",
  lapsed: "quiet",
};

export type StatusBadgeProps = {
  readonly state: CaseState | "draft";
  /** The state's name in this service, where it has its own. */
  readonly name?: string;
};

/** The state of a case. */
export function StatusBadge({ state, name }: StatusBadgeProps) {
  return <Badge tone={stateTones[state]}>{name ?? words.status[state]}</Badge>;
}
