import { laneOf } from "@hall/domain/remote-care";
import { exactly, write } from "../store/commit.ts";
import { raw, sql } from "../store/database.ts";
import { type EffectWriter, partName } from "./occasion.ts";

/**
 * One registration or those of a whole list. What is over by its date ends first: the index lets
 * only one of a lane be without an end. Whoever else they are about than the subject of the case
 * moves on too, so that nothing under way about them is decided on what has changed.
 */
export const remoteCareRegister: EffectWriter<"remote-care.register"> = (effect, occasion, id) => {
  const { cipher } = occasion.hall;
  const of = <T>(read: (entry: (typeof effect.entries)[number]) => T) => effect.entries.map(read);
  const over = partName("over", id);
  const registered = partName("registered", id);
  const hashes = of((entry) => cipher.lookup(entry.identityNumber));
  return [
    write(
      over,
      sql`UPDATE remote_care_registration r SET ended_on = r.until_day + 1
            FROM person p, unnest(${hashes}::bytea[], ${of(({ kind }) => laneOf(kind))}::text[])
                 AS entry (hash, lane)
           WHERE p.identity_hash = entry.hash AND r.person_id = p.id AND r.lane = entry.lane
             AND r.ended_on IS NULL AND r.until_day < ${occasion.today.toString()}::date
           RETURNING 1`,
    ),
    write(
      registered,
      sql`INSERT INTO remote_care_registration (number, person_id, application_number, kind, lane,
                                                region, place, from_day, until_day)
          SELECT number, p.id, ${occasion.applicationNumber}, kind, lane, region, place,
                 from_day, until_day
            FROM unnest(${of(({ number }) => number)}::text[], ${hashes}::bytea[],
                        ${of(({ kind }) => kind)}::text[],
                        ${of(({ kind }) => laneOf(kind))}::text[],
                        ${of(({ region }) => region)}::text[],
                        ${of(({ place }) => place)}::text[],
                        ${of(({ from }) => from.toString())}::date[],
                        ${of(({ until }) => until?.toString() ?? null)}::date[])
                 AS entry (number, hash, kind, lane, region, place, from_day, until_day)
            JOIN person p ON p.identity_hash = entry.hash
           WHERE (SELECT count(*) FROM ${raw(over)}) >= 0
          RETURNING person_id`,
    ),
    exactly(registered, effect.entries.length),
    write(
      partName("moved", id),
      sql`UPDATE subject s SET version = version + 1 FROM ${raw(registered)} r
           WHERE s.id = r.person_id AND s.id <> ${occasion.subject.id}::uuid RETURNING 1`,
    ),
  ];
};
