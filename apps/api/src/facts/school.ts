import { z } from "zod";
import { sql } from "../store/database.ts";
import type { FactLoader } from "./loader.ts";

const rows = z.array(z.object({ code: z.string(), name: z.string() })).nullable();

/** Null for a unit without classes: it isn't a school. */
export const school: FactLoader<"school"> = {
  sql: ({ subjectId }) => sql`
    SELECT jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name) ORDER BY c.code)
      FROM school_class c WHERE c.unit_id = ${subjectId}::uuid`,
  read: (json) => {
    const classes = rows.parse(json);
    return classes && { classes };
  },
};
