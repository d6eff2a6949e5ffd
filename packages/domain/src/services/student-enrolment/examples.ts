import { identityCheckCharacter } from "../../check-digits.ts";
import { day } from "../../dates.ts";
import type { Example } from "../../examples/example.ts";
import { fen } from "../../fen.ts";
import type { RawRow } from "../../list.ts";
import type { StudentColumn, StudentEnrolmentInput } from "./input.ts";

/** A pupil who isn't known yet, with what is different on a row. */
const pupil = (line: number, cells: Partial<Record<StudentColumn, string>> = {}): RawRow => ({
  line,
  cells: {
    name: "测新一",
    identityNumber: "320599201405209916",
    sex: "男",
    birthDate: "2014-05-20",
    classCode: "301",
    guardian: "测家长",
    mobile: "13800000021",
    ...cells,
  },
});

const girl = {
  name: "测新二",
  identityNumber: "320599201403129920",
  sex: "女",
  birthDate: "2014年3月12日",
  mobile: "138 0000 0022",
};

const list = (rows: readonly RawRow[], year = 2026): StudentEnrolmentInput => ({ year, rows });
const one = (cells: Partial<Record<StudentColumn, string>>) => list([pupil(2, cells)]);

/** As many different pupils as wanted, all born on days of 2014; tests of scale use them too. */
export const crowd = (size: number): StudentEnrolmentInput =>
  list(
    Array.from({ length: size }, (_, index) => {
      const born = day("2014-01-01").add({ days: index % 365 });
      const order = String(Math.floor(index / 365) * 2 + 1).padStart(3, "0");
      const seventeen = `320599${born.toString().replaceAll("-", "")}${order}`;
      return pupil(index + 2, {
        identityNumber: `${seventeen}${identityCheckCharacter(seventeen)}`,
        birthDate: born.toString(),
      });
    }),
  );

const kinds = [
  { kind: "students.enrol" },
  { kind: "document.issue" },
  { kind: "message.send" },
] as const;

