import { words } from "./words.ts";

/**
 * Reads a day however it is commonly typed: 2026-3-18, 2026/03/18, 20260318, 2026年3月18日.
 * @returns `yyyy-mm-dd`, or undefined if there is no such day
 */
export function parseDay(text: string): string | undefined {
  const match =
    /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*$/.exec(text) ??
    /^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > days) return undefined;
  return `${match[1]}-${pad(month)}-${pad(day)}`;
}

/**
 * Reads a month: 2026-3, 2026/03, 202603, 2026年3月.
 * @returns `yyyy-mm`, or undefined
 */
export function parseMonth(text: string): string | undefined {
  const match =
    /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?\s*$/.exec(text) ?? /^\s*(\d{4})(\d{2})\s*$/.exec(text);
  const month = Number(match?.[2]);
  if (!match || month < 1 || month > 12) return undefined;
  return `${match[1]}-${pad(month)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

/** `2026-03-18` as 2026年3月18日, `2026-03` as 2026年3月; anything else as it is. */
export function dateText(iso: string): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso);
  if (!match) return iso;
  const month = words.field.yearMonth(Number(match[1]), Number(match[2]));
  return match[3] ? `${month}${Number(match[3])}日` : month;
}

/** An RFC 3339 instant as 2026年3月18日 14:05 in Shanghai; anything else as it is. */
export function instantText(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  // Shanghai has kept UTC+8 without summer time since 1991, later than any instant of the hall.
  const local = new Date(date.getTime() + 8 * 3_600_000).toISOString();
  return `${dateText(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

/** A day or a month in Chinese, with the machine-readable value kept. */
export function DateText({ value }: { readonly value: string }) {
  return (
    <time dateTime={value} className="whitespace-nowrap tabular-nums">
      {dateText(value)}
    </time>
  );
}

/** A moment in Shanghai, to the minute. */
export function InstantText({ value }: { readonly value: string }) {
  return (
    <time dateTime={value} className="tabular-nums">
      {instantText(value)}
    </time>
  );
}
