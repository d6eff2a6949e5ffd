import type { QuoteJson } from "@hall/contracts/findings";
import { words } from "./words.ts";

/** What stands above a quote: of many services it tells what is done, and no sum. */
export function quoteTitle({ lines, total, figures }: QuoteJson): string {
  const hasSum =
    lines.length > 0 || total !== null || figures.some(({ value }) => value.kind === "money");
  return hasSum ? words.live.quote : words.live.content;
}
