import { caseStates } from "@hall/domain/case-states";
import { serviceName } from "@hall/domain/services";
import { z } from "zod";
import { sql } from "../store/database.ts";
import { dayColumn, momentColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const rows = z
  .array(
    z.object({
      number: z.string(),
      service: z.string(),
      submitted_at: momentColumn,
      state: z.enum(caseStates),
      due_on: dayColumn.nullable(),
      paused: z.boolean(),
    }),
  )
  .nullable();

/** The latest first. */
export const onlineCases: FactLoader<"onlineCases"> = {
  sql: ({ subjectId }) => sql`
    SELECT jsonb_agg(jsonb_build_object('number', a.number, 'service', a.service,
                                        'submitted_at', a.submitted_at, 'state', a.state,
                                        'due_on', a.due_on, 'paused', a.paused_on IS NOT NULL)
                     ORDER BY a.submitted_at DESC, a.number)
      FROM application a WHERE a.subject_id = ${subjectId}::uuid`,
  read: (json) =>
    (rows.parse(json) ?? []).map((row) => ({
      number: row.number,
      service: row.service,
      matter: serviceName(row.service),
      submittedAt: row.submitted_at,
      state: row.state,
      dueOn: row.due_on,
      isPaused: row.paused,
    })),
};
