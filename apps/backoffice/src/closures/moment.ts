import { parseDay } from "@hall/ui/date-text";

/**
 * A day and a time of day in Shanghai as an instant, `2026-03-18T17:00:00+08:00`.
 * @returns null where no day is given; `bad-day` or `bad-time` for what can't be read
 */
export function momentOf(
  day: string,
  time: string,
): { readonly at: string | null } | "bad-day" | "bad-time" {
  if (day.trim() === "") return time.trim() === "" ? { at: null } : "bad-day";
  const date = parseDay(day);
  if (!date) return "bad-day";
  const match = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(time.trim() || "00:00");
  if (!match) return "bad-time";
  return { at: `${date}T${match[1]?.padStart(2, "0")}:${match[2]}:00+08:00` };
}
