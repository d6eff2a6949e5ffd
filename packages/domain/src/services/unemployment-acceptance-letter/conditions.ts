import { formatDay, isBefore } from "../../dates.ts";
import { count, dayFigure, text } from "../../figures.ts";
import { type Citation, fails, holds, moot, type Rule, toCounter } from "../../findings.ts";
import { participationClause, statusNames } from "../../participant-words.ts";
import {
  formatAgeMonths,
  statutoryRetirementDay,
  statutoryRetirementMonths,
} from "../../retirement-age.ts";
import { type AcceptanceLetterSituation, parkMonths, reasonNames } from "./input.ts";

type StandingRule = Rule<AcceptanceLetterSituation>;

const law = (article: string): Citation => ({
  kind: "law",
  text: `《中华人民共和国社会保险法》${article}`,
});

/** Conditions for drawing the benefit in the park (UAL-7), each a claim of its own. */

export const employmentHasEnded: StandingRule = {
  code: "UAL-7",
  words: "已经失业：在园区的工作已经结束，单位已报送离职",
  citation: law("第四十五条"),
  judge: ({ facts: { participant, separation } }) => {
    const actual = text("您的参保状态", statusNames[participant.status], "actual");
    if (participant.status === "retired") return moot();
    if (participant.status === "normal") {
      return fails({
        message: `您${participationClause(participant)}，没有失业，不用开具接收函。`,
        figures: [text("办理条件", "已经离职停保", "required"), actual],
        remedy: { text: "失业以后符合条件的，再来开具。" },
      });
    }
    if (separation) return holds(dayFigure("离职日期", separation.leftOn, "actual"));
    return toCounter({
      message: "系统里没有原单位报送的离职信息，网上不能判断您是否符合领取条件。",
      figures: [text("办理条件", "单位已报送离职", "required"), actual],
      remedy: { text: "请联系原单位报送离职，或者带离职证明到中心柜面办理。" },
    });
  },
};

export const oneYearPaid: StandingRule = {
  code: "UAL-7",
  words: "失业前在园区缴纳失业保险满一年",
  citation: law("第四十五条第一项"),
  reads: ["unemployment.minMonths"],
  boundary: "正好缴满一年",
  judge: ({ facts: { contributions }, policy, today }) => {
    const park = parkMonths(contributions);
    if (!park) return moot();
    const needed = policy.on("unemployment.minMonths", today);
    const actual = count("在园区已缴纳", park.months, "个月", "actual");
    if (park.months >= needed) return holds(actual);
    return fails({
      message: `您在园区缴纳失业保险${park.months}个月，不满${needed}个月，不符合在园区领取失业金的条件。`,
      figures: [
        count("需要缴纳", needed, "个月", "required"),
        actual,
        count("还差", needed - park.months, "个月", "gap"),
      ],
      remedy: { text: "再次在园区就业、缴费满规定月数后失业的，可以再来开具。" },
    });
  },
};

export const leftNotByOwnWill: StandingRule = {
  code: "UAL-7",
  words: "不是本人自愿中断就业",
  citation: law("第四十五条第二项"),
  judge: ({ facts: { separation } }) => {
    if (!separation) return moot();
    const reason = reasonNames[separation.reason];
    if (separation.reason !== "own-will") return holds(text("离职原因", reason, "actual"));
    return fails({
      message: `${separation.employer}报送的离职原因是“${reason}”，不符合在园区领取失业金的条件。`,
      figures: [
        text("办理条件", "非因本人意愿中断就业", "required"),
        text("报送的离职原因", reason, "actual"),
      ],
      remedy: { text: "原因报错的，请原单位更正；有争议的，可带劳动仲裁文书等到中心柜面办理。" },
    });
  },
};

export const isRegisteredUnemployed: StandingRule = {
  code: "UAL-7",
  words: "已经办理失业登记",
  citation: law("第四十五条第三项"),
  judge: ({ facts: { separation } }) => {
    if (!separation) return moot();
    if (separation.registeredOn)
      return holds(dayFigure("失业登记日期", separation.registeredOn, "actual"));
    return fails({
      message: `您${formatDay(separation.leftOn)}离职以后还没有办理失业登记。`,
      figures: [text("办理条件", "已办理失业登记", "required"), text("失业登记", "没有", "actual")],
      remedy: { text: "请先到户籍地或常住地的公共就业服务机构办理失业登记，登记后就可以开具。" },
    });
  },
};

export const isNotRetired: StandingRule = {
  code: "UAL-7",
  words: "没有退休，也没有到法定退休年龄",
  citation: law("第五十一条"),
  reads: ["retirement.age"],
  boundary: "到法定退休年龄的前一天和当天",
  judge: ({ facts: { participant }, policy, today }) => {
    const person = { ...participant, womenAt: participant.womenRetireAt };
    const table = policy.on("retirement.age", today);
    const retires = statutoryRetirementDay(person, table);
    const status = text("您的参保状态", statusNames[participant.status], "actual");
    const hasRetired = participant.status === "retired";
    if (!hasRetired && isBefore(today, retires))
      return holds(dayFigure("法定退休日期", retires, "actual"));
    const age = formatAgeMonths(statutoryRetirementMonths(person, table));
    return fails({
      message: hasRetired
        ? "您已经退休，享受养老待遇后不再领取失业金。"
        : `您${formatDay(retires)}已到法定退休年龄${age}，不再领取失业金。`,
      figures: [
        text("办理条件", "未到法定退休年龄", "required"),
        hasRetired ? status : dayFigure("法定退休日期", retires, "actual"),
      ],
      remedy: { text: "请办理退休，咨询可拨打12333或到中心柜面。" },
    });
  },
};
