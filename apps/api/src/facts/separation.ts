import { z } from "zod";
import { sql } from "../store/database.ts";
import { dayColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const row = z
  .object({
    employer: z.string(),
    left_on: dayColumn,
    reason: z.enum(["contract-ended", "dismissed", "agreed", "unit-closed", "own-will"]),
    registered_on: dayColumn.nullable(),
  })
  .nullable();

/** The separation reported last. */
export const separation: FactLoader<"separation"> = {
  sql: ({ subjectId }) => sql`
    SELECT to_jsonb(s) FROM separation s WHERE s.person_id = ${subjectId}::uuid
     ORDER BY s.left_on DESC LIMIT 1`,
  read: (json) => {
    const reported = row.parse(json);
    return (
      reported && {
        employer: reported.employer,
        leftOn: reported.left_on,
        reason: reported.reason,
        registeredOn: reported.registered_on,
      }
    );
  },
};
