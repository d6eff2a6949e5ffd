import type { Day } from "../../dates.ts";
import type { HousingAccount, PayoutAccount } from "../../facts.ts";
import { type PayoutKind, payoutAccountOf } from "../../housing-accounts.ts";
import type { Request, Situation } from "../../service.ts";

export interface SealedWithdrawalInput {
  /** GB/T 2260, 320571 for the park. */
  readonly householdRegion: string;
  readonly householdAddress: string;
  readonly payee: PayoutKind;
  readonly declarationAccepted: boolean;
}

export type SealedNeeds =
  | "participant"
  | "housingAccount"
  | "payoutAccounts"
  | "elsewhere"
  | "transferVouchers";

export type SealedSituation = Situation<SealedNeeds>;
export type SealedRequest = Request<SealedNeeds, SealedWithdrawalInput>;

/** What the person declares, sentence by sentence. */
export const declaration: readonly string[] = [
  "本人已经与原单位解除劳动关系，没有在苏州市（含各县级市）就业，也没有在园区以外继续缴存住房公积金；已到法定退休年龄的，不受这一条限制。",
  "本人申请提取住房公积金账户的全部余额和利息。付款后账户销户，不能恢复，以后在园区重新缴存的，另开新账户。",
  "户籍地址和收款账户由本人核对无误。填写不实造成的后果由本人承担，多提取的金额由本人退回。",
];

/** The account that can be emptied: one that is there and not closed. */
export function openAccount({ facts }: SealedSituation): HousingAccount | null {
  const account = facts.housingAccount;
  return account === null || account.status === "closed" ? null : account;
}

/** The day on which the account was sealed; null while it isn't, or isn't there. */
export function sealedOn(situation: SealedSituation): Day | null {
  const account = openAccount(situation);
  return account?.status === "sealed" ? account.sealedOn : null;
}

/** What a decision stands on. Throws where the rules didn't hold: it is called only when they do. */
export function decidedOn({ facts, input }: SealedRequest): {
  readonly account: HousingAccount;
  readonly payout: PayoutAccount;
} {
  const account = facts.housingAccount;
  const payout = payoutAccountOf(facts.payoutAccounts, input.payee);
  if (account === null || payout === null) throw new Error("decided though a rule refuses");
  return { account, payout };
}
