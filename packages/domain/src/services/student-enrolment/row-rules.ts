import { formatDay, formatMonth, isAfter, isSameDay } from "../../dates.ts";
import { dayFigure, monthFigure, text } from "../../figures.ts";
import { handbook, house } from "../../findings.ts";
import type { CellFault, RowRule } from "../../list.ts";
import { parseMobile } from "../../mobile.ts";
import {
  fieldsAreComplete,
  identityFault,
  keyOccursOnce,
  readWrittenDay,
} from "../../row-rules.ts";
import { numberColumn, studentColumns } from "./columns.ts";
import {
  cellOf,
  readSex,
  readStudentNumber,
  type StudentColumn,
  type StudentEnrolmentInput,
  type StudentEnrolmentNeeds,
} from "./input.ts";

type StudentRule = RowRule<StudentEnrolmentNeeds, StudentEnrolmentInput>;

const source = handbook("居民医保参保学生新增");
const checked = house("名单保存前逐格核对");

/** Names longer than this aren't names but pasted text. */
const LONGEST_NAME = 50;

const at = (column: StudentColumn, fault: Omit<CellFault, "column">): readonly CellFault[] => [
  { column, ...fault },
];

const complete = fieldsAreComplete(
  { code: "STE-4", words: "每名学生的各项信息都已填写", citation: source },
  studentColumns,
);

const namesFit: StudentRule = {
  code: "STE-4",
  words: "学生和监护人的姓名不超过50个字",
  citation: checked,
  judge: ({ row }) =>
    (["name", "guardian"] as const).flatMap((column) => {
      const written = [...cellOf(row, column)];
      if (written.length <= LONGEST_NAME && !written.some(isControl)) return [];
      return at(column, {
        message:
          written.length > LONGEST_NAME
            ? `姓名有${written.length}个字，超过了${LONGEST_NAME}个字。`
            : "姓名里有换行等看不见的字符。",
        remedy: { text: "请只填写证件上的姓名。" },
      });
    }),
};

const isControl = (character: string) => /\p{Cc}/u.test(character);

const identityNumberIsValid: StudentRule = {
  code: "STE-4",
  words: "证件号码真实有效，出生日期和校验码都对得上",
  citation: { kind: "law", text: "GB 11643《公民身份号码》；居住证、永久居留身份证号码编制规则" },
  judge: ({ row, request }) => {
    const written = cellOf(row, "identityNumber");
    if (written === "" || readStudentNumber(row, request.today)) return [];
    const fault = identityFault(written, request.today, "学生的身份证、居住证或永久居留身份证");
    return at(
      "identityNumber",
      fault ?? {
        message: "通行证号码不能用于居民医保参保登记。",
        remedy: { text: "请填写港澳台居民居住证的号码。" },
      },
    );
  },
};

const numberOccursOnce = keyOccursOnce(
  { code: "STE-4", words: "同一证件号码在名单里只出现一次", citation: checked },
  numberColumn,
);

const notEnrolledForTheYear: StudentRule = {
  code: "STE-4",
  words: "学生当年度还没有参加居民医保登记",
  citation: source,
  judge: ({ row, request: { facts, input, today } }) => {
    const number = readStudentNumber(row, today);
    const known = number && facts.studentRegister.get(number.number);
    const enrolment = known?.enrolments.find(({ year }) => year === input.year);
    if (!enrolment) return [];
    const here = enrolment.unitCode === facts.unit.code;
    // The other school isn't named: whoever has a child's number would learn where it goes.
    return at("identityNumber", {
      message: here
        ? `该学生${input.year}年度已由本单位登记，不能重复登记。`
        : `该学生${input.year}年度已由其他单位登记，不能重复登记。`,
      figures: [text("登记年度", `${input.year}年度`, "actual")],
      remedy: {
        text: here
          ? "请从名单里删去这一行；登记后又减少的，请办理参保减少人员恢复。"
          : "请与家长核实；转学的，由原单位办理减少后再登记。",
      },
    });
  },
};

