import { z } from "zod";
import { sql } from "../store/database.ts";
import { fenColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const row = z.object({ number: z.string(), balance_fen: fenColumn }).nullable();

export const legacyAccount: FactLoader<"legacyAccount"> = {
  sql: ({ subjectId }) => sql`
    SELECT to_jsonb(l) FROM legacy_account l WHERE l.person_id = ${subjectId}::uuid LIMIT 1`,
  read: (json) => {
    const account = row.parse(json);
    return account && { number: account.number, balanceFen: account.balance_fen };
  },
};
