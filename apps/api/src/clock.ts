import { Temporal } from "temporal-polyfill";

const ZONE = "Asia/Shanghai";
/**
 * From 1992 on clocks in Shanghai show eight hours more than UTC, the year round (the last summer
 * time ended on 15 September 1991). Looking the zone up for each instant costs more than most of
 * what an answer needs else; what lies before is looked up.
 */
const FIXED_SINCE_MS = Date.UTC(1992, 0, 1);
const OFFSET_MS = 8 * 3_600_000;
/** The last instant that a Date can hold, less the offset. */
const FIXED_UNTIL_MS = 8.64e15 - OFFSET_MS;

/** The one clock of the hall (CLK-1). */
export interface Clock {
  /** Business time in Asia/Shanghai: rules, due dates, papers and case times. */
  now(): Temporal.PlainDateTime;
  /** Business time as an instant, for columns and the wire. */
  instant(): Date;
  /** The machine's time: sessions, codes, retries, locks. */
  system(): Date;
}

/** Runs on from `start` (a Shanghai wall clock) where one is given, else follows the machine. */
export function makeClock(start?: string): Clock {
  const offsetMs = start
    ? Temporal.PlainDateTime.from(start).toZonedDateTime(ZONE).epochMilliseconds - Date.now()
    : 0;
  const instant = () => new Date(Date.now() + offsetMs);
  return {
    instant,
    now: () => wallClock(instant()),
    system: () => new Date(),
  };
}

/** An instant as the wire writes it: RFC 3339 with Shanghai's offset. */
export function instantText(at: Date): string {
  const shown = shownInShanghai(at);
  if (shown) return `${shown.toISOString().slice(0, -1)}+08:00`;
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toString({
    timeZone: ZONE,
    fractionalSecondDigits: 3,
  });
}

/** What the clocks of Shanghai show at an instant. */
export function wallClock(at: Date): Temporal.PlainDateTime {
  const shown = shownInShanghai(at);
  if (!shown) {
    return Temporal.Instant.fromEpochMilliseconds(at.getTime())
      .toZonedDateTimeISO(ZONE)
      .toPlainDateTime();
  }
  return new Temporal.PlainDateTime(
    shown.getUTCFullYear(),
    shown.getUTCMonth() + 1,
    shown.getUTCDate(),
    shown.getUTCHours(),
    shown.getUTCMinutes(),
    shown.getUTCSeconds(),
    shown.getUTCMilliseconds(),
  );
}

/** The instant at which the clocks of Shanghai show it. */
export const instantOf = (moment: Temporal.PlainDateTime): Date =>
  new Date(moment.toZonedDateTime(ZONE).epochMilliseconds);

/** The civil date in Shanghai of an instant. */
export const dayOf = (at: Date): Temporal.PlainDate => wallClock(at).toPlainDate();

/** Shanghai's clock as a date whose UTC parts it is; null where its offset must be looked up. */
function shownInShanghai(at: Date): Date | null {
  const ms = at.getTime();
  return ms >= FIXED_SINCE_MS && ms <= FIXED_UNTIL_MS ? new Date(ms + OFFSET_MS) : null;
}
