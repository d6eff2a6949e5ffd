import { z } from "zod";
import { sql } from "../store/database.ts";
import { dayColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const rows = z
  .array(
    z.object({
      kind: z.enum(["employment", "housing-fund"]),
      place: z.string(),
      in_greater_suzhou: z.boolean(),
      since: dayColumn,
    }),
  )
  .nullable();

export const elsewhere: FactLoader<"elsewhere"> = {
  sql: ({ subjectId }) => sql`
    SELECT jsonb_agg(to_jsonb(e) ORDER BY e.since, e.kind) FROM elsewhere_record e
     WHERE e.person_id = ${subjectId}::uuid`,
  read: (json) =>
    (rows.parse(json) ?? []).map(({ kind, place, in_greater_suzhou, since }) => ({
      kind,
      place,
      inGreaterSuzhou: in_greater_suzhou,
      since,
    })),
};