export const examples: readonly Example<StudentEnrolmentInput>[] = [
  {
    title: "25日当天最后一秒登记两名学生，当月25日（含）前缴费",
    persona: "U0000004",
    at: "2026-03-25T23:59:59",
    input: list([pupil(2), pupil(3, girl)]),
    accepted: [
      { kind: "students.enrol", year: 2026, payBy: day("2026-03-25"), premiumFen: fen(29_000) },
      { kind: "document.issue", slot: "list" },
      {
        kind: "message.send",
        template: "students-enrolled",
        values: {
          year: "2026",
          count: "2",
          amount: "290.00",
          until: "2026年3月25日",
        },
      },
    ],
    shows: ["STE-1", "STE-2", "STE-3", "STE-5"],
    journey: true,
  },
  {
    title: "26日零点登记，次月25日（含）前缴费",
    persona: "U0000004",
    at: "2026-03-26T00:00:00",
    input: one({}),
    accepted: [
      { kind: "students.enrol", payBy: day("2026-04-25") },
      { kind: "document.issue" },
      { kind: "message.send" },
    ],
    shows: ["STE-5", "STE-6"],
  },
  {
    title: "年末登记次年，缴费截止日跨年",
    persona: "U0000004",
    at: "2026-12-28T10:00:00",
    input: list([pupil(2)], 2027),
    accepted: [
      { kind: "students.enrol", year: 2027, payBy: day("2027-01-25"), premiumFen: fen(31_000) },
      { kind: "document.issue" },
      { kind: "message.send" },
    ],
  },
  {
    title: "台湾居民居住证和外国人永久居留身份证，末位小写也认",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: list([
      pupil(2, { identityNumber: "830000201406089910", birthDate: "20140608" }),
      pupil(3, { identityNumber: "932999201401019995", birthDate: "2014/1/1" }),
    ]),
    accepted: kinds,
  },
  {
    title: "去年在别校登记过的学生，今年可以登记",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    facts: () => ({
      studentRegister: new Map([
        [
          "320599201405209916",
          {
            enrolments: [{ year: 2025, unitCode: "U0000005", unitName: "测试第二小学" }],
            employedSince: null,
          },
        ],
      ]),
    }),
    input: one({}),
    accepted: kinds,
  },
  {
    title: "一份名单恰好20,000人",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: crowd(20_000),
    accepted: kinds,
    edge: "listFits",
  },
  {
    title: "一份名单20,001人",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: crowd(20_001),
    refusedBy: ["listFits"],
    edge: "listFits",
  },
  {
    title: "用人单位没有代办资格",
    persona: "U0000006",
    at: "2026-03-17T10:00:00",
    input: list([]),
    refusedBy: ["unitCollectsForResidents", "listIsNotEmpty"],
    journey: true,
  },
  {
    title: "空名单",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: list([]),
    refusedBy: ["listIsNotEmpty"],
  },
  {
    title: "去年的年度",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: list([pupil(2)], 2025),
    refusedBy: ["yearIsThisOrNext"],
  },
  {
    title: "明年的缴费标准还没有公布",
    persona: "U0000004",
    at: "2027-12-20T10:00:00",
    input: list([pupil(2)], 2028),
    refusedBy: ["premiumIsAnnounced"],
  },
  {
    title: "漏填姓名和手机号码",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: one({ name: "", mobile: "" }),
    refusedBy: ["fieldsAreComplete"],
    journey: true,
  },
  {
    title: "姓名里粘贴了整段文字",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: one({ name: "测".repeat(51) }),
    refusedBy: ["namesFit"],
  },
  {
    title: "证件号码校验码不对",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: one({ identityNumber: "320599201405209917" }),
    refusedBy: ["identityNumberIsValid"],
    journey: true,
  },
  {
    title: "证件号码被表格软件变成了数值",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: one({ identityNumber: "3.20599201405209E+17" }),
    refusedBy: ["identityNumberIsValid"],
  },
  {
    title: "来往内地通行证",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: one({ identityNumber: "H12345678" }),
    refusedBy: ["identityNumberIsValid"],
  },
  {
    title: "同一号码出现两次，一次末位小写",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: list([
      pupil(2, { identityNumber: "32059920140111993X", birthDate: "2014-01-11" }),
      pupil(3, { identityNumber: "32059920140111993x", birthDate: "2014-01-11" }),
    ]),
    refusedBy: ["numberOccursOnce"],
  },
  {
    title: "本校已登记（P11，今年减少的也算）",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: one({ identityNumber: "320599201309019928", sex: "女", birthDate: "2013-09-01" }),
    refusedBy: ["notEnrolledForTheYear"],
    journey: true,
  },
  {
    title: "别校已登记",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: one({ identityNumber: "320599201311189942", sex: "女", birthDate: "2013-11-18" }),
    refusedBy: ["notEnrolledForTheYear"],
  },
  {
    title: "P11 由第二所学校登记",
    persona: "U0000005",
    at: "2026-03-17T10:00:00",
    input: one({ identityNumber: "320599201309019928", sex: "女", birthDate: "2013-09-01" }),
    refusedBy: ["notEnrolledForTheYear"],
  },
  {
    title: "正在职工参保的人",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: one({ identityNumber: "32059920080315993X", birthDate: "2008-03-15" }),
    refusedBy: ["hasNoEmployment"],
  },
  {
    title: "出生日期与证件号码不一致",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: one({ birthDate: "2014-05-21" }),
    refusedBy: ["birthDateIsRight"],
  },
  {
    title: "出生日期不存在",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: one({ birthDate: "2014-02-30" }),
    refusedBy: ["birthDateIsRight"],
  },
  {
    title: "性别与证件号码不一致",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: one({ sex: "女" }),
    refusedBy: ["sexIsRight"],
  },
  {
    title: "没有这个班级",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: one({ classCode: "999" }),
    refusedBy: ["classIsKnown"],
  },
  {
    title: "手机号码少一位",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: one({ mobile: "1380000002" }),
    refusedBy: ["mobileIsValid"],
  },
  {
    title: "一行里的几处问题全都指出",
    persona: "U0000004",
    at: "2026-03-17T10:00:00",
    input: list([pupil(2), pupil(3, { ...girl, sex: "男", classCode: "999", mobile: "12345" })]),
    refusedBy: ["sexIsRight", "classIsKnown", "mobileIsValid"],
  },
];
