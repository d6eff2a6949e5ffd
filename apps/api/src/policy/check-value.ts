import { policyValueSchema } from "@hall/contracts/backoffice/policy-values";
import { type Day, day, isAfter } from "@hall/domain/dates";
import { services } from "@hall/domain/services";
import { type CalendarYear, WorkingCalendar } from "@hall/domain/working-days";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { PolicyRow } from "../policy-shelf.ts";
import { yearOf } from "./place-value.ts";

export interface Proposal {
  readonly key: string;
  readonly from: Day;
  readonly value: unknown;
}

const wrong = (path: string, message: string): Refusal =>
  refuse("malformed", message, { errors: [{ path, message }] });

/**
 * A value that may be released from its first day on, as its key's shape reads it: well-formed, and
 * with nothing of the past changed (POL-2). `released` are the key's values so far.
 */
export function checkValue(
  { key, from, value }: Proposal,
  released: readonly PolicyRow[],
  today: Day,
): { readonly value: unknown } | Refusal {
  const schema = schemaOf(key);
  if (!schema) return wrong("/key", "没有这个参数。");
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const errors = parsed.error.issues.map((issue) => ({
      path: `/value/${issue.path.map(String).join("/")}`,
      message: issue.message,
    }));
    return refuse("malformed", "参数的内容有误，请按提示修改。", { errors });
  }
  const refused = key.startsWith("calendar.")
    ? refuseCalendar(key, parsed.data as CalendarYear, from, released, today)
    : refuseOther(key, parsed.data, from, today);
  return refused ?? { value: parsed.data };
}

function schemaOf(key: string) {
  const service = /^clock\.([^.]+)/.exec(key)?.[1];
  return service !== undefined && !(service in services) ? null : policyValueSchema(key);
}

function refuseOther(key: string, value: unknown, from: Day, today: Day): Refusal | null {
  if (!isAfter(from, today)) return wrong("/from", "生效日期须在今天以后，已经过去的不能改。");
  const year = yearOf(key, value);
  if (year === null || from.equals(day(`${year}-01-01`))) return null;
  return wrong("/from", `${year}年度的标准须从${year}年1月1日起生效。`);
}

/** A year's first calendar counts from its first of January, whenever it comes. */
function refuseCalendar(
  key: string,
  value: CalendarYear,
  from: Day,
  released: readonly PolicyRow[],
  today: Day,
): Refusal | null {
  const year = Number(key.slice("calendar.".length));
  if (value.year !== year) return wrong("/value/year", `年份应为${year}。`);
  const fault = calendarFault(value);
  if (fault) return wrong("/value", fault);
  if (from.year !== year) return wrong("/from", `生效日期应在${year}年。`);
  if (released.length === 0) {
    const isFirst = from.equals(day(`${year}-01-01`));
    return isFirst ? null : wrong("/from", `首次发布的日历从${year}年1月1日起。`);
  }
  if (!isAfter(from, today)) return wrong("/from", "生效日期须在今天以后，已经过去的不能改。");
  const changed = released.flatMap((row) =>
    changedPast(row.value as unknown as CalendarYear, value, today),
  );
  return changed[0] ? wrong("/value", `${changed[0]}已经过去，不能改动。`) : null;
}

function calendarFault(value: CalendarYear): string | null {
  try {
    new WorkingCalendar([value]);
    return null;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return "日历有误：放假的日期须在这一年，补班的须是周六或周日，且不与放假重复。";
  }
}

/** Days up to today that one calendar says otherwise than the other. */
function changedPast(before: CalendarYear, after: CalendarYear, today: Day): readonly string[] {
  const differing = (one: readonly string[], other: readonly string[]) => [
    ...one.filter((iso) => !other.includes(iso)),
    ...other.filter((iso) => !one.includes(iso)),
  ];
  return [
    ...differing(before.freeDays, after.freeDays),
    ...differing(before.makeUpDays, after.makeUpDays),
  ].filter((iso) => iso <= today.toString());
}
