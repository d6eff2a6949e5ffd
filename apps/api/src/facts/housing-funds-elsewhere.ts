import { z } from "zod";
import { sql } from "../store/database.ts";
import { dayColumn, monthColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const rows = z
  .array(
    z.object({
      centre: z.string(),
      account_number: z.string(),
      employer: z.string(),
      in_greater_suzhou: z.boolean(),
      from_month: monthColumn,
      to_month: monthColumn,
      transferred_on: dayColumn.nullable(),
    }),
  )
  .nullable();

export const housingFundsElsewhere: FactLoader<"housingFundsElsewhere"> = {
  sql: ({ subjectId }) => sql`
    SELECT jsonb_agg(to_jsonb(f) ORDER BY f.from_month, f.account_number)
      FROM housing_fund_elsewhere f WHERE f.person_id = ${subjectId}::uuid`,
  read: (json) =>
    (rows.parse(json) ?? []).map((fund) => ({
      centre: fund.centre,
      accountNumber: fund.account_number,
      employer: fund.employer,
      inGreaterSuzhou: fund.in_greater_suzhou,
      from: fund.from_month,
      to: fund.to_month,
      transferredOn: fund.transferred_on,
    })),
};
