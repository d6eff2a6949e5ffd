/** A line of the table: what was measured, and what it is held against. */
export interface Line {
  readonly what: string;
  /** As it is read: `1,234/s`, `38 ms`. */
  readonly measured: string;
  readonly p50?: number;
  readonly p99?: number;
  /** What it is measured against in the same run. */
  readonly limit?: string;
  /** Measured over limit, or what the target speaks of. */
  readonly ratio?: number;
  readonly target?: { readonly atLeast: number } | { readonly atMost: number };
  readonly note?: string;
}

export const perSecond = (rate: number) => `${Math.round(rate).toLocaleString("en")}/s`;
export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

const HEADS = ["", "measured", "p50", "p99", "limit in the same run", "ratio", "target", ""];

export const holds = ({ ratio, target }: Line): boolean | null => {
  if (ratio === undefined || target === undefined) return null;
  return "atLeast" in target ? ratio >= target.atLeast : ratio <= target.atMost;
};

/** All lines under each other, as text. */
export function tableText(lines: readonly Line[]): string {
  const rows = [HEADS, ...lines.map(cells)];
  const widths = HEADS.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function cells(line: Line): readonly string[] {
  const { ratio, target } = line;
  const held = holds(line);
  return [
    line.what,
    line.measured,
    line.p50 === undefined ? "" : ms(line.p50),
    line.p99 === undefined ? "" : ms(line.p99),
    line.limit ?? "",
    ratio === undefined ? "" : ratio.toFixed(2),
    target === undefined
      ? ""
      : "atLeast" in target
        ? `>= ${target.atLeast}`
        : `<= ${target.atMost}`,
    [held === null ? "" : held ? "holds" : "MISSED", line.note ?? ""].filter(Boolean).join(", "),
  ];
}

/** The middle one: what one disturbed round says doesn't count. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** What an answer cost in CPU, where the system tells, and what it cost the limit. */
export function cpuNote(
  all: readonly (number | null)[],
  ofLimit: readonly (number | null)[] = [],
): readonly string[] {
  const cost = medianKnown(all);
  if (cost === null) return [];
  const limit = medianKnown(ofLimit);
  const beside = limit === null ? "" : ` beside ${limit.toFixed(2)}`;
  return [`${cost.toFixed(2)} ms of CPU each${beside}`];
}

function medianKnown(all: readonly (number | null)[]): number | null {
  const known = all.filter((each) => each !== null);
  return known.length > 0 ? median(known) : null;
}
