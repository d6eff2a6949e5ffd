import { z } from "zod";
import { sql } from "../store/database.ts";
import { bytesColumn, dayColumn, monthColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const row = z.object({
  personal_number: z.string(),
  name: z.string(),
  identity_cipher: bytesColumn,
  sex: z.enum(["male", "female"]),
  birth_date: dayColumn,
  scheme: z.enum(["flexible", "enterprise-a", "enterprise-b", "agency"]),
  status: z.enum(["normal", "suspended", "left", "retired"]),
  status_since: monthColumn,
  household_region: z.string(),
  household_kind: z.enum(["urban", "rural"]),
  household_address: z.string(),
  mobile_cipher: bytesColumn.nullable(),
  women_retire_at: z.union([z.literal(50), z.literal(55)]),
  unit: z.object({ code: z.string(), name: z.string() }).nullable(),
});

export const participant: FactLoader<"participant"> = {
  sql: ({ subjectId }) => sql`
    SELECT to_jsonb(p) || jsonb_build_object('unit', (
      SELECT jsonb_build_object('code', u.code, 'name', u.name)
        FROM employment e JOIN unit u ON u.id = e.unit_id
       WHERE e.person_id = p.id AND e.to_month IS NULL LIMIT 1))
      FROM person p WHERE p.id = ${subjectId}::uuid`,
  read: (json, { cipher }) => {
    const person = row.parse(json);
    return {
      personalNumber: person.personal_number,
      name: person.name,
      identityNumber: cipher.open(person.identity_cipher),
      sex: person.sex,
      birthDate: person.birth_date,
      scheme: person.scheme,
      status: person.status,
      statusSince: person.status_since,
      unit: person.unit,
      household: {
        region: person.household_region,
        kind: person.household_kind,
        address: person.household_address,
      },
      mobile: person.mobile_cipher && cipher.open(person.mobile_cipher),
      womenRetireAt: person.women_retire_at,
    };
  },
};
