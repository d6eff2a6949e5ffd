import { formatDay, formatMonth, type Month } from "../../dates.ts";
import { formatRate, formatYuan, zeroFen } from "../../fen.ts";
import { planFor, planName, planOf } from "../../flex-plans.ts";
import { firstDebitDay, flexInsuranceNames, tierAmount } from "../../flexible-packages.ts";
import { maskIdentityNumber } from "../../masks.ts";
import type { Paper, Section } from "../../paper.ts";
import type { CaseRequest } from "../../service.ts";
import type { FlexPlanChangeInput, FlexPlanNeeds } from "./quote.ts";

/** 业务办结凭证: what was changed, from when, and what is to be paid. */
export function changeVoucher(
  asked: CaseRequest<FlexPlanNeeds, FlexPlanChangeInput>,
  month: Month,
): Paper {
  const { facts, policy } = asked;
  const replaced = planFor(facts.flexPlans, month);
  return {
    kind: "flex-plan-change-voucher",
    title: "灵活就业人员缴费套餐和档次变更业务办结凭证",
    holderName: facts.participant.name,
    sections: [
      {
        type: "facts",
        heading: "一、参保人员",
        facts: [
          { label: "姓名", value: facts.participant.name },
          { label: "个人编号", value: facts.participant.personalNumber },
          { label: "证件号码", value: maskIdentityNumber(facts.participant.identityNumber) },
          { label: "办件编号", value: asked.applicationNumber },
        ],
      },
      changeSection(asked, month),
      amountSection(asked, month),
      ...(replaced?.voucherNumber
        ? [
            {
              type: "emphasis" as const,
              text: `本凭证取代编号 ${replaced.voucherNumber} 的凭证（${planName(replaced, month, policy)}，自${formatMonth(month)}起），原凭证同时作废。`,
            },
          ]
        : []),
    ],
    notes: [
      `新方案自${formatMonth(month)}起执行，首次扣款日为${formatDay(firstDebitDay(month, policy))}，请保证绑定的银行卡余额充足。`,
      `应缴金额按${formatMonth(month)}执行的基数和费率计算，政策调整时随之调整。`,
    ],
  };
}

function changeSection(
  { facts, input, policy }: CaseRequest<FlexPlanNeeds, FlexPlanChangeInput>,
  month: Month,
): Section {
  const before = planOf(facts.flexPlans, month);
  return {
    type: "facts",
    heading: "二、变更内容",
    facts: [
      { label: "变更前", value: before ? planName(before, month, policy) : "无" },
      { label: "变更后", value: planName(input, month, policy) },
      { label: "生效月份", value: formatMonth(month) },
    ],
  };
}

function amountSection(
  { input, policy }: CaseRequest<FlexPlanNeeds, FlexPlanChangeInput>,
  month: Month,
): Section {
  const amount = tierAmount(input.packageCode, input.tierCode, month, policy);
  return {
    type: "table",
    heading: "三、每月应缴金额",
    columns: [
      { title: "项目", weight: 2 },
      { title: "缴费基数（元）", weight: 2, align: "right" },
      { title: "比例", weight: 1 },
      { title: "金额（元）", weight: 2, align: "right" },
    ],
    rows: (amount?.lines ?? []).map((line) => [
      flexInsuranceNames[line.insurance],
      formatYuan(line.baseFen),
      formatRate(line.rate),
      formatYuan(line.amountFen),
    ]),
    totals: [["合计", "", "", formatYuan(amount?.totalFen ?? zeroFen)]],
  };
}
