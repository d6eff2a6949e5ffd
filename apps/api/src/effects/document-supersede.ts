import { write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { documentOf, type EffectWriter, partName } from "./occasion.ts";

export const documentSupersede: EffectWriter<"document.supersede"> = (effect, occasion, id) => [
  write(
    partName("superseded", id),
    sql`UPDATE document SET superseded_by = ${documentOf(occasion, effect.by)}
         WHERE number = ${effect.number} AND subject_id = ${occasion.subject.id}::uuid RETURNING 1`,
  ),
];
