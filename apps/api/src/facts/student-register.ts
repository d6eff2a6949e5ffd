import type { KnownStudent } from "@hall/domain/facts";
import { z } from "zod";
import { sql } from "../store/database.ts";
import { monthColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const rows = z
  .array(
    z.object({
      identity_hash: z.string(),
      enrolments: z
        .array(z.object({ year: z.int(), unit_code: z.string(), unit_name: z.string() }))
        .nullable(),
      employed_since: monthColumn.nullable(),
    }),
  )
  .nullable();

/** What is known of the identity numbers that a list names, found by their keyed hashes. */
export const studentRegister: FactLoader<"studentRegister"> = {
  sql: ({ lookups, cipher }) => sql`
    SELECT jsonb_agg(k) FROM (
      SELECT encode(h, 'hex') AS identity_hash,
        (SELECT jsonb_agg(jsonb_build_object('year', s.year, 'unit_code', u.code, 'unit_name', u.name))
           FROM student_enrolment s JOIN unit u ON u.id = s.unit_id
          WHERE s.identity_hash = h AND s.state IN ('payable', 'paid', 'reduced')) AS enrolments,
        (SELECT min(e.from_month) FROM person p JOIN employment e ON e.person_id = p.id
          WHERE p.identity_hash = h AND e.to_month IS NULL) AS employed_since
        FROM unnest(${lookups.map((number) => cipher.lookup(number))}::bytea[]) AS h
    ) k WHERE k.enrolments IS NOT NULL OR k.employed_since IS NOT NULL`,
  read: (json, { lookups, cipher }) => {
    const known = new Map((rows.parse(json) ?? []).map((row) => [row.identity_hash, row]));
    return new Map(
      lookups.flatMap((number): [string, KnownStudent][] => {
        const row = known.get(Buffer.from(cipher.lookup(number)).toString("hex"));
        if (!row) return [];
        const enrolments = (row.enrolments ?? []).map((enrolment) => ({
          year: enrolment.year,
          unitCode: enrolment.unit_code,
          unitName: enrolment.unit_name,
        }));
        return [[number, { enrolments, employedSince: row.employed_since }]];
      }),
    );
  },
};
