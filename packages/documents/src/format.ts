/** How papers print money, dates and hashes. */

const FEN_PER_YUAN = 100n;

/** Fen as yuan with separators and two decimals, e.g. 123456 as 1,234.56. */
export function yuanText(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`Not a whole number of fen: ${fen}`);
  const whole = BigInt(fen);
  const absolute = whole < 0n ? -whole : whole;
  const yuan = (absolute / FEN_PER_YUAN).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = (absolute % FEN_PER_YUAN).toString().padStart(2, "0");
  return `${whole < 0n ? "-" : ""}${yuan}.${rest}`;
}

/** `2026-03-08` as 2026年3月8日. */
export function dateText(date: string): string {
  const [, year, month, day] = matched(date, /^(\d{4})-(\d{2})-(\d{2})$/);
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** `2026-03` as 2026年3月. */
export function monthText(month: string): string {
  const [, year, number] = matched(month, /^(\d{4})-(\d{2})$/);
  return `${year}年${Number(number)}月`;
}

/** An instant as Suzhou's clocks show it, e.g. 2026年3月8日 09:05. */
export function momentText(instant: string): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) throw new RangeError(`Not an instant: ${instant}`);
  const parts = Object.fromEntries(
    MOMENT_FORMAT.formatToParts(moment).map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute } = parts;
  return `${year}年${Number(month)}月${Number(day)}日 ${hour}:${minute}`;
}

const MOMENT_FORMAT = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** Bytes as a reader knows them, 1 KB being 1024 bytes. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(2)} MB`;
}

/** The sum of a list of amounts in fen. */
export function sumFen(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

function matched(text: string, pattern: RegExp): RegExpExecArray {
  const match = pattern.exec(text);
  if (!match) throw new RangeError(`Not a date of the papers: ${text}`);
  return match;
}
