import { type BenefitMonth, matterNames, refundTotal, waitingMatters } from "../../benefits.ts";
import { chineseCapitals } from "../../chinese-capitals.ts";
import { formatDay, formatMonth } from "../../dates.ts";
import { designatedAccount } from "../../designated-accounts.ts";
import { formatYuan, sumFen } from "../../fen.ts";
import { maskIdentityNumber, maskMobile } from "../../masks.ts";
import type { Paper, Section } from "../../paper.ts";
import { firstDayAgain, formKind, formName, monthsToRefund, type RefundDecided } from "./input.ts";

/** What is to be paid back month by month, and where to; taken to the bank and to the counter. */
export function refundForm(asked: RefundDecided): Paper {
  const { facts, today, policy } = asked;
  const account = designatedAccount(policy, "unemployment.refundAccount", today);
  const firstDay = firstDayAgain(today, asked);
  return {
    kind: formKind,
    title: formName,
    holderName: facts.participant.name,
    sections: [
      applicantSection(asked),
      monthsSection(asked),
      {
        type: "facts",
        heading: "三、退款金额和收款账户",
        columns: 1,
        facts: [{ label: "应退金额", value: amountWords(asked) }, ...account.facts],
      },
      { type: "signatures", lines: ["申请人签名", "柜面经办"] },
    ],
    notes: [
      ...account.notes,
      "请到银行柜台转账，暂不支持网上银行和手机银行；银行缴款凭证交中心柜面。",
      `缴款金额必须与本表一致；${formatDay(firstDay)}以前不能再次打印，明细有变动的请到柜面核算。`,
    ],
  };
}

function applicantSection({ facts, today, applicationNumber }: RefundDecided): Section {
  const { participant } = facts;
  const waiting = waitingMatters(facts)
    .map(({ kind, party }) => (party ? `${matterNames[kind]}（${party}）` : matterNames[kind]))
    .join("、");
  return {
    type: "facts",
    heading: "一、申请人",
    facts: [
      { label: "姓名", value: participant.name },
      { label: "个人编号", value: participant.personalNumber },
      { label: "证件号码", value: maskIdentityNumber(participant.identityNumber) },
      {
        label: "手机号码",
        value: participant.mobile ? maskMobile(participant.mobile) : "没有登记",
      },
      { label: "办件编号", value: applicationNumber },
      { label: "打印日期", value: formatDay(today) },
      { label: "退支后继续办理", value: waiting, wide: true },
    ],
  };
}

function monthsSection(asked: RefundDecided): Section {
  const months = monthsToRefund(asked);
  const sum = (part: (month: BenefitMonth) => BenefitMonth["benefitFen"]) =>
    formatYuan(sumFen(months.map(({ month }) => part(month))));
  return {
    type: "table",
    heading: "二、退支明细（元）",
    density: "dense",
    columns: [
      { title: "月份", weight: 2 },
      { title: "退支原因", weight: 4.6, align: "left" },
      { title: "失业金", weight: 2, align: "right" },
      { title: "临时物价补贴", weight: 2, align: "right" },
      { title: "失业金补差", weight: 2, align: "right" },
      { title: "失业门诊补助", weight: 2, align: "right" },
      { title: "合计", weight: 2, align: "right" },
    ],
    rows: months.map(({ month, totalFen, causes }) => [
      formatMonth(month.month),
      causes.map(({ words }) => words).join("；"),
      formatYuan(month.benefitFen),
      formatYuan(month.subsidyFen),
      formatYuan(month.topUpFen),
      formatYuan(month.outpatientFen),
      formatYuan(totalFen),
    ]),
    totals: [
      [
        "合计",
        "",
        sum((month) => month.benefitFen),
        sum((month) => month.subsidyFen),
        sum((month) => month.topUpFen),
        sum((month) => month.outpatientFen),
        formatYuan(refundTotal(months)),
      ],
    ],
  };
}

function amountWords(asked: RefundDecided): string {
  const total = refundTotal(monthsToRefund(asked));
  return `￥${formatYuan(total)}（${chineseCapitals(total)}）`;
}
