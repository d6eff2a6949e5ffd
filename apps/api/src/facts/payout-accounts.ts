import { z } from "zod";
import { sql } from "../store/database.ts";
import type { FactLoader } from "./loader.ts";

const rows = z
  .array(
    z.object({
      kind: z.enum(["citizen-card", "bound-card"]),
      bank: z.string(),
      masked_number: z.string(),
      verified: z.boolean(),
    }),
  )
  .nullable();

export const payoutAccounts: FactLoader<"payoutAccounts"> = {
  sql: ({ subjectId }) => sql`
    SELECT jsonb_agg(to_jsonb(p) - 'number_cipher') FROM payout_account p
     WHERE p.person_id = ${subjectId}::uuid`,
  read: (json) => {
    const accounts = (rows.parse(json) ?? []).map(({ kind, bank, masked_number, verified }) => ({
      kind,
      account: { bank, maskedNumber: masked_number, verified },
    }));
    const of = (kind: string) => accounts.find((each) => each.kind === kind)?.account ?? null;
    return { citizenCard: of("citizen-card"), boundCard: of("bound-card") };
  },
};
