import { addMonths, type Day, day, monthOf } from "../dates.ts";
import type { KnownStudent, School, StudentRegister, UnitFacts } from "../facts.ts";
import type { EnrolledStudent } from "../students.ts";
import type { UnitPersona } from "./persona.ts";
import { insuredAt } from "./posted.ts";

const primarySchool: UnitFacts = {
  code: "U0000004",
  name: "测试小学",
  creditCode: "123205949999990A9Q",
  kind: "school",
};

const secondSchool: UnitFacts = {
  code: "U0000005",
  name: "测试第二小学",
  creditCode: "12320594999999101B",
  kind: "school",
};

const classNames = ["一班", "二班", "三班"];
const gradeNames = ["一年级", "二年级", "三年级", "四年级", "五年级", "六年级"];

/** Three classes in each of six grades: 301 is 三年级一班. */
const primaryClasses: School = {
  classes: gradeNames.flatMap((grade, g) =>
    classNames.map((name, c) => ({ code: `${g + 1}0${c + 1}`, name: `${grade}${name}` })),
  ),
};

/** A pupil who is enrolled for the running year, as the seed writes it. */
export interface EnrolledPupil extends EnrolledStudent {
  readonly unitCode: string;
  readonly unitName: string;
  readonly state: "payable" | "paid" | "reduced";
}

/** P11, reduced this year by the primary school, and a pupil of the other school. */
export const enrolledPupils: readonly EnrolledPupil[] = [
  {
    name: "测学一",
    identityNumber: "320599201309019928",
    sex: "female",
    birthDate: day("2013-09-01"),
    classCode: "601",
    guardian: "测家长",
    mobile: "13800000011",
    unitCode: primarySchool.code,
    unitName: primarySchool.name,
    state: "reduced",
  },
  {
    name: "测学二",
    identityNumber: "320599201311189942",
    sex: "female",
    birthDate: day("2013-11-18"),
    classCode: "602",
    guardian: "测家长",
    mobile: "13800000012",
    unitCode: secondSchool.code,
    unitName: secondSchool.name,
    state: "paid",
  },
];

/** A young person who works already: on a school's list by mistake. */
export const youngEmployee = {
  name: "测工一",
  identityNumber: "32059920080315993X",
  sex: "male",
  birthDate: day("2008-03-15"),
  monthsEmployed: 5,
} as const;

/** What is known of the pupils above and of the young employee. */
export function register(today: Day): StudentRegister {
  const pupils = enrolledPupils.map(
    ({ identityNumber, unitCode, unitName }): [string, KnownStudent] => [
      identityNumber,
      { enrolments: [{ year: today.year, unitCode, unitName }], employedSince: null },
    ],
  );
  const employedSince = addMonths(monthOf(today), -youngEmployee.monthsEmployed);
  return new Map([...pupils, [youngEmployee.identityNumber, { enrolments: [], employedSince }]]);
}

/** U0000004, the school that files its lists; P11 is its pupil. */
export const u4: UnitPersona = {
  kind: "unit",
  shows: "学校：学生参保登记、查看学生缴费情况",
  facts: (today) => ({
    unit: primarySchool,
    unitPermissions: [],
    school: primaryClasses,
    studentRegister: register(today),
    insuredRegister: insuredAt(today),
  }),
};

/** U0000005, where one pupil is enrolled already. */
export const u5: UnitPersona = {
  kind: "unit",
  shows: "另一所学校：已登记的学生不能由别校再登记",
  facts: (today) => ({
    unit: secondSchool,
    unitPermissions: [],
    school: primaryClasses,
    studentRegister: register(today),
    insuredRegister: insuredAt(today),
  }),
};
