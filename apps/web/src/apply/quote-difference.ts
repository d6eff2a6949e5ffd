import type { FigureJson, QuoteJson } from "@hall/contracts/findings";

type FigureValue = FigureJson["value"];

/** A line of two quotes beside each other; null where one of them doesn't have it. */
export interface QuoteDifferenceLine {
  readonly label: string;
  readonly before: FigureValue | null;
  readonly after: FigureValue | null;
  readonly isChanged: boolean;
  /** The sum that counts. */
  readonly isTotal: boolean;
}

/**
 * What a person confirmed beside what holds now: every figure, line and total of either quote, in
 * the new one's order, what has gone last (XPL-3). Lines are matched by their label.
 */
export function quoteDifference(
  before: QuoteJson,
  after: QuoteJson,
): readonly QuoteDifferenceLine[] {
  const old = entriesOf(before);
  const now = entriesOf(after);
  const labels = [...new Set([...now.keys(), ...old.keys()])];
  const lines = labels.map((label) => {
    const was = old.get(label)?.value ?? null;
    const is = now.get(label)?.value ?? null;
    return {
      label,
      before: was,
      after: is,
      isChanged: JSON.stringify(was) !== JSON.stringify(is),
      isTotal: (now.get(label) ?? old.get(label))?.isTotal ?? false,
    };
  });
  return [...lines.filter(({ isTotal }) => !isTotal), ...lines.filter(({ isTotal }) => isTotal)];
}

function entriesOf(quote: QuoteJson): Map<string, { value: FigureValue; isTotal: boolean }> {
  const entries = new Map<string, { value: FigureValue; isTotal: boolean }>();
  for (const { label, value } of quote.figures) entries.set(label, { value, isTotal: false });
  for (const { label, amountFen } of quote.lines) {
    entries.set(label, { value: { kind: "money", fen: amountFen }, isTotal: false });
  }
  if (quote.total) {
    const { label, amountFen } = quote.total;
    entries.set(label, { value: { kind: "money", fen: amountFen }, isTotal: true });
  }
  return entries;
}
