import {
  addDays,
  formatDay,
  formatMonth,
  fullMonthsBetween,
  isMonthAfter,
  isOnOrBefore,
  monthOf,
  monthsBetween,
} from "../../dates.ts";
import { count, dayFigure, monthFigure, text } from "../../figures.ts";
import { fails, handbook, holds, moot, notBefore, type Rule, toCounter } from "../../findings.ts";
import {
  type AcceptanceLetterSituation,
  lastLetterDay,
  lettersOf,
  parkMonths,
  transferable,
} from "./input.ts";

export const source = handbook("失业保险关系接收函开具");

type StandingRule = Rule<AcceptanceLetterSituation>;

const COUNTER = "请带身份证和离职证明到中心柜面咨询办理。";

export const lastInsuredInThePark: StandingRule = {
  code: "UAL-1",
  words: "最后参加失业保险的地方是园区",
  citation: source,
  judge: ({ facts }) => {
    const park = parkMonths(facts.contributions);
    const required = text("办理条件", "最后参保地是园区", "required");
    if (!park) {
      return fails({
        message: "您在园区没有缴纳过失业保险，园区不是您的最后参保地。",
        figures: [required, text("在园区缴纳失业保险", "没有", "actual")],
        remedy: { text: "请向您最后参加失业保险的地方申请。" },
      });
    }
    const later =
      facts.unemploymentElsewhere.find(({ to }) => isMonthAfter(to, park.last))?.agency ??
      facts.elsewhere.find(
        ({ kind, since }) => kind === "employment" && isMonthAfter(monthOf(since), park.last),
      )?.place;
    if (later === undefined) return holds(monthFigure("园区最后缴费月份", park.last, "actual"));
    return fails({
      message: `您在园区的失业保险缴到${formatMonth(park.last)}，之后又在${later}参保，最后参保地不是园区。`,
      figures: [
        required,
        monthFigure("园区最后缴费月份", park.last),
        text("之后的参保地", later, "actual"),
      ],
      remedy: { text: "请向最后参保地的失业保险经办机构申请。" },
    });
  },
};

export const somethingToBring: StandingRule = {
  code: "UAL-1",
  words: "在区外有可以转移的失业保险关系或待遇",
  citation: source,
  judge: ({ facts: { unemploymentElsewhere } }) => {
    const open = transferable(unemploymentElsewhere);
    if (open.length > 0)
      return holds(text("可转移", open.map(({ agency }) => agency).join("、"), "actual"));
    const moved = unemploymentElsewhere.at(-1);
    return fails({
      message: moved
        ? `您在${moved.agency}的失业保险已经转移，没有其他可以转移的。`
        : "外地没有报来您可以转移的失业保险关系或待遇，没有什么要接收。",
      figures: [
        text("办理条件", "有可转移的关系或待遇", "required"),
        text("可转移", "没有", "actual"),
      ],
      remedy: { text: "在外地参加过而这里没有显示的，请带当地的缴费证明到中心柜面核对。" },
    });
  },
};

export const fourMonthsWithLastEmployer: StandingRule = {
  code: "UAL-5",
  words: "失业前最后一家单位缴费满四个月；不满的到柜面办理",
  citation: source,
  reads: ["unemployment.lastEmployerMonths"],
  boundary: "最后一家单位正好缴满四个月",
  judge: ({ facts, policy, today }) => {
    const park = parkMonths(facts.contributions);
    if (!park || !facts.separation) return moot();
    const needed = policy.on("unemployment.lastEmployerMonths", today);
    const actual = count("最后一家单位缴费", park.monthsWithLastPayer, "个月", "actual");
    if (park.monthsWithLastPayer >= needed) return holds(actual);
    return toCounter({
      message: `您失业前最后一家单位${park.lastPayer}缴费${park.monthsWithLastPayer}个月，不满${needed}个月，网上不能开具，请到柜面办理。`,
      figures: [
        count("网上办理需要", needed, "个月", "required"),
        actual,
        count("还差", needed - park.monthsWithLastPayer, "个月", "gap"),
      ],
      remedy: { text: COUNTER },
    });
  },
};

export const soonAfterLeaving: StandingRule = {
  code: "UAL-5",
  words: "开具日期距离职日期不超过两个月；超过的到柜面办理",
  citation: source,
  reads: ["unemployment.letterMonths"],
  boundary: "离职满两个月的当天；没有这一天的，到月底为止",
  judge: ({ facts: { separation }, policy, today }) => {
    if (!separation) return moot();
    const last = lastLetterDay(separation, policy, today);
    const left = dayFigure("离职日期", separation.leftOn, "actual");
    if (isOnOrBefore(today, last)) return holds(left, dayFigure("网上最晚开具日期", last));
    return toCounter({
      message: `您${formatDay(separation.leftOn)}离职，已经超过${policy.on("unemployment.letterMonths", today)}个月，网上只能开到${formatDay(last)}，请到柜面办理。`,
      figures: [
        dayFigure("网上最晚开具日期", last, "required"),
        left,
        count("离职已满", fullMonthsBetween(separation.leftOn, today), "个月"),
      ],
      remedy: { text: COUNTER },
    });
  },
};

export const recordsAgree: StandingRule = {
  code: "UAL-5",
  words: "单位报送的离职与缴费记录相符；不相符的到柜面核对",
  citation: source,
  judge: ({ facts: { contributions, separation } }) => {
    const park = parkMonths(contributions);
    if (!park || !separation) return moot();
    const behind = monthsBetween(park.last, monthOf(separation.leftOn));
    const isSameUnit = park.lastPayer === separation.employer;
    // The month of leaving is paid or not, as the unit's day of payment falls.
    if (isSameUnit && (behind === 0 || behind === 1)) return holds();
    const reported = `${separation.employer}，${formatDay(separation.leftOn)}离职`;
    const paid = `${park.lastPayer}，缴到${formatMonth(park.last)}`;
    return toCounter({
      message: `离职和缴费的记录对不上：报送的是${reported}，缴费的是${paid}，请到柜面核对。`,
      figures: [text("报送的离职", reported, "required"), text("最后的缴费", paid, "actual")],
      remedy: { text: COUNTER },
    });
  },
};

export const underTheDailyLimit: StandingRule = {
  code: "UAL-3",
  words: "当天开具的接收函没有超过五份",
  citation: source,
  reads: ["unemployment.letterPerDay"],
  boundary: "当天第五份和第六份",
  judge: ({ facts: { issuedPapers }, policy, today }) => {
    const most = policy.on("unemployment.letterPerDay", today);
    const letters = lettersOf(issuedPapers, today).length;
    const actual = count("今天已开具", letters, "份", "actual");
    if (letters < most) return holds(actual);
    const tomorrow = addDays(today, 1);
    return notBefore(tomorrow, {
      message: `您今天已经开具${letters}份接收函，一天最多${most}份，${formatDay(tomorrow)}起可以再开具。`,
      figures: [count("每天最多", most, "份", "required"), actual],
      remedy: { text: "已开具的接收函可在“我的文书”里再次下载，不用重开。" },
    });
  },
};
