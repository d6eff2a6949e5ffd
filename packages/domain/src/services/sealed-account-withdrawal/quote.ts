import { formatDay } from "../../dates.ts";
import { dayFigure, text } from "../../figures.ts";
import {
  interestWorking,
  payoutAccountOf,
  payoutWords,
  settlementOf,
} from "../../housing-accounts.ts";
import type { Quote } from "../../service.ts";
import { openAccount, type SealedRequest } from "./input.ts";

/**
 * What would be paid if the case were approved today. The interest of the days until the approval
 * is added then; a quote can't know them.
 */
export function quote(asked: SealedRequest): Quote {
  const { facts, input, policy, today } = asked;
  const account = openAccount(asked);
  if (account === null) return { figures: [], lines: [], total: null, months: [] };
  const settlement = settlementOf(account, today, policy);
  const payout = payoutAccountOf(facts.payoutAccounts, input.payee);
  return {
    figures: [
      text("公积金账号", account.number),
      ...(payout ? [text("收款账户", payoutWords(input.payee, payout))] : []),
      ...(payout?.verified === false
        ? [text("付款提醒", "这个账户还没有通过核验，审核通过后要等核验通过才付款")]
        : []),
      dayFigure("利息先算到（不含当天）", today),
      text("最终利息", "以审核通过当天结清的为准，只多不少"),
    ],
    lines: [
      {
        label: "账户余额",
        working: `截至${formatDay(today)}`,
        amountFen: settlement.balanceFen,
      },
      ...settlement.lines.map((line) => ({
        label: `利息（${formatDay(line.from)}起）`,
        working: interestWorking(line),
        amountFen: line.interestFen,
      })),
    ],
    total: { label: "今天结清可提取", amountFen: settlement.totalFen },
    months: [],
  };
}
