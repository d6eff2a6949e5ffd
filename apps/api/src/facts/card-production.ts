import { z } from "zod";
import { sql } from "../store/database.ts";
import { dayColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const row = z
  .object({
    status: z.enum(["failed-no-photo", "failed-data", "in-production", "issued"]),
    since: dayColumn,
    photo_of: z.string().nullable(),
  })
  .nullable();

export const cardProduction: FactLoader<"cardProduction"> = {
  sql: ({ subjectId }) => sql`
    SELECT to_jsonb(c) FROM card_production c WHERE c.person_id = ${subjectId}::uuid`,
  read: (json) => {
    const card = row.parse(json);
    return card && { status: card.status, since: card.since, photoOf: card.photo_of };
  },
};
