import { workingCalendarOf } from "@hall/domain/calendar-years";
import { day } from "@hall/domain/dates";
import {
  PolicyBook,
  type PolicyEntry,
  type PolicyKey,
  policyEntryFromJson,
} from "@hall/domain/policy";
import type { WorkingCalendar } from "@hall/domain/working-days";
import type { Database, Prisma } from "./store/database.ts";

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
  const book = new PolicyBook(rows.map(policyEntryOf), String(version));
  return { version, book, calendar: workingCalendarOf(book) };
}

/** A stored value as the domain reads it; it was checked against its key's shape when prepared. */
export const policyEntryOf = (row: PolicyRow): PolicyEntry =>
  policyEntryFromJson({
    key: row.key as PolicyKey,
    from: isoDay(row.fromDay),
    until: row.untilDay && isoDay(row.untilDay),
    value: row.value as never,
    mark: row.mark as PolicyEntry["mark"],
    source: row.source,
  });

export type PolicyRow = Prisma.PolicyValueGetPayload<Record<string, never>>;

const isoDay = (date: Date) => date.toISOString().slice(0, 10);
export const plainDay = (date: Date) => day(isoDay(date));
