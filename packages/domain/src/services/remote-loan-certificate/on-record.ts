import type { HousingLoan } from "../../facts.ts";
import { count, type Figure, money, monthFigure, text } from "../../figures.ts";
import { accountStatusNames } from "../../housing-accounts.ts";
import { participantOnRecord } from "../../participant-words.ts";
import { depositsOf } from "./certificate.ts";
import type { LoanCertificateSituation } from "./input.ts";

/** Who it is, and the newest deposit on record: to be looked at before the certificate (RLC-5). */
export function onRecord(situation: LoanCertificateSituation): readonly Figure[] {
  const { participant, housingAccount, housingLoan } = situation.facts;
  const deposits = depositsOf(situation);
  return [
    ...participantOnRecord(participant),
    text(
      "住房公积金账户",
      housingAccount
        ? `${housingAccount.number}，${accountStatusNames[housingAccount.status]}`
        : "没有",
    ),
    ...(housingAccount ? [money("账户余额", housingAccount.balanceFen)] : []),
    ...(deposits
      ? [
          monthFigure("最近一次缴存", deposits.last),
          money("当月缴存额", deposits.monthlyFen),
          count("连续缴存", deposits.unbroken, "个月"),
        ]
      : [text("最近一次缴存", "没有缴存记录")]),
    text("园区住房公积金贷款", loanWords(housingLoan)),
  ];
}

function loanWords(loan: HousingLoan | null): string {
  if (loan === null) return "没有";
  return loan.settledOn === null ? "未结清" : "已结清";
}
