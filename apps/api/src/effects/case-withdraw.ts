import { caseTransitions } from "@hall/domain/case-states";
import { stepsInsert, withdrawalParts } from "../cases/case-parts.ts";
import { exactly, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { type EffectWriter, partName } from "./occasion.ts";

/** Whatever else moves the case moves its subject too, so that what was read of it still holds. */
export const caseWithdraw: EffectWriter<"case.withdraw"> = (effect, occasion, id) => {
  const withdrawn = partName("withdrawn", id);
  const isPerson = occasion.subject.kind === "person";
  const step = {
    event: "withdraw",
    state: "withdrawn",
    actorKind: isPerson ? "person" : "agent",
    actorId: occasion.filedBy,
    actorLabel: isPerson ? "本人" : "经办人员",
    note: `由办件 ${occasion.applicationNumber} 撤回`,
  } as const;
  return [
    write(
      withdrawn,
      sql`UPDATE application SET state = 'withdrawn', version = version + 1,
                 finished_at = ${occasion.at}::timestamptz
           WHERE number = ${effect.number} AND subject_id = ${occasion.subject.id}::uuid
             AND state = ANY(${Object.keys(caseTransitions.withdraw)}::text[]) RETURNING 1`,
    ),
    exactly(withdrawn, 1),
    stepsInsert(effect.number, [step], occasion.at, partName("withdrawal_step", id)),
    ...withdrawalParts(effect.number, occasion.at),
  ];
};
