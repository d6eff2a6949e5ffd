import type { CellFaultJson } from "@hall/contracts/lists";
import type { FactName } from "@hall/domain/facts";
import {
  keysIn,
  type ListShape,
  linesOf,
  type RawRow,
  type RowsInput,
  rowJudge,
} from "@hall/domain/list";
import { PolicyBook, policyEntryFromJson } from "@hall/domain/policy";
import type { ApplicationService, Request } from "@hall/domain/service";
import { services } from "@hall/domain/services";
import { fromStored } from "@hall/domain/stored-json";
import { type CalendarYear, WorkingCalendar } from "@hall/domain/working-days";
import { Temporal } from "temporal-polyfill";
import { encode } from "../http/encode.ts";
import { readList } from "./read-list.ts";
import type { AnyAsk, Ask, JudgedRow, Seat } from "./thread-messages.ts";
import { isUnreadable } from "./unreadable.ts";

export type AnyList = ListShape<FactName, RowsInput>;
type Situated = Omit<Request<FactName, unknown>, "facts" | "input">;

/** Whoever only reads doesn't wait for the library that writes: it is the largest. */
const writer = () => import("./write-list.ts");

/** Holds one list at a time, from its file to its last slice. */
export function thread() {
  let held: Held | null = null;
  return async (ask: AnyAsk): Promise<unknown> => {
    switch (ask.work) {
      case "read": {
        const rows = await readList(Buffer.from(ask.bytes), ask.fileName, ask.form);
        if (isUnreadable(rows)) return rows;
        held = hold(rows, ask.seat);
        return { rows: rows.length };
      }
      case "keys":
        return keysIn(heldBy(held).rows.slice(ask.from, ask.to), heldBy(held).list.key);
      case "judge":
        return judgeSlice(heldBy(held), ask);
      case "template":
        return (await writer()).writeTemplate(ask.sheet);
      case "report":
        return (await writer()).writeReport(ask.sheet, ask.rows);
    }
  };
}

interface Held {
  readonly rows: readonly RawRow[];
  readonly list: AnyList;
  readonly linesByKey: ReadonlyMap<string, readonly number[]>;
  readonly situated: Situated;
  readonly options: object;
}

function heldBy(held: Held | null): Held {
  if (held === null) throw new Error("no list has been read");
  return held;
}

function hold(rows: readonly RawRow[], seat: Seat): Held {
  const list = listOf(seat.service);
  const now = Temporal.PlainDateTime.from(seat.now);
  const entries = seat.policy.entries.map(policyEntryFromJson);
  const years = entries.filter(({ key }) => key.startsWith("calendar."));
  return {
    rows,
    list,
    linesByKey: linesOf(rows, list.key),
    options: fromStored(seat.options) as object,
    situated: {
      filing: { on: now.toPlainDate(), signIn: null },
      now,
      today: now.toPlainDate(),
      policy: new PolicyBook(entries, seat.policy.version),
      calendar: new WorkingCalendar(years.map(({ value }) => value as CalendarYear)),
    },
  };
}

function judgeSlice(held: Held, ask: Ask<"judge">): readonly JudgedRow[] {
  const facts = fromStored(ask.facts) as Request<FactName, unknown>["facts"];
  const input = { ...held.options, rows: held.rows };
  const judge = rowJudge(held.list, { ...held.situated, facts, input }, held.linesByKey);
  return held.rows.slice(ask.from, ask.to).map((row) => ({ row, faults: cellFaults(judge(row)) }));
}

/** Faults as they are kept with a row and sent. */
export function cellFaults(
  faults: readonly ReturnType<ReturnType<typeof rowJudge>>[number][],
): readonly CellFaultJson[] {
  return faults.map(({ column, finding }) => ({
    column,
    rule: finding.rule,
    claim: finding.claim,
    message: finding.message,
    figures: encode(finding.figures) as CellFaultJson["figures"],
    ...(finding.remedy ? { remedy: finding.remedy } : {}),
  }));
}

/** The list of a service; throws for a service that has none. */
export function listOf(code: string): AnyList {
  const service = (services as unknown as Readonly<Record<string, AnyApplication>>)[code];
  if (!service?.list) throw new Error(`${code} has no list`);
  return service.list as unknown as AnyList;
}

type AnyApplication = ApplicationService<string, FactName, unknown>;
