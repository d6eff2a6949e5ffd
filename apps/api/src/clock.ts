import { Temporal } from "temporal-polyfill";

const ZONE = "Asia/Shanghai";

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
    now: () =>
      Temporal.Instant.fromEpochMilliseconds(instant().getTime())
        .toZonedDateTimeISO(ZONE)
        .toPlainDateTime(),
    system: () => new Date(),
  };
}

/** An instant as the wire writes it: RFC 3339 with Shanghai's offset. */
export function instantText(at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toString({
    timeZone: ZONE,
    fractionalSecondDigits: 3,
  });
}

/** What the clocks of Shanghai show at an instant, and the instant at which they show it. */
export const wallClock = (at: Date): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE).toPlainDateTime();
export const instantOf = (moment: Temporal.PlainDateTime): Date =>
  new Date(moment.toZonedDateTime(ZONE).epochMilliseconds);

/** The civil date in Shanghai of an instant. */
export function dayOf(at: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(ZONE)
    .toPlainDate();
}
