import type { AnswerField } from "../../answers.ts";
import { dayIn, moneyIn, textIn } from "../../answers.ts";
import { drawnFen, matterNames, mattersFreed } from "../../benefits.ts";
import { formatDay, formatMonth, isAfter, isBefore } from "../../dates.ts";
import type { Effect } from "../../effects.ts";
import { type Fen, fen, formatYuan, sumFen } from "../../fen.ts";
import { dayFigure, money, text } from "../../figures.ts";
import { fails, holds, house, type Rule } from "../../findings.ts";
import { lastForm, monthsOnForm, type RefundPaid } from "./input.ts";
import { source } from "./standing.ts";

/** What the clerk enters from the bank's slip (UBR-7). */
export const slipFields: readonly AnswerField[] = [
  {
    key: "slip",
    label: "银行缴款凭证号",
    kind: "text",
    help: "按凭证上的流水号填写，空格不计。",
    isLookup: true,
  },
  { key: "paidOn", label: "缴款日期", kind: "day" },
  { key: "amount", label: "缴款金额", kind: "money", help: "单位元，必须与申请表一致。" },
];

type CounterRule = Rule<RefundPaid>;

const formFen = (paid: RefundPaid): Fen =>
  sumFen(monthsOnForm(paid).map(({ month }) => drawnFen(month)));

export const amountIsTheForms: CounterRule = {
  code: "UBR-7",
  words: "缴款金额与退支申请表的金额一致",
  citation: house("金额一致才销账，多退少补须先到银行更正"),
  boundary: "与申请表相差一分",
  judge: (paid) => {
    const asked = formFen(paid);
    const amount = moneyIn(paid.answer, "amount");
    const figures = [money("申请表金额", asked, "required"), money("缴款金额", amount, "actual")];
    if (amount === asked) return holds(...figures);
    const gap = fen(amount > asked ? amount - asked : asked - amount);
    return fails({
      message: `申请表是 ${formatYuan(asked)} 元，缴款凭证是 ${formatYuan(amount)} 元，${amount > asked ? "多" : "少"} ${formatYuan(gap)} 元，不能销账。`,
      figures: [...figures, money("相差", gap, "gap")],
      remedy: { text: "请核对录入；确实不符的，请退款人到银行更正后再来。" },
      at: "/values/amount",
    });
  },
};

export const paidSinceThePrinting: CounterRule = {
  code: "UBR-7",
  words: "缴款日期不早于申请表打印日期，也不晚于今天",
  citation: source,
  boundary: "打印当天和今天",
  judge: (paid) => {
    const paidOn = dayIn(paid.answer, "paidOn");
    const printedOn = lastForm(paid)?.issuedOn ?? paid.today;
    const actual = dayFigure("缴款日期", paidOn, "actual");
    const isEarly = isBefore(paidOn, printedOn);
    if (!isEarly && !isAfter(paidOn, paid.today)) return holds(actual);
    return fails({
      message: isEarly
        ? `缴款日期${formatDay(paidOn)}早于申请表打印的${formatDay(printedOn)}，不是这张申请表的缴款。`
        : `缴款日期${formatDay(paidOn)}还没有到，请核对。`,
      figures: [
        dayFigure("申请表打印日期", printedOn, "required"),
        dayFigure("今天", paid.today, "required"),
        actual,
      ],
      remedy: { text: "请按银行缴款凭证核对日期。" },
      at: "/values/paidOn",
    });
  },
};

export const slipIsNew: CounterRule = {
  code: "UBR-9",
  words: "银行缴款凭证号没有用过",
  citation: house("一张凭证只销一次账"),
  judge: ({ facts, answer }) => {
    const number = textIn(answer, "slip");
    const used = facts.bankSlips.find((slip) => slip.number === number);
    if (!used) return holds(text("凭证号", number, "actual"));
    return fails({
      message: `凭证号 ${number} 已经在办件 ${used.applicationNumber} 用过（${formatDay(used.paidOn)}缴款），不能再用。`,
      figures: [
        text("凭证号", number, "actual"),
        text("已用于办件", used.applicationNumber),
        dayFigure("当时的缴款日期", used.paidOn),
      ],
      remedy: { text: "请核对凭证；确实是另一笔缴款的，请按它自己的凭证号录入。" },
      at: "/values/slip",
    });
  },
};

/** The months are cleared, the money is in the books, and what waited goes on (UBR-7, UBR-8). */
export function clearingEffects(paid: RefundPaid): readonly Effect[] {
  const cleared = monthsOnForm(paid);
  const freed = mattersFreed(paid.facts, cleared);
  const amountFen = moneyIn(paid.answer, "amount");
  return [
    {
      kind: "slip.record",
      number: textIn(paid.answer, "slip"),
      amountFen,
      paidOn: dayIn(paid.answer, "paidOn"),
    },
    {
      kind: "benefit.clear",
      months: cleared.map(({ plan, month }) => ({ plan, month: month.month })),
      resumes: freed.map(({ number }) => number),
    },
    {
      kind: "ledger.post",
      slot: "refund",
      memo: "失业金退支",
      lines: [
        { account: { kind: "control", code: "bank" }, amountFen: fen(-amountFen) },
        { account: { kind: "control", code: "benefits-refunded" }, amountFen },
      ],
    },
    {
      kind: "message.send",
      slot: "cleared",
      template: "refund-cleared",
      values: {
        amount: formatYuan(amountFen),
        months: cleared.map(({ month }) => formatMonth(month.month)).join("、"),
        matters:
          freed.length > 0
            ? `${freed.map(({ kind }) => matterNames[kind]).join("、")}可以继续办理`
            : "其他退支办完后，等待的事项可以继续办理",
      },
    },
  ];
}
