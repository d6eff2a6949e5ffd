import type { FlexPlanChangeVoucher, FlexPlanLine } from "../content.ts";
import { dateText, momentText, monthText, sumFen, yuanText } from "../format.ts";
import type { Section } from "../sections.ts";
import { personFacts } from "./person-facts.ts";

export function flexPlanChangeVoucher(voucher: FlexPlanChangeVoucher): readonly Section[] {
  const { previous, next, lines, supersedes } = voucher;
  const total = sumFen(lines.map((line) => line.amountFen));
  return [
    {
      type: "facts",
      facts: [
        ...personFacts(voucher.person),
        { label: "办件编号", value: voucher.applicationNumber },
        { label: "业务名称", value: "套餐和档次变更" },
        { label: "办结时间", value: momentText(voucher.acceptedAt) },
        { label: "生效月份", value: `自${monthText(voucher.effectiveMonth)}起` },
        { label: "首次扣款日", value: dateText(voucher.firstDebitOn) },
      ],
    },
    {
      type: "table",
      heading: "一、变更内容",
      columns: [
        { title: "项目", weight: 2 },
        { title: "变更前", weight: 4 },
        { title: "变更后", weight: 4 },
      ],
      rows: comparedPlans(previous, next),
    },
    {
      type: "table",
      heading: "二、变更后每月缴费",
      columns: [
        { title: "险种", weight: 3 },
        { title: "缴费基数（元）", weight: 3, align: "right" },
        { title: "费率", weight: 2 },
        { title: "每月应缴（元）", weight: 3, align: "right" },
      ],
      rows: lines.map((line) => [
        line.insuranceName,
        yuanText(line.baseFen),
        line.rate,
        yuanText(line.amountFen),
      ]),
      totals: [["合计", "", "", yuanText(total)]],
    },
    ...(supersedes
      ? [
          {
            type: "emphasis" as const,
            text: `本凭证生效后，${dateText(supersedes.issuedOn)}出具的编号${supersedes.number}凭证（${supersedes.summary}）同时作废。`,
          },
        ]
      : []),
  ];
}

function comparedPlans(previous: FlexPlanLine, next: FlexPlanLine): string[][] {
  return [
    ["缴费套餐", previous.packageName, next.packageName],
    ["缴费档次", previous.tierName, next.tierName],
    ["缴费基数", `${yuanText(previous.baseFen)}元`, `${yuanText(next.baseFen)}元`],
    ["每月应缴", `${yuanText(previous.monthlyFen)}元`, `${yuanText(next.monthlyFen)}元`],
  ];
}
