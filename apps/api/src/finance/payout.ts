import { payoutNames } from "@hall/domain/housing-accounts";
import type { Hall } from "../hall.ts";
import type { Prisma } from "../store/database.ts";

type Account = Prisma.PayoutAccountGetPayload<Record<string, never>>;
interface PaidTo {
  readonly personId: string;
  readonly payee: string;
}

/** Payout accounts as they are registered now, by person and kind. */
export type Accounts = ReadonlyMap<string, Account>;

export async function accountsOf({ db }: Hall, personIds: readonly string[]): Promise<Accounts> {
  const rows = await db.payoutAccount.findMany({
    where: { personId: { in: [...new Set(personIds)] } },
  });
  return new Map(rows.map((row) => [`${row.personId} ${row.kind}`, row]));
}

export const accountOf = ({ personId, payee }: PaidTo, accounts: Accounts): Account | null =>
  accounts.get(`${personId} ${payee}`) ?? null;

/** Why nothing can be paid to the account now (SAW-6); the case goes on, the payment waits. */
export function accountStop(order: PaidTo, accounts: Accounts): string | null {
  const name = payoutNames[order.payee === "bound-card" ? "bound-card" : "citizen-card"];
  const account = accountOf(order, accounts);
  if (!account) return `本人的${name}已不在登记里，登记后才能付款。`;
  return account.verified ? null : `${name}还没有通过核验，核验通过后才付款。`;
}
