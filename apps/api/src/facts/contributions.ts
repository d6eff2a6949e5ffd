import { z } from "zod";
import { sql } from "../store/database.ts";
import { fenColumn, monthColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const rows = z
  .array(
    z.object({
      month: monthColumn,
      insurance: z.enum(["pension", "medical", "unemployment", "injury", "maternity", "housing"]),
      base_fen: fenColumn,
      personal_fen: fenColumn,
      unit_fen: fenColumn,
      payer: z.string(),
    }),
  )
  .nullable();

export const contributions: FactLoader<"contributions"> = {
  sql: ({ subjectId }) => sql`
    SELECT jsonb_agg(to_jsonb(c) - 'person_id' ORDER BY c.month, c.insurance)
      FROM contribution c WHERE c.person_id = ${subjectId}::uuid`,
  read: (json) =>
    (rows.parse(json) ?? []).map((paid) => ({
      month: paid.month,
      insurance: paid.insurance,
      baseFen: paid.base_fen,
      personalFen: paid.personal_fen,
      unitFen: paid.unit_fen,
      payer: paid.payer,
    })),
};
