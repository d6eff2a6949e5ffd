import { Temporal } from "temporal-polyfill";
import { officialCalendarYears } from "../calendar-years.ts";
import { applicationNumber } from "../check-digits.ts";
import { addDays, type Day, day } from "../dates.ts";
import { type CounterCase, counterDueOn } from "../progress.ts";
import { WorkingCalendar } from "../working-days.ts";

const calendar = new WorkingCalendar(officialCalendarYears);

/** P3 at the window: one under way, one finished some weeks ago, one refused last year. */
export const counterCasesOfP3 = (today: Day): readonly CounterCase[] => [
  taken(addDays(today, -6), "14:20:00", "00000301", {
    matter: "机关事业单位养老保险关系转移接续",
    workingDays: 15,
    step: "材料审核",
    outcome: null,
    result: null,
  }),
  taken(addDays(today, -40), "09:35:00", "00000302", {
    matter: "住院医疗费用零星报销",
    workingDays: 20,
    step: "办结",
    outcome: "granted",
    result: "已审核通过，报销款已转入市民卡账户。",
  }),
  taken(day(`${today.year - 1}-11-12`), "17:05:00", "00000303", {
    matter: "灵活就业社会保险补贴申领",
    workingDays: 10,
    step: "办结",
    outcome: "refused",
    result: "您以机关事业单位身份参保，不符合灵活就业补贴的条件。",
  }),
];

function taken(
  on: Day,
  time: string,
  digits: string,
  about: Pick<CounterCase, "matter" | "workingDays" | "step" | "outcome" | "result">,
): CounterCase {
  const acceptedAt = on.toPlainDateTime(Temporal.PlainTime.from(time));
  const number = applicationNumber(on, digits);
  const { workingDays } = about;
  return {
    ...about,
    number,
    acceptedAt,
    dueOn: counterDueOn({ acceptedAt, workingDays }, calendar),
  };
}
