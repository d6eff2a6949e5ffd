import type { getStatistics } from "@hall/contracts/backoffice/insight";
import { addDays, type Day, daysBetween } from "@hall/domain/dates";
import { serviceName } from "@hall/domain/services";
import type { z } from "zod";
import { writeAudit } from "../audit/audit.ts";
import type { Hall } from "../hall.ts";
import { isRefusal, type Refusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { exportInTurn } from "../lists/export-in-turn.ts";
import { makeSlots } from "../lists/slots.ts";
import { streamWorkbook, WORKBOOK_TYPE } from "../lists/stream-workbook.ts";
import { type Database, type Sql, sql } from "../store/database.ts";
import { sheetsOf } from "./statistics-sheets.ts";

type Query = z.output<NonNullable<typeof getStatistics.query>>;
const DEFAULT_DAYS = 90;
const LONGEST_DAYS = 732;

/** Volume, punctuality and turnaround of the cases that were submitted in a period (REV-6). */
export async function statistics({ hall, query }: Call<undefined, Query, undefined>) {
  const period = periodOf(hall, query);
  return isRefusal(period) ? period : measure(hall, period);
}

/** Exports under way at once, and waiting. */
const exportSlots = makeSlots(2, 8);

/** The same as a workbook, with each case behind the figures; the export is logged. */
export async function statisticsWorkbook(call: Call<undefined, Query, undefined>) {
  const { hall, actor, query, address } = call;
  const period = periodOf(hall, query);
  if (isRefusal(period)) return period;
  return exportInTurn(exportSlots, async () => {
    const measured = await measure(hall, period);
    const { from, to } = measured;
    const detail = {
      what: "statistics",
      from: from.toString(),
      to: to.toString(),
      service: query.service ?? null,
      cases: measured.total.submitted,
    };
    await writeAudit(hall, { actor, action: "report.export", detail, address });
    const sheets = sheetsOf(hall, measured, period.cases);
    return {
      type: WORKBOOK_TYPE,
      fileName: `办件统计${from}至${to}.xlsx`,
      write: (out) => streamWorkbook(sheets, out),
    };
  });
}

interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly cases: Sql;
}

function periodOf(hall: Hall, query: Query): Period | Refusal {
  const to = query.to ?? hall.clock.now().toPlainDate();
  const from = query.from ?? addDays(to, 1 - DEFAULT_DAYS);
  const days = daysBetween(from, to);
  if (days < 0 || days > LONGEST_DAYS) {
    return refuse("malformed", "统计的起止日期不对：最多两年，开始不晚于结束。", {
      errors: [{ path: "/from", message: "起止日期不对" }],
    });
  }
  return { from, to, cases: casesOf(from, to, query.service) };
}

export type Measured = Awaited<ReturnType<typeof measure>>;

async function measure(hall: Hall, { from, to, cases }: Period) {
  const [totals, services, weeks, refusals] = await Promise.all([
    group(hall.db, cases, sql`'all'`),
    group(hall.db, cases, sql`service`),
    group(hall.db, cases, sql`date_trunc('week', submitted)::date::text`),
    refusalsOf(hall.db, cases),
  ]);
  const [total] = totals;
  return {
    from,
    to,
    total: total ? turnaround(total) : turnaround(nothing),
    services: services.map((row) => ({
      service: row.key,
      serviceName: serviceName(row.key),
      ...turnaround(row),
    })),
    weeks: weeks.map((row) => ({ monday: row.key, ...turnaround(row) })),
    refusals,
  };
}

/** Cases with the moment of their decision, and how long the applicant was waited for. */
function casesOf(from: Day, to: Day, service: string | undefined): Sql {
  return sql`
    SELECT a.number, a.service, a.due_on, a.submitted_at, d.at AS decided_at, d.state,
           (a.submitted_at AT TIME ZONE 'Asia/Shanghai')::date AS submitted,
           (d.at AT TIME ZONE 'Asia/Shanghai')::date AS decided,
           coalesce((SELECT s.at - k.at
                       FROM case_step k JOIN case_step s ON s.application_number = k.application_number
                      WHERE k.application_number = a.number AND k.event = 'ask'
                        AND s.event = 'supplement' LIMIT 1), interval '0') AS paused
      FROM application a
      LEFT JOIN LATERAL (
        SELECT at, CASE WHEN event = 'refuse' THEN 'refused' ELSE 'approved' END AS state
          FROM case_step
         WHERE application_number = a.number AND event IN ('approve', 'refuse', 'grant', 'finish')
         ORDER BY no LIMIT 1) d ON true
     WHERE a.submitted_at >= (${from.toString()}::date)::timestamp AT TIME ZONE 'Asia/Shanghai'
       AND a.submitted_at < (${addDays(to, 1).toString()}::date)::timestamp AT TIME ZONE 'Asia/Shanghai'
       AND (${service ?? null}::text IS NULL OR a.service = ${service ?? null})`;
}

interface Row {
  readonly key: string;
  readonly submitted: bigint;
  readonly decided: bigint;
  readonly approved: bigint;
  readonly refused: bigint;
  readonly dated: bigint;
  readonly in_time: bigint;
  readonly median_hours: number | null;
  readonly slowest_hours: number | null;
}

const nothing: Row = {
  key: "",
  submitted: 0n,
  decided: 0n,
  approved: 0n,
  refused: 0n,
  dated: 0n,
  in_time: 0n,
  median_hours: null,
  slowest_hours: null,
};

function group(db: Database, cases: Sql, key: Sql): Promise<Row[]> {
  return db.$queryRaw<Row[]>(sql`
    SELECT ${key} AS key, count(*) AS submitted, count(decided_at) AS decided,
           count(*) FILTER (WHERE state = 'approved') AS approved,
           count(*) FILTER (WHERE state = 'refused') AS refused,
           count(*) FILTER (WHERE decided IS NOT NULL AND due_on IS NOT NULL) AS dated,
           count(*) FILTER (WHERE decided <= due_on) AS in_time,
           (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM
             decided_at - submitted_at - paused)) / 3600)::float8 AS median_hours,
           (max(extract(epoch FROM decided_at - submitted_at - paused)) / 3600)::float8
             AS slowest_hours
      FROM (${cases}) AS cases GROUP BY 1 ORDER BY 1`);
}

function turnaround(row: Row) {
  const share = row.dated > 0n ? Number(row.in_time) / Number(row.dated) : null;
  const tenth = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);
  return {
    submitted: Number(row.submitted),
    decided: Number(row.decided),
    approved: Number(row.approved),
    refused: Number(row.refused),
    inTimePercent: tenth(share === null ? null : share * 100),
    medianHours: tenth(row.median_hours),
    slowestHours: tenth(row.slowest_hours),
  };
}

async function refusalsOf(db: Database, cases: Sql) {
  const rows = await db.$queryRaw<{ service: string; reason: string; cases: bigint }[]>(sql`
    SELECT c.service, reason, count(*) AS cases
      FROM (${cases}) AS c JOIN decision d ON d.application_number = c.number AND d.kind = 'refuse',
           unnest(CASE WHEN d.reasons = '{}' THEN ARRAY['其他'] ELSE d.reasons END) AS reason
     GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 100`);
  return rows.map(({ service, reason, cases: count }) => ({
    service,
    serviceName: serviceName(service),
    reason,
    cases: Number(count),
  }));
}
