import { write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { type EffectWriter, partName } from "./occasion.ts";

/** All students of a list at once, however many; each is payable until the tax side says paid. */
export const studentsEnrol: EffectWriter<"students.enrol"> = (effect, occasion, id) => {
  const { cipher } = occasion.hall;
  const of = <T>(read: (student: (typeof effect.students)[number]) => T) =>
    effect.students.map(read);
  return [
    write(
      partName("students", id),
      sql`INSERT INTO student_enrolment (id, year, identity_hash, identity_cipher, name, sex,
                birth_date, unit_id, class_code, guardian, mobile_cipher, premium_fen, pay_by,
                state, application_number, enrolled_on)
          SELECT ${id} || ':' || row, ${effect.year}, hash, cipher, name, sex, birth_date,
                 ${occasion.subject.id}::uuid, class_code, guardian, mobile,
                 ${effect.premiumFen}::bigint, ${effect.payBy.toString()}::date, 'payable',
                 ${occasion.applicationNumber}, ${occasion.today.toString()}::date
            FROM unnest(${of((s) => cipher.lookup(s.identityNumber))}::bytea[],
                        ${of((s) => cipher.seal(s.identityNumber))}::bytea[],
                        ${of((s) => s.name)}::text[], ${of((s) => s.sex)}::text[],
                        ${of((s) => s.birthDate.toString())}::date[],
                        ${of((s) => s.classCode)}::text[], ${of((s) => s.guardian)}::text[],
                        ${of((s) => cipher.seal(s.mobile))}::bytea[])
                 WITH ORDINALITY AS students
                   (hash, cipher, name, sex, birth_date, class_code, guardian, mobile, row)
          RETURNING 1`,
    ),
  ];
};
