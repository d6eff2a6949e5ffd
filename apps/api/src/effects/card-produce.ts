import { exactly, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { type EffectWriter, partName } from "./occasion.ts";

/** Once: a card that no longer lacks its photo undoes the whole write. */
export const cardProduce: EffectWriter<"card.produce"> = (effect, occasion, id) => {
  const produced = partName("card", id);
  return [
    write(
      produced,
      sql`UPDATE card_production
             SET status = 'in-production', since = ${effect.on.toString()}::date,
                 photo_of = ${occasion.applicationNumber}
           WHERE person_id = ${occasion.subject.id}::uuid AND status = 'failed-no-photo'
          RETURNING 1`,
    ),
    exactly(produced, 1),
  ];
};
