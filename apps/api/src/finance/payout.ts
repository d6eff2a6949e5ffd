import { payoutNames } from "@hall/domain/housing-accounts";
import { instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import type { Prisma } from "../store/database.ts";
import { heldUntilOf } from "./payout-hold.ts";

type Account = Prisma.PayoutAccountGetPayload<Record<string, never>> & {
  /** Until then nothing is paid to it, since phone or card changed lately (XPL-13). */
  readonly heldUntil: Date | null;
};
interface PaidTo {
  readonly personId: string;
  readonly payee: string;
}

/** Payout accounts as they are registered now, by person and kind. */
export type Accounts = ReadonlyMap<string, Account>;

export async function accountsOf(hall: Hall, personIds: readonly string[]): Promise<Accounts> {
  const ids = [...new Set(personIds)];
  const [rows, held] = await Promise.all([
    hall.db.payoutAccount.findMany({ where: { personId: { in: ids } } }),
    heldUntilOf(hall, ids),
  ]);
  return new Map(
    rows.map((row) => [
      `${row.personId} ${row.kind}`,
      { ...row, heldUntil: held.get(row.personId) ?? null },
    ]),
  );
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

/** As `accountStop`, and what waits by itself: a phone or a card that changed lately (XPL-13). */
export function payoutStop(order: PaidTo, accounts: Accounts): string | null {
  const stop = accountStop(order, accounts);
  const heldUntil = accountOf(order, accounts)?.heldUntil;
  if (stop || !heldUntil) return stop;
  return `收款人的手机或银行卡刚刚变更，${momentText(heldUntil)}以后才能付款。`;
}

const momentText = (at: Date): string => instantText(at).slice(0, 16).replace("T", " ");
