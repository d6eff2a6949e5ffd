import { insuranceNames, insurances, lastTwelveMonths, totalsOf } from "../../contributions.ts";
import { formatDay, formatMonth, isMonthAfter, monthOf } from "../../dates.ts";
import { monthFigure, text } from "../../figures.ts";
import { fails, handbook, holds, house, moot } from "../../findings.ts";
import { participationClause, statusNames } from "../../participant-words.ts";
import { defineService } from "../../service.ts";
import { account } from "./account.ts";
import { certificate } from "./certificate.ts";
import { detail } from "./detail.ts";
import { guide } from "./guide.ts";
import { type CertificateInput, paperNames, rangeAsked, rowsAsked, validUntil } from "./input.ts";
import { onRecord } from "./on-record.ts";
import { quote } from "./quote.ts";

const source = handbook("参保人员参保证明和参保明细的出具");

export const participationCertificate = defineService<CertificateInput>()({
  code: "participation-certificate",
  number: 3,
  name: "参保人员参保证明和参保明细",
  audience: "person",
  menu: ["信息查询", "员工账户查询"],
  guide,
  needs: ["participant", "contributions", "housingAccount", "legacyAccount"],
  onRecord,
  standing: {
    isParticipantHere: {
      code: "PCT-1",
      words: "在园区参保，或者曾经在园区缴费",
      citation: source,
      judge: ({ facts: { participant, contributions } }) => {
        if (participant.status === "normal" || contributions.length > 0)
          return holds(text("您的参保状态", statusNames[participant.status], "actual"));
        return fails({
          message: `您${participationClause(participant)}，在园区没有缴费记录，没有内容可以证明。`,
          figures: [
            text("办理条件", "正常参保，或有缴费记录", "required"),
            text("您的参保状态", `${statusNames[participant.status]}，没有缴费记录`, "actual"),
          ],
          remedy: { text: "如果您在园区缴过费而这里没有显示，请带身份证到中心柜面核对。" },
        });
      },
    },
  },
  request: {
    rangeInOrder: {
      code: "PCT-3",
      words: "明细的起始月份不晚于截止月份，截止月份不晚于本月",
      citation: house("明细按起止月份出具，两端的月份都算在内"),
      boundary: "截止月份是本月",
      judge: (asked) => {
        if (asked.input.paper === "certificate") return moot();
        const { from, to } = rangeAsked(asked);
        const thisMonth = monthOf(asked.today);
        if (isMonthAfter(from, to)) {
          return fails({
            message: `起始月份${formatMonth(from)}晚于截止月份${formatMonth(to)}，请调换。`,
            figures: [
              monthFigure("起始月份", from, "actual"),
              monthFigure("截止月份", to, "actual"),
            ],
            remedy: { text: "请把较早的月份填在前面。" },
            at: "/range/from",
          });
        }
        if (!isMonthAfter(to, thisMonth)) return holds();
        return fails({
          message: `截止月份${formatMonth(to)}还没有到，最晚只能到${formatMonth(thisMonth)}。`,
          figures: [
            monthFigure("最晚月份", thisMonth, "required"),
            monthFigure("截止月份", to, "actual"),
          ],
          remedy: { text: `请把截止月份改为${formatMonth(thisMonth)}或更早。` },
          at: "/range/to",
        });
      },
    },
    somethingPaidInRange: {
      code: "PCT-3",
      words: "所选月份和险种里有缴费",
      citation: house("不出具空白的明细"),
      judge: (asked) => {
        const { from, to } = rangeAsked(asked);
        const { input, facts, today } = asked;
        const isOutOfOrder = isMonthAfter(from, to) || isMonthAfter(to, monthOf(today));
        if (input.paper === "certificate" || isOutOfOrder) return moot();
        if (rowsAsked(asked).length > 0) return holds();
        const known = totalsOf(facts.contributions).map(({ insurance, first, last }) =>
          text(
            insuranceNames[insurance],
            `${formatMonth(first)}至${formatMonth(last)}`,
            "required",
          ),
        );
        const names = input.insurances.map((insurance) => insuranceNames[insurance]).join("、");
        return fails({
          message: `${formatMonth(from)}至${formatMonth(to)}没有${names}缴费记录，不能出具空白的明细。`,
          figures: known,
          remedy: {
            text: known.length > 0 ? "请按列出的缴费时间重新选择。" : "缴费入账后就可以出具明细。",
          },
          at: "/range",
        });
      },
    },
  },
  provisions: {
    kindIsChosen: {
      code: "PCT-2",
      words: "可以选择参保证明或参保缴费明细，并打印",
      citation: source,
    },
    sealedAndVerifiable: {
      code: "PCT-4",
      words: "证明和明细有编号、印章和二维码，在有效期内任何人都可以验证",
      citation: house("有效期按公布的月数计算"),
      reads: ["certificate.validMonths"],
    },
    totalsOfWhatIsPrinted: {
      code: "PCT-5",
      words: "明细的合计由所印各行逐行相加：每个险种的个人部分、单位部分和月数",
      citation: house("一个月只计一次，不论分几笔缴"),
    },
    accountView: {
      code: "PCT-6",
      words: "账户查询显示参保状态、单位、基数、最近缴费、住房公积金余额，有原公积金账户的一并显示",
      citation: source,
    },
  },
  views: { account },
  choices: ({ facts }) => {
    const paid = new Set(facts.contributions.map(({ insurance }) => insurance));
    return {
      insurances: insurances
        .filter((insurance) => paid.has(insurance))
        .map((insurance) => ({ value: insurance, label: insuranceNames[insurance] })),
    };
  },
  defaults: ({ today }) => ({
    paper: "certificate",
    range: lastTwelveMonths(today),
    insurances: [],
  }),
  quote,
  consequence: (asked) =>
    `现在出具${paperNames[asked.input.paper]}，${formatDay(validUntil(asked))}前（含当日）他人可以扫码验证；出具后内容不再改动。`,
  process: [
    {
      kind: "decide",
      effects: (asked) => [
        {
          kind: "document.issue",
          slot: "paper",
          paper: asked.input.paper === "certificate" ? certificate(asked) : detail(asked),
        },
        {
          kind: "message.send",
          slot: "issued",
          template: "certificate-issued",
          values: { paper: paperNames[asked.input.paper] },
        },
      ],
    },
  ],
});
