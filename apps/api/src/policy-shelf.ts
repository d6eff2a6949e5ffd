import { day } from "@hall/domain/dates";
import {
  PolicyBook,
  type PolicyEntry,
  type PolicyKey,
  policyEntryFromJson,
} from "@hall/domain/policy";
import { type CalendarYear, WorkingCalendar } from "@hall/domain/working-days";
import type { Database } from "./store/database.ts";

export interface Policy {
  readonly version: number;
  readonly book: PolicyBook;
  readonly calendar: WorkingCalendar;
}

/** Released policy values, read again whenever their version has moved. */
export interface PolicyShelf {
  /** The book of a version that a read has just seen, or the newest. */
  readonly at: (version?: number) => Promise<Policy>;
}

export function policyShelf(db: Database): PolicyShelf {
  let held: Policy | null = null;
  return {
    async at(version) {
      if (held && held.version === version) return held;
      const row = await db.policyVersion.findUniqueOrThrow({ where: { id: 1 } });
      if (held?.version !== row.version) held = await readPolicy(db, row.version);
      return held;
    },
  };
}

async function readPolicy(db: Database, version: number): Promise<Policy> {
  const rows = await db.policyValue.findMany({ where: { state: "released" } });
  const entries = rows.map((row) =>
    policyEntryFromJson({
      key: row.key as PolicyKey,
      from: isoDay(row.fromDay),
      until: row.untilDay && isoDay(row.untilDay),
      value: row.value as never,
      mark: row.mark as PolicyEntry["mark"],
      source: row.source,
    }),
  );
  const years = entries.filter((entry) => entry.key.startsWith("calendar."));
  return {
    version,
    book: new PolicyBook(entries, String(version)),
    calendar: new WorkingCalendar(years.map((entry) => entry.value as CalendarYear)),
  };
}

const isoDay = (date: Date) => date.toISOString().slice(0, 10);
export const plainDay = (date: Date) => day(isoDay(date));
