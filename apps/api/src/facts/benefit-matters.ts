import { z } from "zod";
import { sql } from "../store/database.ts";
import { dayColumn, monthColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const rows = z
  .array(
    z.object({
      number: z.string(),
      kind: z.enum(["benefit-application", "transfer-out", "contract-report"]),
      since: dayColumn,
      party: z.string().nullable(),
      contract_from: monthColumn.nullable(),
      resumed_on: dayColumn.nullable(),
    }),
  )
  .nullable();

export const benefitMatters: FactLoader<"benefitMatters"> = {
  sql: ({ subjectId }) => sql`
    SELECT jsonb_agg(to_jsonb(m) ORDER BY m.since, m.number) FROM benefit_matter m
     WHERE m.person_id = ${subjectId}::uuid`,
  read: (json) =>
    (rows.parse(json) ?? []).map((matter) => ({
      number: matter.number,
      kind: matter.kind,
      since: matter.since,
      party: matter.party,
      contractFrom: matter.contract_from,
      resumedOn: matter.resumed_on,
    })),
};
