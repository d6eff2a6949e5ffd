import { z } from "zod";
import { sql } from "../store/database.ts";
import { dayColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const rows = z
  .array(z.object({ number: z.string(), application_number: z.string(), paid_on: dayColumn }))
  .nullable();

/** By the numbers that are looked up, whoever handed them in. */
export const bankSlips: FactLoader<"bankSlips"> = {
  sql: ({ lookups }) => sql`
    SELECT jsonb_agg(to_jsonb(s) ORDER BY s.number) FROM bank_slip s
     WHERE s.number = ANY(${[...lookups]}::text[])`,
  read: (json) =>
    (rows.parse(json) ?? []).map(({ number, application_number, paid_on }) => ({
      number,
      applicationNumber: application_number,
      paidOn: paid_on,
    })),
};
