import { chineseCapitals } from "../chinese-capitals.ts";
import type { SealedWithdrawalReport } from "../content.ts";
import { dateText, momentText, yuanText } from "../format.ts";
import type { Section } from "../sections.ts";
import { personFacts } from "./person-facts.ts";

export function sealedWithdrawalReport(report: SealedWithdrawalReport): readonly Section[] {
  const { balanceFen, interestFen, payee } = report;
  const paidFen = balanceFen + interestFen;
  return [
    {
      type: "facts",
      heading: "一、账户与申请",
      facts: [
        ...personFacts(report.person),
        { label: "公积金账号", value: report.accountNumber },
        { label: "封存日期", value: dateText(report.sealedOn) },
        { label: "办件编号", value: report.applicationNumber },
        { label: "受理时间", value: momentText(report.acceptedAt) },
        { label: "审核通过", value: dateText(report.approvedOn) },
        { label: "提取原因", value: report.reason, wide: true },
      ],
    },
    {
      type: "facts",
      heading: "二、提取金额",
      columns: 1,
      facts: [
        { label: "账户余额", value: `￥${yuanText(balanceFen)}` },
        { label: "结清利息", value: `￥${yuanText(interestFen)}` },
        { label: "提取合计", value: `￥${yuanText(paidFen)}` },
        { label: "大写金额", value: chineseCapitals(BigInt(paidFen)) },
      ],
    },
    {
      type: "facts",
      heading: "三、收款账户",
      columns: 1,
      facts: [
        { label: "户名", value: payee.holder },
        { label: "开户银行", value: payee.bankName },
        { label: "账号", value: payee.maskedAccount },
      ],
    },
  ];
}
