import { formatDay } from "../../dates.ts";
import { type Fen, fen, formatYuan, zeroFen } from "../../fen.ts";
import { count, dayFigure, formatCount, money, text } from "../../figures.ts";
import type { Quote } from "../../service.ts";
import type { EnrolmentRequest } from "./input.ts";
import { payByDay, premiumOf } from "./premium.ts";

/** What the parents will have to pay, each and together, and by when. */
export function quote({ input, policy, today }: EnrolmentRequest): Quote {
  const premium = premiumOf(input.year, policy);
  const students = input.rows.length;
  return {
    figures: [
      text("参保年度", `${input.year}年度`),
      count("登记人数", students, "人"),
      ...(premium === null ? [] : [money("每人应缴", premium)]),
      dayFigure("缴费截止日（含当日）", payByDay(today, policy)),
    ],
    lines:
      premium === null
        ? []
        : [
            {
              label: `${input.year}年度居民医保费`,
              working: `${formatYuan(premium)} 元 × ${formatCount(students)} 人`,
              amountFen: times(premium, students),
            },
          ],
    total: premium && { label: "应缴总额", amountFen: times(premium, students) },
    months: [],
  };
}

/** Named before saving: what is registered, who pays, and what happens if nobody does. */
export function consequence({ input, policy, today }: EnrolmentRequest): string {
  const premium = premiumOf(input.year, policy) ?? zeroFen;
  const channel = policy.on("links.studentPayment", today).name;
  return `为${formatCount(input.rows.length)}名学生登记${input.year}年度居民医保，应缴信息报送税务部门。每人 ${formatYuan(premium)} 元，由家长在${formatDay(payByDay(today, policy))}（含当日）前通过${channel}缴纳；到期没有缴费的，登记自动失效。`;
}

export const times = (each: Fen, students: number): Fen => fen(each * BigInt(students));
