import { exactly, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { type EffectWriter, partName } from "./occasion.ts";

export const remoteCareCancel: EffectWriter<"remote-care.cancel"> = (effect, occasion, id) => {
  const cancelled = partName("cancelled", id);
  return [
    write(
      cancelled,
      sql`UPDATE remote_care_registration
             SET ended_on = ${effect.on.toString()}::date, cancelled_by = ${occasion.applicationNumber}
           WHERE number = ${effect.number} AND person_id = ${occasion.subject.id}::uuid
             AND ended_on IS NULL RETURNING 1`,
    ),
    exactly(cancelled, 1),
  ];
};
