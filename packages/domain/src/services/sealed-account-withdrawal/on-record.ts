import { dayFigure, type Figure, money, text } from "../../figures.ts";
import {
  accountKindNames,
  accountStatusNames,
  payoutAccountOf,
  payoutKinds,
  payoutWords,
} from "../../housing-accounts.ts";
import { participantOnRecord } from "../../participant-words.ts";
import type { SealedSituation } from "./input.ts";

/** Basic data, the account with its balance, and where it can be paid (SAW-3). */
export function onRecord({ facts }: SealedSituation): readonly Figure[] {
  const { participant, housingAccount: account, payoutAccounts } = facts;
  const payouts = payoutKinds.flatMap((kind) => {
    const payout = payoutAccountOf(payoutAccounts, kind);
    if (payout === null) return [];
    const verified = payout.verified ? "已核验" : "未核验";
    return [text("收款账户", `${payoutWords(kind, payout)}，${verified}`)];
  });
  return [
    ...participantOnRecord(participant),
    text("户籍地址", participant.household.address),
    ...(account
      ? [
          text("公积金账号", account.number),
          text(
            "账户状态",
            `${accountKindNames[account.kind]}，${accountStatusNames[account.status]}`,
          ),
          ...(account.sealedOn ? [dayFigure("封存日期", account.sealedOn)] : []),
          money("账户余额", account.balanceFen),
          dayFigure("利息已结至（不含当天）", account.interestUpTo),
        ]
      : [text("住房公积金账户", "没有")]),
    ...(payouts.length > 0 ? payouts : [text("收款账户", "没有登记")]),
  ];
}
