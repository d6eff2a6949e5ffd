import { z } from "zod";
import { sql } from "../store/database.ts";
import { dayColumn, fenColumn, monthColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const month = z.object({
  month: monthColumn,
  state: z.enum(["drawn", "skipped", "refunded"]),
  benefit_fen: fenColumn,
  subsidy_fen: fenColumn,
  top_up_fen: fenColumn,
  outpatient_fen: fenColumn,
  demanded_by: z.string().nullable(),
});
const rows = z
  .array(
    z.object({
      number: z.string(),
      granted_months: z.int(),
      ended_on: dayColumn.nullable(),
      months: z.array(month).nullable(),
    }),
  )
  .nullable();

/** The plans with their months, the earliest first. */
export const benefitPlans: FactLoader<"benefitPlans"> = {
  sql: ({ subjectId }) => sql`
    SELECT jsonb_agg(to_jsonb(p) || jsonb_build_object('months',
                       (SELECT jsonb_agg(to_jsonb(m) ORDER BY m.month) FROM benefit_month m
                         WHERE m.plan_number = p.number)) ORDER BY p.number)
      FROM benefit_plan p WHERE p.person_id = ${subjectId}::uuid`,
  read: (json) =>
    (rows.parse(json) ?? []).map((plan) => ({
      number: plan.number,
      grantedMonths: plan.granted_months,
      endedOn: plan.ended_on,
      months: (plan.months ?? []).map((each) => ({
        month: each.month,
        state: each.state,
        benefitFen: each.benefit_fen,
        subsidyFen: each.subsidy_fen,
        topUpFen: each.top_up_fen,
        outpatientFen: each.outpatient_fen,
        demandedBy: each.demanded_by,
      })),
    })),
};