const hasNoEmployment: StudentRule = {
  code: "STE-4",
  words: "学生没有正在参加职工社会保险",
  citation: source,
  judge: ({ row, request: { facts, today } }) => {
    const number = readStudentNumber(row, today);
    const since = number && facts.studentRegister.get(number.number)?.employedSince;
    if (!since) return [];
    return at("identityNumber", {
      message: `该人员自${formatMonth(since)}起参加职工社会保险，不能同时按学生参保。`,
      figures: [monthFigure("职工参保起始月份", since, "actual")],
      remedy: { text: "职工参保终止后可以登记；号码填错的请更正。" },
    });
  },
};

const birthDateIsRight: StudentRule = {
  code: "STE-4",
  words: "出生日期是有效的日期，与证件号码一致",
  citation: checked,
  judge: ({ row, request: { today } }) => {
    const written = cellOf(row, "birthDate");
    if (written === "") return [];
    const date = readWrittenDay(written);
    if (date === null || isAfter(date, today)) {
      return at("birthDate", {
        message: date === null ? "出生日期不是有效的日期。" : "出生日期还没有到。",
        remedy: { text: "请按年-月-日填写，如2014-07-30。" },
      });
    }
    const inNumber = readStudentNumber(row, today)?.birthDate;
    if (inNumber === undefined || isSameDay(inNumber, date)) return [];
    return at("birthDate", {
      message: `出生日期填的是${formatDay(date)}，证件号码里是${formatDay(inNumber)}，两者不一致。`,
      figures: [
        dayFigure("证件号码里的出生日期", inNumber, "required"),
        dayFigure("填写的出生日期", date, "actual"),
      ],
      remedy: { text: "请对照证件更正出生日期或证件号码。" },
    });
  },
};

const sexIsRight: StudentRule = {
  code: "STE-4",
  words: "性别填男或女，与证件号码一致",
  citation: checked,
  judge: ({ row, request: { today } }) => {
    const written = cellOf(row, "sex");
    if (written === "") return [];
    const sex = readSex(written);
    if (sex === null) {
      return at("sex", { message: "性别只能填男或女。", remedy: { text: "请填写男或女。" } });
    }
    const inNumber = readStudentNumber(row, today)?.sex;
    if (inNumber === undefined || inNumber === sex) return [];
    const expected = inNumber === "male" ? "男" : "女";
    return at("sex", {
      message: `性别填的是${written}，证件号码里是${expected}，两者不一致。`,
      figures: [
        text("证件号码里的性别", expected, "required"),
        text("填写的性别", written, "actual"),
      ],
      remedy: { text: "请对照证件更正性别或证件号码。" },
    });
  },
};

const classIsKnown: StudentRule = {
  code: "STE-4",
  words: "班级代码是本单位登记的班级",
  citation: checked,
  judge: ({ row, request: { facts } }) => {
    const written = cellOf(row, "classCode");
    const classes = facts.school?.classes ?? [];
    if (written === "" || classes.some(({ code }) => code === written)) return [];
    return at("classCode", {
      message: "本单位没有这个班级代码。",
      remedy: { text: "请从模板的下拉列表里选择；新开的班级请先到中心柜面登记。" },
    });
  },
};

const mobileIsValid: StudentRule = {
  code: "STE-4",
  words: "手机号码是11位的有效号码",
  citation: checked,
  judge: ({ row }) => {
    const written = cellOf(row, "mobile");
    const read = parseMobile(written);
    if (written === "" || read.ok) return [];
    return at("mobile", {
      message: read.message,
      remedy: { text: "请填写监护人正在使用的手机号码。" },
    });
  },
};

/** What is looked for in every row (STE-4). A rule is silent where another has said it already. */
export const rowRules = {
  fieldsAreComplete: complete,
  namesFit,
  identityNumberIsValid,
  numberOccursOnce,
  notEnrolledForTheYear,
  hasNoEmployment,
  birthDateIsRight,
  sexIsRight,
  classIsKnown,
  mobileIsValid,
} as const satisfies Readonly<Record<string, StudentRule>>;
