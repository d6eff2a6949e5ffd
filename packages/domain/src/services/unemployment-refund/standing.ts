import { refundTotal, waitingMatters } from "../../benefits.ts";
import { daysBetween, formatDay, formatMonth, isOnOrAfter } from "../../dates.ts";
import { count, dayFigure, money, text } from "../../figures.ts";
import { fails, handbook, holds, house, type Rule, toCounter } from "../../findings.ts";
import type { Waiting } from "../../service.ts";
import {
  firstDayAgain,
  lastForm,
  monthsToRefund,
  type RefundRequest,
  type RefundSituation,
} from "./input.ts";

export const source = handbook("失业金退支申请");

export const somethingToRefund: Rule<RefundSituation> = {
  code: "UBR-1",
  words: "有领取月份与园区单位缴费、区外单位缴费或劳动合同的开始月份重叠，需要退支",
  citation: source,
  judge: (situation) => {
    const months = monthsToRefund(situation);
    if (months.length > 0) {
      const named = months.map(({ month }) => formatMonth(month.month)).join("、");
      return holds(
        text("需要退支的月份", named, "actual"),
        money("应退合计", refundTotal(months), "actual"),
      );
    }
    const waiting = waitingMatters(situation.facts);
    return fails({
      message: "没有查到需要退支的月份，您领取失业金的月份没有与就业重叠。",
      figures: [
        text("办理条件", "有需要退支的月份", "required"),
        count("等待办理的事项", waiting.length, "件", "actual"),
      ],
      remedy: {
        text: "不用退支，可以直接继续办理失业金申领、待遇转出或劳动合同报送；对记录有疑问的，请带身份证到中心柜面核对。",
      },
    });
  },
};

export const notPrintedLately: Rule<RefundSituation> = {
  code: "UBR-6",
  words: "最近七天内没有打印过退支申请表；七天内再次申请的，到柜面核算退支明细",
  citation: source,
  reads: ["unemployment.reprintDays"],
  boundary: "打印后第七天的零点",
  judge: (situation) => {
    const form = lastForm(situation);
    if (form === null) return holds();
    const firstDay = firstDayAgain(form.issuedOn, situation);
    const printed = dayFigure("上次打印日期", form.issuedOn, "actual");
    if (isOnOrAfter(situation.today, firstDay)) return holds(printed);
    return toCounter({
      message: `您${formatDay(form.issuedOn)}打印过退支申请表（编号 ${form.number}），${formatDay(firstDay)}以前不能再次打印；现在要再申请的，请到柜面核算退支明细。`,
      figures: [
        count("再次打印须隔", daysBetween(form.issuedOn, firstDay), "天", "required"),
        printed,
        dayFigure("可以再次打印", firstDay),
      ],
      remedy: { text: "请按已打印的申请表到银行退款；明细有变动的，带申请表和身份证到中心柜面。" },
    });
  },
};

export const detailsChecked: Rule<RefundRequest> = {
  code: "UBR-2",
  words: "已经核对本人信息和逐月的退支明细",
  citation: source,
  judge: ({ input }) =>
    input.detailsConfirmed
      ? holds()
      : fails({
          message: "请先核对本人信息和逐月的退支明细，没有问题的再点“同意”。",
          remedy: { text: "明细与您的情况不符的，请带身份证到中心柜面核对。" },
          at: "/detailsConfirmed",
        }),
};

/** A form that nobody has paid may be given up once it could be printed again. */
export const formIsSevenDaysOld: Rule<Waiting> = {
  code: "UBR-9",
  words: "打印满七天还没有退款的，可以撤回，按当时的记录重新申请",
  citation: house("七天之内以已打印的为准，过后可以重做"),
  reads: ["unemployment.reprintDays"],
  boundary: "打印后第七天的零点",
  judge: ({ since, today, policy }) => {
    const firstDay = firstDayAgain(since, { today, policy });
    const printed = dayFigure("打印日期", since, "actual");
    if (isOnOrAfter(today, firstDay)) return holds(printed);
    return toCounter({
      message: `申请表${formatDay(since)}才打印，${formatDay(firstDay)}起可以撤回并重新申请；现在要变动的，请到柜面核算退支明细。`,
      figures: [dayFigure("可以撤回", firstDay, "required"), printed],
      remedy: { text: `请按申请表退款，或者${formatDay(firstDay)}起再撤回。` },
    });
  },
};
