import { counterOutcomes } from "@hall/domain/progress";
import { z } from "zod";
import { sql } from "../store/database.ts";
import { dayColumn, momentColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const rows = z
  .array(
    z.object({
      number: z.string(),
      matter: z.string(),
      accepted_at: momentColumn,
      working_days: z.int(),
      due_on: dayColumn.nullable(),
      step: z.string(),
      outcome: z.enum(counterOutcomes).nullable(),
      result: z.string().nullable(),
    }),
  )
  .nullable();

/** The latest first. */
export const counterCases: FactLoader<"counterCases"> = {
  sql: ({ subjectId }) => sql`
    SELECT jsonb_agg(to_jsonb(c) ORDER BY c.accepted_at DESC, c.number) FROM counter_case c
     WHERE c.person_id = ${subjectId}::uuid`,
  read: (json) =>
    (rows.parse(json) ?? []).map((row) => ({
      number: row.number,
      matter: row.matter,
      acceptedAt: row.accepted_at,
      workingDays: row.working_days,
      dueOn: row.due_on,
      step: row.step,
      outcome: row.outcome,
      result: row.result,
    })),
};
