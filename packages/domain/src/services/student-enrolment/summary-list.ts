import { formatDay } from "../../dates.ts";
import { formatYuan } from "../../fen.ts";
import { formatCount } from "../../figures.ts";
import { maskIdentityNumber } from "../../masks.ts";
import type { Paper } from "../../paper.ts";
import type { CaseRequest } from "../../service.ts";
import type { EnrolledStudent } from "../../students.ts";
import type { StudentEnrolmentInput, StudentEnrolmentNeeds } from "./input.ts";
import { payByDay, premiumDue } from "./premium.ts";
import { times } from "./quote.ts";

/** 登记名单: who was registered, what each has to pay, and by when. */
export function summaryList(
  asked: CaseRequest<StudentEnrolmentNeeds, StudentEnrolmentInput>,
  students: readonly EnrolledStudent[],
): Paper {
  const { facts, input, policy, today } = asked;
  const premium = premiumDue(asked);
  const payBy = formatDay(payByDay(today, policy));
  const classes = new Map(facts.school?.classes.map(({ code, name }) => [code, name]));
  const total = formatYuan(times(premium, students.length));
  return {
    kind: "student-enrolment-list",
    title: "居民医保参保学生登记名单",
    holderName: facts.unit.name,
    sections: [
      {
        type: "facts",
        heading: "一、登记情况",
        facts: [
          { label: "单位名称", value: facts.unit.name },
          { label: "单位代码", value: facts.unit.code },
          { label: "办件编号", value: asked.applicationNumber },
          { label: "登记日期", value: formatDay(today) },
          { label: "参保年度", value: `${input.year}年度` },
          { label: "登记人数", value: `${formatCount(students.length)}人` },
          { label: "应缴总额", value: `${total} 元` },
          { label: "缴费截止日", value: `${payBy}（含当日）` },
        ],
      },
      {
        type: "emphasis",
        text: `请家长在${payBy}（含当日）前通过${policy.on("links.studentPayment", today).name}缴费，到期没有缴费的，登记自动失效。`,
      },
      {
        type: "table",
        heading: "二、学生名单",
        density: "dense",
        columns: [
          { title: "序号", weight: 1 },
          { title: "姓名", weight: 3 },
          { title: "证件号码", weight: 4 },
          { title: "班级", weight: 3 },
          { title: "应缴金额（元）", weight: 3, align: "right" },
        ],
        rows: students.map((student, index) => [
          String(index + 1),
          student.name,
          maskIdentityNumber(student.identityNumber),
          classes.get(student.classCode) ?? student.classCode,
          formatYuan(premium),
        ]),
        totals: [["", "合计", `${formatCount(students.length)}人`, "", total]],
      },
    ],
    notes: ["学生符合参保条件的相关申请材料由单位留存备查。"],
  };
}
