import { type Day, isAfter } from "./dates.ts";
import type { EffectOf, LedgerAccountRef } from "./effects.ts";
import type { HousingAccount, PayoutAccount, PayoutAccounts } from "./facts.ts";
import { type Fen, fen, formatRate, formatYuan, sumFen } from "./fen.ts";
import {
  balanceHistoryOf,
  depositRateOn,
  type InterestLine,
  type InterestPosting,
  interestPostings,
  lastPostingDay,
} from "./interest.ts";
import type { PolicyReader } from "./policy.ts";

export const accountStatusNames: Readonly<Record<HousingAccount["status"], string>> = {
  normal: "正常缴存",
  sealed: "封存",
  closed: "已销户",
};

export const accountKindNames: Readonly<Record<HousingAccount["kind"], string>> = {
  general: "一般账户",
  temporary: "临时缴费账户",
};

/** Where a withdrawal is paid to. */
export type PayoutKind = "citizen-card" | "bound-card";

export const payoutKinds: readonly PayoutKind[] = ["citizen-card", "bound-card"];

export const payoutNames: Readonly<Record<PayoutKind, string>> = {
  "citizen-card": "市民卡银行账户",
  "bound-card": "绑定银行卡",
};

/** The account on record for a kind, or null. */
export function payoutAccountOf(accounts: PayoutAccounts, kind: PayoutKind): PayoutAccount | null {
  return kind === "citizen-card" ? accounts.citizenCard : accounts.boundCard;
}

/** 市民卡银行账户（苏州银行 6228 **** **** 0128）, as sentences and papers write it. */
export function payoutWords(kind: PayoutKind, account: PayoutAccount): string {
  return `${payoutNames[kind]}（${account.bank} ${account.maskedNumber}）`;
}

/** An account wound up on a day: what it holds, the interest it still bears, and both together. */
export interface Settlement {
  readonly balanceFen: Fen;
  /** Every day on which interest is credited; the closing day is the last. */
  readonly postings: readonly InterestPosting[];
  readonly lines: readonly InterestLine[];
  readonly interestFen: Fen;
  readonly totalFen: Fen;
}

/**
 * Winds an account up (LDG-6): interest since the last posting, the closing day not counted. A
 * posting day that lies between and wasn't kept is credited on the way and bears interest itself.
 */
export function settlementOf(account: HousingAccount, on: Day, policy: PolicyReader): Settlement {
  const postings = interestPostings({
    balanceHistory: balanceHistoryOf(account),
    from: account.interestUpTo,
    to: on,
    rateOn: depositRateOn(policy),
    postedOn: policy.on("housing.depositRate", on).postedOn,
  });
  const interestFen = sumFen(postings.map((posting) => posting.interestFen));
  return {
    balanceFen: account.balanceFen,
    postings,
    lines: postings.flatMap((posting) => posting.lines),
    interestFen,
    totalFen: fen(account.balanceFen + interestFen),
  };
}

/**
 * Interest that the posting days up to `on`, that day among them, owe the account (LDG-6), oldest
 * first. More than one only where a posting day was missed; the later then bears interest on the
 * earlier. Winding the account up comes to the same with it posted or not.
 */
export function interestDue(
  account: HousingAccount,
  on: Day,
  policy: PolicyReader,
): readonly InterestPosting[] {
  const { postedOn } = policy.on("housing.depositRate", on);
  const last = lastPostingDay(postedOn, on);
  if (!isAfter(last, account.interestUpTo)) return [];
  return interestPostings({
    balanceHistory: balanceHistoryOf(account),
    from: account.interestUpTo,
    to: last,
    rateOn: depositRateOn(policy),
    postedOn,
  });
}

/** Interest credited at the centre's expense. A posting of nothing would say nothing: none then. */
export function interestEffects(
  accountNumber: string,
  interestFen: Fen,
  memo: string,
): readonly EffectOf<"ledger.post">[] {
  if (interestFen === 0n) return [];
  return [
    {
      kind: "ledger.post",
      slot: "interest",
      memo,
      lines: [
        { account: { kind: "control", code: "interest-expense" }, amountFen: fen(-interestFen) },
        { account: housingAccountRef(accountNumber), amountFen: interestFen },
      ],
    },
  ];
}

/** 36,543.21 元 × 1.5% × 261 天 ÷ 365. */
export function interestWorking(line: InterestLine): string {
  return `${formatYuan(line.balanceFen)} 元 × ${formatRate(line.rate)} × ${line.days} 天 ÷ 365`;
}

export function housingAccountRef(accountNumber: string): LedgerAccountRef {
  return { kind: "housing", accountNumber };
}
