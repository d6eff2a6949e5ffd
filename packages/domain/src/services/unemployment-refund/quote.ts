import { refundTotal } from "../../benefits.ts";
import { formatMonth } from "../../dates.ts";
import { designatedAccount } from "../../designated-accounts.ts";
import { formatYuan } from "../../fen.ts";
import { count, dayFigure, text } from "../../figures.ts";
import type { Quote } from "../../service.ts";
import { firstDayAgain, monthsToRefund, type RefundRequest } from "./input.ts";

/** Every month with its four parts, and where the sum is to be paid. */
export function quote(asked: RefundRequest): Quote {
  const months = monthsToRefund(asked);
  const { policy, today } = asked;
  return {
    figures: [
      count("需要退支", months.length, "个月"),
      text("收款账户", designatedAccount(policy, "unemployment.refundAccount", today).line),
      text("退款方式", "银行柜台转账，暂不支持网上银行和手机银行"),
      dayFigure("可以再次打印", firstDayAgain(today, asked)),
      text("退支以后", "退支的月份退回为未领取的月份"),
    ],
    lines: months.map(({ month, totalFen, causes }) => ({
      label: `${formatMonth(month.month)}：${causes.map(({ words }) => words).join("；")}`,
      working: `失业金 ${formatYuan(month.benefitFen)} + 临时物价补贴 ${formatYuan(month.subsidyFen)} + 失业金补差 ${formatYuan(month.topUpFen)} + 失业门诊补助 ${formatYuan(month.outpatientFen)}`,
      amountFen: totalFen,
    })),
    total: { label: "应退合计", amountFen: refundTotal(months) },
    months: [],
  };
}
