import { z } from "zod";
import { sql } from "../store/database.ts";
import { dayColumn, fenColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const rows = z
  .array(
    z.object({
      application_number: z.string(),
      centre: z.string(),
      account_number: z.string(),
      amount_fen: fenColumn,
      months: z.int(),
      received_on: dayColumn,
      posted_on: dayColumn.nullable(),
    }),
  )
  .nullable();

/** What other centres have sent, the earliest first; of refused cases too. */
export const housingTransfersIn: FactLoader<"housingTransfersIn"> = {
  sql: ({ subjectId }) => sql`
    SELECT jsonb_agg(to_jsonb(t) ORDER BY t.received_on, t.application_number)
      FROM housing_transfer_in t WHERE t.person_id = ${subjectId}::uuid`,
  read: (json) =>
    (rows.parse(json) ?? []).map((came) => ({
      applicationNumber: came.application_number,
      centre: came.centre,
      accountNumber: came.account_number,
      amountFen: came.amount_fen,
      months: came.months,
      receivedOn: came.received_on,
      postedOn: came.posted_on,
    })),
};
