import { day as parseDay } from "@hall/domain/dates";
import type { WorkingCalendar } from "@hall/domain/working-days";
import { z } from "zod";
import type { Hall } from "../hall.ts";
import { sql } from "../store/database.ts";

/** XPL-14: what is measured, and from how many cases on it says anything. */
const DAYS = 30;
const FEWEST = 10;
const SHARE = 0.9;
const DAY_MS = 86_400_000;
/** How long a figure is shown before it is measured anew. */
const FRESH_MS = 600_000;

/** How long a service really takes; without the times where the cases are too few to tell. */
export interface Measured {
  readonly days: number;
  readonly fewest: number;
  readonly cases: number;
  /** Nine in ten were through within so many seconds of handing in. */
  readonly seconds: number | null;
  /** The same in working days after the day of handing in (WKD-2), as promises are counted. */
  readonly workingDays: number | null;
}

const shelf = new WeakMap<Hall, Map<string, { readonly at: number; readonly value: Measured }>>();

/** As `measure`, kept for a while: guides are read far more often than cases end. */
export async function measuredOf(hall: Hall, service: string): Promise<Measured> {
  const kept = shelf.get(hall) ?? new Map<string, { at: number; value: Measured }>();
  shelf.set(hall, kept);
  const now = hall.clock.system().getTime();
  const known = kept.get(service);
  if (known && now - known.at < FRESH_MS) return known.value;
  const value = await measure(hall, service);
  kept.set(service, { at: now, value });
  return value;
}

const counted = z.array(z.object({ cases: z.number(), seconds: z.number().nullable() }).readonly());
const byDays = z.array(
  z.object({ accepted: z.string(), ended: z.string(), cases: z.number() }).readonly(),
);

/**
 * The time within which nine in ten of the cases ended that were decided in the last 30 days,
 * from handing in to the end: with the pay-out where there is one, and with the days in which the
 * person was asked for more. What was withdrawn or lapsed isn't counted.
 */
export async function measure(hall: Hall, service: string): Promise<Measured> {
  const now = hall.clock.instant();
  const since = new Date(now.getTime() - DAYS * DAY_MS);
  const ended = sql`FROM application
    WHERE service = ${service} AND finished_at > ${since}::timestamptz
      AND finished_at <= ${now}::timestamptz AND state IN ('done', 'refused')`;
  const [whole] = counted.parse(
    await hall.db.$queryRaw(sql`
      SELECT count(*)::int AS cases,
             ceil(extract(epoch FROM percentile_disc(${SHARE}::float8)
                    WITHIN GROUP (ORDER BY finished_at - submitted_at)))::int AS seconds ${ended}`),
  );
  const cases = whole?.cases ?? 0;
  const told = { days: DAYS, fewest: FEWEST, cases };
  if (cases < FEWEST || !whole) return { ...told, seconds: null, workingDays: null };
  const groups = byDays.parse(
    await hall.db.$queryRaw(sql`
      SELECT coalesce(accepted_on, (submitted_at AT TIME ZONE 'Asia/Shanghai')::date)::text AS accepted,
             (finished_at AT TIME ZONE 'Asia/Shanghai')::date::text AS ended,
             count(*)::int AS cases ${ended} GROUP BY 1, 2`),
  );
  const { calendar } = await hall.policy.at();
  return { ...told, seconds: whole.seconds, workingDays: nineInTen(groups, calendar, cases) };
}

/** The least number of working days that covers nine in ten; null where a year isn't published. */
function nineInTen(
  groups: z.output<typeof byDays>,
  calendar: WorkingCalendar,
  cases: number,
): number | null {
  const spans = groups.map((group) => ({
    days: calendar.workingDaysBetween(parseDay(group.accepted), parseDay(group.ended)),
    cases: group.cases,
  }));
  const known = spans.flatMap(({ days, cases: of }) =>
    typeof days === "number" ? [{ days: Math.max(days, 0), cases: of }] : [],
  );
  if (known.length < spans.length) return null;
  let seen = 0;
  for (const { days, cases: of } of known.toSorted((a, b) => a.days - b.days)) {
    seen += of;
    if (seen >= cases * SHARE) return days;
  }
  return null;
}
