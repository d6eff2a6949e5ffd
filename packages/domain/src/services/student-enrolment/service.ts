import { unitCollectsForResidents } from "../../collecting-unit.ts";
import { formatDay } from "../../dates.ts";
import { formatYuan } from "../../fen.ts";
import { count, formatCount, text } from "../../figures.ts";
import { fails, handbook, holds, house } from "../../findings.ts";
import { defineService } from "../../service.ts";
import { columns } from "./columns.ts";
import { guide } from "./guide.ts";
import { type StudentEnrolmentInput, studentOf } from "./input.ts";
import { payByDay, premiumDue, premiumOf, yearInSeason, yearsOpen } from "./premium.ts";
import { consequence, quote } from "./quote.ts";
import { rowRules } from "./row-rules.ts";
import { summaryList } from "./summary-list.ts";

const source = handbook("居民医保参保学生新增");

/** Rows of one list (STE-7). */
const MOST_ROWS = 20_000;

export const studentEnrolment = defineService<StudentEnrolmentInput>()({
  code: "student-enrolment",
  number: 4,
  name: "居民医保参保学生新增",
  audience: "unit",
  menu: ["快捷服务", "居民医保信息采集", "零星个人信息批量新增"],
  guide,
  needs: ["unit", "school", "studentRegister"],
  standing: {
    unitCollectsForResidents: unitCollectsForResidents("STE-1", source, "办理学生参保登记"),
  },
  request: {
    yearIsThisOrNext: {
      code: "STE-5",
      words: "参保年度是今年或者明年",
      citation: house("往年的保障期已经结束，再往后的还没有开始登记"),
      judge: ({ input, today }) => {
        const open = yearsOpen(today);
        if (open.includes(input.year)) return holds();
        return fails({
          message: `现在不能登记${input.year}年度。`,
          figures: [
            text("可以登记", open.map((year) => `${year}年度`).join("、"), "required"),
            text("选择的年度", `${input.year}年度`, "actual"),
          ],
          remedy: { text: "请重新选择参保年度。" },
          at: "/year",
        });
      },
    },
    premiumIsAnnounced: {
      code: "STE-5",
      words: "参保年度的缴费标准已经公布",
      citation: house("家长要知道缴多少，没有标准的年度不能登记"),
      reads: ["resident.studentPremium"],
      judge: ({ input, policy, today }) => {
        if (!yearsOpen(today).includes(input.year)) return { outcome: "moot" };
        if (premiumOf(input.year, policy) !== null) return holds();
        return fails({
          message: `${input.year}年度学生的缴费标准还没有公布，暂时不能登记。`,
          figures: [text("选择的年度", `${input.year}年度`, "actual")],
          remedy: { text: "标准公布后即可登记，名单可以先留着，到时不用重新填写。" },
          at: "/year",
        });
      },
    },
    listIsNotEmpty: {
      code: "STE-2",
      words: "名单里至少有一名学生",
      citation: source,
      judge: ({ input }) =>
        input.rows.length > 0
          ? holds(count("名单人数", input.rows.length, "人", "actual"))
          : fails({
              message: "名单里一名学生也没有。",
              remedy: { text: "请从模板的第二行起填写学生，再上传。" },
              at: "/rows",
            }),
    },
    listFits: {
      code: "STE-7",
      words: "一份名单不超过20,000人",
      citation: house("更长的名单分成几份，每份都能很快核对完"),
      boundary: "20,000人",
      judge: ({ input }) => {
        const actual = count("名单人数", input.rows.length, "人", "actual");
        if (input.rows.length <= MOST_ROWS) return holds(actual);
        return fails({
          message: `名单有${formatCount(input.rows.length)}人，超过了一份名单的上限。`,
          figures: [count("最多", MOST_ROWS, "人", "required"), actual],
          remedy: { text: "请分成几份名单，分别上传。" },
          at: "/rows",
        });
      },
    },
  },
  provisions: {
    singlyOrByList: {
      code: "STE-1",
      words: "可以在页面上填写一名学生，也可以用模板批量导入；数据请仔细核对",
      citation: source,
    },
    checkedAgainOnSaving: {
      code: "STE-2",
      words: "先校验后保存，保存时再校验一次，没有通过的一律不保存",
      citation: source,
    },
    allOrNothing: {
      code: "STE-3",
      words: "一份名单要么全部保存，要么全部不保存；每处问题都指出行、列和原因",
      citation: house("只存一半的名单谁也说不清"),
    },
    paidByDay: {
      code: "STE-5",
      words: "家长在登记当月25日（含）前缴费；25日以后登记的，在次月25日（含）前缴费",
      citation: source,
      reads: ["resident.payByDay", "resident.studentPremium", "links.studentPayment"],
    },
    unpaidLapses: {
      code: "STE-6",
      words: "税务部门反馈缴费后记为已缴费；过了截止日没有缴费的，登记自动失效，学校可以查看名单",
      citation: house("以税务部门反馈的缴费日期为准"),
    },
  },
  list: {
    templateName: "居民医保参保学生新增模板",
    maxRows: MOST_ROWS,
    key: "identityNumber",
    columns,
    rules: rowRules,
  },
  choices: ({ policy, today }) => ({
    year: yearsOpen(today).flatMap((year) => {
      const premium = premiumOf(year, policy);
      if (premium === null) return [];
      const note = `每人 ${formatYuan(premium)} 元`;
      return [{ value: String(year), label: `${year}年度`, note }];
    }),
  }),
  defaults: ({ today, policy }) => ({ year: yearInSeason(today, policy) }),
  quote,
  consequence,
  process: [
    {
      kind: "decide",
      effects: (asked) => {
        const { input, policy, today } = asked;
        const premiumFen = premiumDue(asked);
        const payBy = payByDay(today, policy);
        const students = input.rows.map((row) => studentOf(row, today));
        return [
          { kind: "students.enrol", year: input.year, students, premiumFen, payBy },
          { kind: "document.issue", slot: "list", paper: summaryList(asked, students) },
          {
            kind: "message.send",
            slot: "enrolled",
            template: "students-enrolled",
            values: {
              year: String(input.year),
              count: formatCount(students.length),
              amount: formatYuan(premiumFen),
              until: formatDay(payBy),
            },
          },
        ];
      },
    },
  ],
});
