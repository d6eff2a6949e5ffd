import type { ReactNode } from "react";
import { Link } from "./link.tsx";
import { classes } from "./style.ts";

export type StatProps = {
  readonly label: string;
  readonly value: ReactNode;
  readonly unit?: string;
  readonly note?: ReactNode;
  /** `late` for what is overdue. */
  readonly tone?: "plain" | "late";
  readonly href?: string;
  /** The words of the link. */
  readonly linkText?: string;
};

/** One figure that matters. */
export function Stat({ label, value, unit, note, tone = "plain", href, linkText }: StatProps) {
  return (
    <div
      className={
        "flex min-w-0 items-center justify-between gap-x-4 rounded-card border border-line bg-paper " +
        "px-4 py-3 sm:flex-col sm:items-start sm:justify-start sm:px-5 sm:py-4"
      }
    >
      <p className="text-note text-ink-soft">{label}</p>
      <div className="text-end sm:text-start">
        <p
          className={classes(
            "text-figure font-semibold tabular-nums",
            tone === "late" ? "text-refusal" : "text-ink",
          )}
        >
          {value}
          {unit ? <span className="ml-1 text-body font-normal text-ink-soft">{unit}</span> : null}
        </p>
        {note ? <p className="text-note text-ink-soft">{note}</p> : null}
        {href && linkText ? (
          <p className="text-note sm:pt-1">
            <Link href={href}>{linkText}</Link>
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** Figures beside each other, as many as there is room for. */
export function StatRow({ children }: { readonly children: ReactNode }) {
  return (
    <div className="grid gap-2 sm:grid-cols-[repeat(auto-fit,minmax(min(10rem,100%),1fr))] sm:gap-4">
      {children}
    </div>
  );
}
