import { newVerificationCode } from "@hall/documents/verification-code";
import { maskName } from "@hall/domain/masks";
import { encode } from "../http/encode.ts";
import { call, write } from "../store/commit.ts";
import { raw, sql } from "../store/database.ts";
import { documentOf, type EffectWriter, partName } from "./occasion.ts";

/** Number and content are fixed now; a job makes the bytes. */
export const documentIssue: EffectWriter<"document.issue"> = (effect, occasion, id) => {
  const { paper } = effect;
  const number = documentOf(occasion, effect.slot);
  const { sections, notes, sealPurpose } = paper;
  const issued = partName("document", id);
  return [
    write(
      issued,
      sql`INSERT INTO document (number, subject_id, application_number, slot, kind, title,
                                masked_holder, content, verification_code, issued_on, valid_until,
                                created_at)
          VALUES (${number}, ${occasion.subject.id}::uuid, ${occasion.applicationNumber},
                  ${effect.slot}, ${paper.kind}, ${paper.title}, ${maskName(paper.holderName)},
                  ${JSON.stringify(encode({ sections, notes, sealPurpose }))}::jsonb,
                  ${newVerificationCode()}, ${occasion.today.toString()}::date,
                  ${paper.validUntil?.toString() ?? null}::date, ${occasion.at}) RETURNING number`,
    ),
    call(
      partName("render", id),
      sql`SELECT queue_job('render-document', json_build_object('number', number),
                                 job_key => 'document:' || number) FROM ${raw(issued)}`,
    ),
  ];
};
