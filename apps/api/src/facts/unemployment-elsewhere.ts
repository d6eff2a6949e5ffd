import { z } from "zod";
import { sql } from "../store/database.ts";
import { dayColumn, monthColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const rows = z
  .array(
    z.object({
      number: z.string(),
      agency: z.string(),
      region: z.string(),
      kind: z.enum(["relation", "benefit"]),
      from_month: monthColumn,
      to_month: monthColumn,
      months: z.int(),
      transferred_on: dayColumn.nullable(),
    }),
  )
  .nullable();

export const unemploymentElsewhere: FactLoader<"unemploymentElsewhere"> = {
  sql: ({ subjectId }) => sql`
    SELECT jsonb_agg(to_jsonb(u) ORDER BY u.from_month, u.number) FROM unemployment_elsewhere u
     WHERE u.person_id = ${subjectId}::uuid`,
  read: (json) =>
    (rows.parse(json) ?? []).map((record) => ({
      number: record.number,
      agency: record.agency,
      region: record.region,
      kind: record.kind,
      from: record.from_month,
      to: record.to_month,
      months: record.months,
      transferredOn: record.transferred_on,
    })),
};
