import { matterNames, refundTotal, waitingMatters } from "../../benefits.ts";
import { formatDay } from "../../dates.ts";
import type { Effect } from "../../effects.ts";
import { formatYuan } from "../../fen.ts";
import { house } from "../../findings.ts";
import { defineService } from "../../service.ts";
import {
  amountIsTheForms,
  clearingEffects,
  paidSinceThePrinting,
  slipFields,
  slipIsNew,
} from "./counter.ts";
import { refundForm } from "./form.ts";
import { guide } from "./guide.ts";
import { firstDayAgain, monthsToRefund, type RefundDecided, type RefundInput } from "./input.ts";
import { onRecord } from "./on-record.ts";
import { quote } from "./quote.ts";
import {
  detailsChecked,
  formIsSevenDaysOld,
  notPrintedLately,
  somethingToRefund,
  source,
} from "./standing.ts";

export const unemploymentRefund = defineService<RefundInput>()({
  code: "unemployment-refund",
  number: 12,
  name: "失业金退支申请",
  audience: "person",
  menu: ["在线业务受理", "失业金退支申请"],
  guide,
  needs: [
    "participant",
    "contributions",
    "unemploymentElsewhere",
    "benefitPlans",
    "benefitMatters",
    "bankSlips",
    "issuedPapers",
  ],
  onRecord,
  standing: { somethingToRefund, notPrintedLately },
  request: { detailsChecked },
  provisions: {
    fourPartsOfAMonth: {
      code: "UBR-3",
      words: "退支的月份包括失业金、临时物价补贴、失业金补差和失业门诊补助",
      citation: source,
    },
    formNamesAmountAndAccount: {
      code: "UBR-4",
      words: "确认后打印退支申请表，写明应退金额和中心指定的银行、账户",
      citation: source,
      reads: ["unemployment.refundAccount"],
    },
    byBankCounterOnly: {
      code: "UBR-5",
      words: "只能到银行柜台转账，暂不支持网上银行和手机银行；银行缴款凭证交到中心柜面",
      citation: source,
    },
    whatWaitsGoesOn: {
      code: "UBR-8",
      words: "退支入账以前，失业金申领、待遇转出或劳动合同报送暂停；入账以后继续办理",
      citation: house("退支的月份退回为未领取的月份"),
    },
  },
  quote,
  consequence: (asked) => {
    const total = formatYuan(refundTotal(monthsToRefund(asked)));
    const waiting = waitingMatters(asked.facts)
      .map(({ kind }) => matterNames[kind])
      .join("、");
    return `现在生成退支申请表，应退 ${total} 元；${formatDay(firstDayAgain(asked.today, asked))}以前不能再次打印。退款入账以前，${waiting}不能继续办理。`;
  },
  process: [
    { kind: "decide", effects: demandEffects },
    {
      kind: "await",
      whom: "counter",
      party: "中心柜面",
      task: "带银行缴款凭证办理退支入账",
      clock: null,
      fields: slipFields,
      rules: { amountIsTheForms, paidSinceThePrinting, slipIsNew },
      mayDecline: false,
      withdrawal: { formIsSevenDaysOld },
      effects: clearingEffects,
    },
  ],
});

function demandEffects(asked: RefundDecided): readonly Effect[] {
  const months = monthsToRefund(asked);
  return [
    {
      kind: "benefit.demand",
      months: months.map(({ plan, month }) => ({ plan, month: month.month })),
    },
    { kind: "document.issue", slot: "form", paper: refundForm(asked) },
    {
      kind: "message.send",
      slot: "demanded",
      template: "refund-demanded",
      values: { amount: formatYuan(refundTotal(months)) },
    },
  ];
}
