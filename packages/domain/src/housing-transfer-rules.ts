import { dayIn, moneyIn } from "./answers.ts";
import { monthsNotPaid } from "./contributions.ts";
import { addMonths, formatDay, formatMonth, isAfter, type Month, monthOf } from "./dates.ts";
import { fen, formatYuan } from "./fen.ts";
import { dayFigure, money, monthFigure, text } from "./figures.ts";
import { type Citation, fails, holds, house, type Rule, type RuleCode } from "./findings.ts";
import type { TransferNeeds } from "./housing-transfers.ts";
import type { AnsweredRequest, Situation } from "./service.ts";

/** The months up to last month that must have been paid, and which of them weren't. */
export function steadyMonths({ facts, policy, today }: Situation<"contributions">): {
  readonly required: number;
  readonly missing: readonly Month[];
} {
  const required = policy.on("housing.transferMonths", today);
  const to = addMonths(monthOf(today), -1);
  const range = { from: addMonths(to, 1 - required), to };
  return { required, missing: monthsNotPaid(facts.contributions, "housing", range) };
}

/** Paid month by month up to last month, without a gap (HTI-1, AHI-4). */
export const paidSteadily = (
  code: RuleCode,
  citation: Citation,
): Rule<Situation<"contributions">> => ({
  code,
  words: "截至上月，住房公积金已连续缴存满规定的月数，中间没有间断",
  citation,
  reads: ["housing.transferMonths"],
  boundary: "正好连续缴满规定的月数",
  judge: (situation) => {
    const { required, missing } = steadyMonths(situation);
    const to = addMonths(monthOf(situation.today), -1);
    const from = addMonths(to, 1 - required);
    const span = text("应连续缴存", `${formatMonth(from)}至${formatMonth(to)}`, "required");
    const last = missing.at(-1);
    if (last === undefined) return holds(span);
    const named = missing.map(formatMonth).join("、");
    const firstMonth = addMonths(last, required + 1);
    return fails({
      message: `${formatMonth(from)}至${formatMonth(to)}应当每个月都在园区缴存住房公积金，您缺${named}。`,
      figures: [span, text("缺少的月份", named, "gap"), monthFigure("最早可申请月份", firstMonth)],
      remedy: {
        text: `请与单位核对，漏缴的补缴入账后就可以办；不补缴的，每月连续缴存到${formatMonth(firstMonth)}可以办。`,
      },
    });
  },
});

/** Sheet and money are the same to the fen (AHI-4). */
export const sheetMatchesMoney = (
  code: RuleCode,
): Rule<AnsweredRequest<TransferNeeds, unknown>> => ({
  code,
  words: "账户信息表金额与到账金额一分不差",
  citation: house("信息表和资金相符才入账，不符的请转出地更正"),
  boundary: "信息表与到账相差一分",
  judge: ({ answer }) => {
    const sheet = moneyIn(answer, "sheet");
    const received = moneyIn(answer, "received");
    const figures = [
      money("账户信息表金额", sheet, "required"),
      money("到账金额", received, "actual"),
    ];
    if (received <= 0n) {
      return fails({ message: "到账金额应当大于零。", figures, at: "/values/received" });
    }
    if (sheet === received) return holds(...figures);
    const gap = fen(sheet > received ? sheet - received : received - sheet);
    return fails({
      message: `账户信息表是 ${formatYuan(sheet)} 元，到账是 ${formatYuan(received)} 元，相差 ${formatYuan(gap)} 元，不能入账。`,
      figures: [...figures, money("相差", gap, "gap")],
      remedy: { text: "请核对录入；确实不符的，请转出地公积金中心更正信息表或补划资金后再录入。" },
      at: "/values/received",
    });
  },
});

export const moneyHasArrived = (
  code: RuleCode,
  citation: Citation,
): Rule<AnsweredRequest<TransferNeeds, unknown>> => ({
  code,
  words: "资金已经到账",
  citation,
  boundary: "到账日期是今天",
  judge: ({ answer, today }) => {
    const receivedOn = dayIn(answer, "receivedOn");
    if (!isAfter(receivedOn, today)) return holds(dayFigure("到账日期", receivedOn, "actual"));
    return fails({
      message: `到账日期${formatDay(receivedOn)}还没有到，资金到账后再录入。`,
      figures: [dayFigure("今天", today, "required"), dayFigure("到账日期", receivedOn, "actual")],
      remedy: { text: "请按银行到账通知核对日期。" },
      at: "/values/receivedOn",
    });
  },
});
