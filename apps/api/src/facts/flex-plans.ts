import { z } from "zod";
import { sql } from "../store/database.ts";
import { monthColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const rows = z
  .array(
    z.object({
      effective_month: monthColumn,
      package_code: z.string(),
      tier_code: z.string(),
      application_number: z.string().nullable(),
      voucher_number: z.string().nullable(),
    }),
  )
  .nullable();

/** Plans that count, the earliest first; replaced ones stay in the table as history. */
export const flexPlans: FactLoader<"flexPlans"> = {
  sql: ({ subjectId }) => sql`
    SELECT jsonb_agg(to_jsonb(f) ORDER BY f.effective_month) FROM flex_plan f
     WHERE f.person_id = ${subjectId}::uuid AND f.superseded_by IS NULL`,
  read: (json) =>
    (rows.parse(json) ?? []).map((plan) => ({
      effectiveMonth: plan.effective_month,
      packageCode: plan.package_code,
      tierCode: plan.tier_code,
      applicationNumber: plan.application_number,
      voucherNumber: plan.voucher_number,
    })),
};
