import { z } from "zod";
import { sql } from "../store/database.ts";
import { dayColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const rows = z
  .array(z.object({ kind: z.string(), number: z.string(), issued_on: dayColumn }))
  .nullable();

/** The subject's papers but those revoked, the earliest first; their contents aren't read. */
export const issuedPapers: FactLoader<"issuedPapers"> = {
  sql: ({ subjectId }) => sql`
    SELECT jsonb_agg(jsonb_build_object('kind', d.kind, 'number', d.number,
                                        'issued_on', d.issued_on) ORDER BY d.created_at, d.number)
      FROM document d WHERE d.subject_id = ${subjectId}::uuid AND d.revoked_at IS NULL`,
  read: (json) =>
    (rows.parse(json) ?? []).map(({ kind, number, issued_on }) => ({
      kind,
      number,
      issuedOn: issued_on,
    })),
};
