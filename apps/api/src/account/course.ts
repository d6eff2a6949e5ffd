import { addMonths, type Month, monthOf, monthsFromTo } from "@hall/domain/dates";
import { z } from "zod";
import { fenColumn, monthColumn } from "../facts/json.ts";
import type { Call } from "../http/route.ts";
import { sql } from "../store/database.ts";

const courseRows = z.tuple([
  z.object({
    paid: z
      .array(z.object({ month: monthColumn, personal_fen: fenColumn, unit_fen: fenColumn }))
      .nullable(),
    moved: z.array(z.object({ month: monthColumn, amount_fen: fenColumn })).nullable(),
  }),
]);

/** What was paid and what was saved, month by month, as charts and their tables show it. */
export async function course({ hall, actor }: Call<undefined, undefined, undefined>) {
  const rows = await hall.db.$queryRaw(sql`
    SELECT (SELECT jsonb_agg(to_jsonb(m) ORDER BY m.month)
              FROM (SELECT month, sum(personal_fen) AS personal_fen, sum(unit_fen) AS unit_fen
                      FROM contribution WHERE person_id = ${actor.id}::uuid GROUP BY month) m) AS paid,
           (SELECT jsonb_agg(to_jsonb(m) ORDER BY m.month)
              FROM (SELECT date_trunc('month', p.business_day)::date AS month,
                           sum(l.amount_fen) AS amount_fen
                      FROM housing_account h
                      JOIN ledger_entry l ON l.account_id = 'housing:' || h.number
                      JOIN ledger_posting p ON p.id = l.posting_id
                     WHERE h.person_id = ${actor.id}::uuid GROUP BY 1) m) AS moved`);
  const [{ paid, moved }] = courseRows.parse(rows);
  const now = monthOf(hall.clock.now().toPlainDate());
  const paidIn = new Map((paid ?? []).map((each) => [each.month.toString(), each]));
  const movedIn = new Map((moved ?? []).map((each) => [each.month.toString(), each.amount_fen]));
  let balanceFen = 0n;
  return {
    months: untilNow(paid?.[0]?.month, now).map((month) => {
      const each = paidIn.get(month.toString());
      return { month, personalFen: each?.personal_fen ?? 0n, unitFen: each?.unit_fen ?? 0n };
    }),
    balances: untilNow(moved?.[0]?.month, now).map((month) => {
      balanceFen += movedIn.get(month.toString()) ?? 0n;
      return { month, balanceFen };
    }),
  };
}

/** A hundred years are more than anybody pays in; a date that is wrong makes no endless list. */
const MOST_MONTHS = 1_200;

function untilNow(first: Month | undefined, now: Month): readonly Month[] {
  if (!first) return [];
  const earliest = addMonths(now, -MOST_MONTHS);
  return monthsFromTo(first.toString() > earliest.toString() ? first : earliest, now);
}
