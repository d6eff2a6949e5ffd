import { z } from "zod";
import { sql } from "../store/database.ts";
import { dayColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const rows = z
  .array(
    z.object({
      insurance: z.enum(["pension", "medical"]),
      number: z.string(),
      issued_on: dayColumn,
      transferred_on: dayColumn.nullable(),
    }),
  )
  .nullable();

export const transferVouchers: FactLoader<"transferVouchers"> = {
  sql: ({ subjectId }) => sql`
    SELECT jsonb_agg(to_jsonb(v) ORDER BY v.issued_on, v.number) FROM transfer_voucher v
     WHERE v.person_id = ${subjectId}::uuid`,
  read: (json) =>
    (rows.parse(json) ?? []).map((voucher) => ({
      insurance: voucher.insurance,
      number: voucher.number,
      issuedOn: voucher.issued_on,
      transferredOn: voucher.transferred_on,
    })),
};
