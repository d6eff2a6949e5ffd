import { formatDay, formatMonth } from "../../dates.ts";
import { formatYuan, zeroFen } from "../../fen.ts";
import { monthFigure, text } from "../../figures.ts";
import { fails, handbook, holds, house } from "../../findings.ts";
import { firstMonthReached, packageInForce, planFor, planName, planOf } from "../../flex-plans.ts";
import { firstDebitDay, tierAmount, tiersInForce } from "../../flexible-packages.ts";
import { participationClause, schemeNames, statusNames } from "../../participant-words.ts";
import { defineService, type Situation } from "../../service.ts";
import { choices } from "./choices.ts";
import { guide } from "./guide.ts";
import { onRecord } from "./on-record.ts";
import { type FlexPlanChangeInput, type FlexPlanNeeds, quote } from "./quote.ts";
import { changeVoucher } from "./voucher.ts";

const source = handbook("灵活就业人员办理缴费套餐或档次变更");

export const flexPlanChange = defineService<FlexPlanChangeInput>()({
  code: "flex-plan-change",
  number: 1,
  name: "灵活就业人员缴费套餐和档次变更",
  audience: "person",
  menu: ["在线业务办理", "灵活就业人员套餐和档次变更"],
  guide,
  needs: ["participant", "flexPlans"],
  onRecord,
  standing: {
    paysNormallyAsFlexible: {
      code: "FPC-1",
      words: "以灵活就业身份参保，缴费状态正常",
      citation: source,
      judge: ({ facts: { participant } }) => {
        const actual = text(
          "您的参保状态",
          `${schemeNames[participant.scheme]}，${statusNames[participant.status]}`,
          "actual",
        );
        if (participant.scheme === "flexible" && participant.status === "normal")
          return holds(actual);
        return fails({
          message: `您${participationClause(participant)}，不能变更灵活就业缴费套餐和档次。`,
          figures: [text("办理条件", "灵活就业参保，正常缴费", "required"), actual],
          remedy:
            participant.scheme === "flexible"
              ? { text: "恢复灵活就业缴费后即可变更，请到中心柜面办理续保。" }
              : { text: "离开现单位并办理灵活就业参保登记后即可变更。" },
        });
      },
    },
  },
  request: {
    somethingChanges: {
      code: "FPC-3",
      words: "新的套餐或档次与原来不同",
      citation: house("与现行方案相同的申请不予受理，以免占用当月的变更"),
      judge: (asked) => {
        const month = reachedMonth(asked);
        const current = planOf(asked.facts.flexPlans, month);
        if (current === null || !isSame(current, asked.input)) return holds();
        return fails({
          message: `您选的${planName(asked.input, month, asked.policy)}就是${formatMonth(month)}已定的方案，没有变化。`,
          figures: [
            text("已定的方案", planName(current, month, asked.policy), "actual"),
            monthFigure("生效月份", month),
          ],
          remedy: { text: "请另选套餐或档次；不想变更的，不用办理。" },
          at: "/tierCode",
        });
      },
    },
    tierBelongsToPackage: {
      code: "FPC-4",
      words: "档次属于所选套餐，并在生效月份有效",
      citation: house("每个套餐各有档次，按生效月份公布的为准"),
      reads: ["flex.packages", "base.limits"],
      judge: ({ input, policy, today }) => {
        const month = firstMonthReached(today, policy);
        if (tierAmount(input.packageCode, input.tierCode, month, policy)) return holds();
        const pack = packageInForce(input.packageCode, month, policy);
        return fails({
          message: pack
            ? `“${pack.name}”在${formatMonth(month)}没有您选的档次。`
            : `${formatMonth(month)}没有您选的套餐。`,
          figures: [
            text(
              "可选",
              (pack?.tiers ?? tiersInForce(month, policy)).map((t) => t.name).join("、"),
              "required",
            ),
          ],
          remedy: { text: "请在列出的档次里重新选择。" },
          at: pack ? "/tierCode" : "/packageCode",
        });
      },
    },
  },
  provisions: {
    packageThenTier: {
      code: "FPC-2",
      words: "可以先换套餐再选档次，也可以套餐不变只换档次",
      citation: source,
    },
    amountIsVerified: {
      code: "FPC-5",
      words: "保存前必须核实每月应缴金额并校验；校验后金额有变的，不予保存并显示新金额",
      citation: source,
      reads: ["base.limits", "rates.pension", "rates.medical", "rates.housing"],
    },
    effectiveByDebitDay: {
      code: "FPC-6",
      words: "首次扣款日之前办成的当月生效，扣款日当天及以后办成的次月生效",
      citation: source,
      reads: ["flex.firstDebitDay"],
    },
    laterChangeReplaces: {
      code: "FPC-7",
      words: "同一生效月份再次变更的，后一次取代前一次，前一次的凭证同时作废",
      citation: house("一个月只有一个方案，两次变更都留有记录"),
    },
    effectiveByItself: {
      code: "FPC-8",
      words: "到了生效月份，新方案自动生效",
      citation: house("方案按月份记录，不需要另行操作"),
    },
  },
  choices,
  defaults: (situation) => {
    const plan = planOf(situation.facts.flexPlans, reachedMonth(situation));
    return plan ? { packageCode: plan.packageCode, tierCode: plan.tierCode } : {};
  },
  quote,
  consequence: (asked) => {
    const month = reachedMonth(asked);
    const amount = tierAmount(asked.input.packageCode, asked.input.tierCode, month, asked.policy);
    const debit = firstDebitDay(month, asked.policy);
    return `自${formatMonth(month)}起改为${planName(asked.input, month, asked.policy)}，${formatDay(debit)}起每月从您绑定的银行卡扣 ${formatYuan(amount?.totalFen ?? zeroFen)} 元。`;
  },
  process: [
    {
      kind: "decide",
      effects: (asked) => {
        const month = reachedMonth(asked);
        const amount = tierAmount(
          asked.input.packageCode,
          asked.input.tierCode,
          month,
          asked.policy,
        );
        const replaced = planFor(asked.facts.flexPlans, month);
        return [
          { kind: "plan.change", ...asked.input, effectiveMonth: month, voucher: "voucher" },
          { kind: "document.issue", slot: "voucher", paper: changeVoucher(asked, month) },
          ...(replaced?.voucherNumber
            ? [
                {
                  kind: "document.supersede" as const,
                  number: replaced.voucherNumber,
                  by: "voucher",
                },
              ]
            : []),
          {
            kind: "message.send",
            slot: "changed",
            template: "plan-changed",
            values: {
              plan: planName(asked.input, month, asked.policy),
              month: formatMonth(month),
              amount: formatYuan(amount?.totalFen ?? zeroFen),
            },
          },
        ];
      },
    },
  ],
});

function reachedMonth({ today, policy }: Pick<Situation<FlexPlanNeeds>, "today" | "policy">) {
  return firstMonthReached(today, policy);
}

function isSame(plan: FlexPlanChangeInput, other: FlexPlanChangeInput): boolean {
  return plan.packageCode === other.packageCode && plan.tierCode === other.tierCode;
}
