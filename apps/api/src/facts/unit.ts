import { z } from "zod";
import { sql } from "../store/database.ts";
import type { FactLoader } from "./loader.ts";

const row = z.object({
  code: z.string(),
  name: z.string(),
  credit_code: z.string(),
  kind: z.enum(["employer", "agency", "school", "rental"]),
});

export const unit: FactLoader<"unit"> = {
  sql: ({ subjectId }) => sql`SELECT to_jsonb(u) FROM unit u WHERE u.id = ${subjectId}::uuid`,
  read: (json) => {
    const { credit_code, ...known } = row.parse(json);
    return { ...known, creditCode: credit_code };
  },
};
