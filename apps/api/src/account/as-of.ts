import type { AccountAsOfJson, getAccountAsOf } from "@hall/contracts/account";
import { accountAsOf, type DatedAccount, type EmploymentSpan } from "@hall/domain/account-as-of";
import { insuranceNames } from "@hall/domain/contributions";
import { type Day, formatDay, isAfter, isSameDay } from "@hall/domain/dates";
import { policyValueText } from "@hall/domain/policy-words";
import { rulesOf } from "@hall/domain/rules-of";
import { z } from "zod";
import { registry } from "../cases/services.ts";
import { dayColumn, fenColumn, monthColumn } from "../facts/json.ts";
import { loadFacts } from "../facts/load.ts";
import type { Hall } from "../hall.ts";
import { encode } from "../http/encode.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { keyName } from "../policy/present-policy.ts";
import type { Policy } from "../policy-shelf.ts";
import { sql } from "../store/database.ts";

type Query = z.output<NonNullable<typeof getAccountAsOf.query>>;

/** The account at the end of a past day, and the parameters in force on it (XPL-6). */
export async function asOf({
  hall,
  actor,
  query: { day },
}: Call<undefined, Query, undefined>): Promise<unknown | Refusal> {
  const today = hall.clock.now().toPlainDate();
  if (isAfter(day, today)) {
    return refuse("malformed", `${formatDay(day)}还没有到，只能查今天和以前的日子。`, {
      errors: [{ path: "/day", message: "这一天还没有到，请选今天或以前的日子" }],
    });
  }
  const [loaded, dated, policy] = await Promise.all([
    loadFacts(hall, actor.id, ["participant", "contributions", "flexPlans", "legacyAccount"]),
    readDated(hall, actor.id, day),
    hall.policy.at(),
  ]);
  if (!loaded) return refuse("not-found");
  const { legacyAccount, ...facts } = loaded.facts;
  const record = { ...facts, ...dated, hasLegacyAccount: legacyAccount !== null };
  const { latest, totals, unknown, ...shown } = accountAsOf(record, day, today, policy.book);
  const isToday = isSameDay(day, today);
  return encode({
    day,
    isToday,
    ...shown,
    latest: latest && {
      month: latest.month,
      rows: latest.rows.map((paid) => ({ ...paid, insuranceName: insuranceNames[paid.insurance] })),
    },
    totals: totals.map((total) => ({ ...total, insuranceName: insuranceNames[total.insurance] })),
    unknown: isToday ? unknown : [...unknown, rulesTold],
    parameters: parametersOn(day, policy),
  });
}

const rulesTold = {
  what: "规则当时的条文",
  why: "规则只保存现行的条文；当日有效的金额、比例和期限列在下面。",
};

const datedRows = z.tuple([
  z.object({
    employments: z
      .array(z.object({ unit: z.string(), from: monthColumn, to: monthColumn.nullable() }))
      .nullable(),
    accounts: z
      .array(
        z.object({
          number: z.string(),
          kind: z.enum(["general", "temporary"]),
          opened_on: dayColumn,
          sealed_on: dayColumn.nullable(),
          closed_on: dayColumn.nullable(),
          balance_fen: fenColumn,
          first_entry_on: dayColumn.nullable(),
        }),
      )
      .nullable(),
  }),
]);

/** What is dated and no loader brings, as the decisions of today don't ask for it. */
async function readDated(
  { db }: Hall,
  personId: string,
  day: Day,
): Promise<{ employments: readonly EmploymentSpan[]; accounts: readonly DatedAccount[] }> {
  const rows = await db.$queryRaw(sql`
    SELECT (SELECT jsonb_agg(jsonb_build_object('unit', u.name, 'from', e.from_month,
                                                'to', e.to_month) ORDER BY e.from_month DESC)
              FROM employment e JOIN unit u ON u.id = e.unit_id
             WHERE e.person_id = ${personId}::uuid) AS employments,
           (SELECT jsonb_agg(to_jsonb(h) || jsonb_build_object(
                     'balance_fen', coalesce(b.balance_fen, 0), 'first_entry_on', b.first_entry_on)
                     ORDER BY h.opened_on)
              FROM housing_account h
              LEFT JOIN LATERAL (
                SELECT sum(l.amount_fen) FILTER (WHERE p.business_day <= ${day.toString()}::date)
                         AS balance_fen, min(p.business_day) AS first_entry_on
                  FROM ledger_entry l JOIN ledger_posting p ON p.id = l.posting_id
                 WHERE l.account_id = 'housing:' || h.number) b ON true
             WHERE h.person_id = ${personId}::uuid) AS accounts`);
  const [{ employments, accounts }] = datedRows.parse(rows);
  return {
    employments: (employments ?? []).map(({ unit, from, to }) => ({ unitName: unit, from, to })),
    accounts: (accounts ?? []).map((account) => ({
      number: account.number,
      kind: account.kind,
      openedOn: account.opened_on,
      sealedOn: account.sealed_on,
      closedOn: account.closed_on,
      balanceFen: account.balance_fen,
      firstEntryOn: account.first_entry_on,
    })),
  };
}

/** Every parameter that has a value on the day, with the rules that read it. */
function parametersOn(day: Day, { book }: Policy): AccountAsOfJson["parameters"] {
  return book.keys().flatMap((key) => {
    const entry = book.findEntry(key, day);
    if (!entry) return [];
    const { mark, source, from, until } = entry;
    const value = policyValueText(key, entry.value);
    const dates = { from: from.toString(), until: until?.toString() ?? null };
    return [
      { key, name: keyName(key), value, mark, source, ...dates, rules: readers.get(key) ?? [] },
    ];
  });
}

const readers: ReadonlyMap<string, string[]> = registry
  .flatMap(([, service]) => rulesOf(service))
  .reduce((all, { code, reads = [] }) => {
    for (const key of reads) all.set(key, [...new Set([...(all.get(key) ?? []), code])]);
    return all;
  }, new Map<string, string[]>());
