import type { KnownInsured } from "@hall/domain/facts";
import { z } from "zod";
import { sql } from "../store/database.ts";
import type { FactLoader } from "./loader.ts";
import { registrationOf, registrationRow } from "./remote-care.ts";

const rows = z
  .array(
    z.object({
      identity_hash: z.string(),
      name: z.string(),
      unit_code: z.string().nullable(),
      remote_care: z.array(registrationRow).nullable(),
    }),
  )
  .nullable();

/** Who is insured among the identity numbers that a list names, found by their keyed hashes. */
export const insuredRegister: FactLoader<"insuredRegister"> = {
  sql: ({ lookups, cipher }) => sql`
    SELECT jsonb_agg(k) FROM (
      SELECT encode(h, 'hex') AS identity_hash, p.name,
        (SELECT u.code FROM employment e JOIN unit u ON u.id = e.unit_id
          WHERE e.person_id = p.id AND e.to_month IS NULL AND p.status = 'normal' LIMIT 1)
          AS unit_code,
        (SELECT jsonb_agg(to_jsonb(r) ORDER BY r.from_day, r.number)
           FROM remote_care_registration r WHERE r.person_id = p.id) AS remote_care
        FROM unnest(${lookups.map((number) => cipher.lookup(number))}::bytea[]) AS h
        JOIN person p ON p.identity_hash = h
    ) k`,
  read: (json, { lookups, cipher }) => {
    const known = new Map((rows.parse(json) ?? []).map((row) => [row.identity_hash, row]));
    return new Map(
      lookups.flatMap((number): [string, KnownInsured][] => {
        const row = known.get(Buffer.from(cipher.lookup(number)).toString("hex"));
        if (!row) return [];
        const remoteCare = (row.remote_care ?? []).map(registrationOf);
        return [[number, { name: row.name, unitCode: row.unit_code, remoteCare }]];
      }),
    );
  },
};
