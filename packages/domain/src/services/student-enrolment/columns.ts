import type { Column } from "../../list.ts";
import type { EnrolmentRequest, StudentColumn } from "./input.ts";

interface StudentColumnShape extends Column {
  readonly key: StudentColumn;
}

export const numberColumn: StudentColumnShape = {
  key: "identityNumber",
  label: "证件号码",
  required: true,
  // Its check character is wrong on purpose: an example that was half overwritten must not pass.
  example: "32059920140730993X",
  help: "居民身份证、港澳台居民居住证或外国人永久居留身份证的号码，单元格须为文本格式",
  width: 24,
  personal: "identity-number",
};

/** The columns of the template, in their order. */
export const studentColumns: readonly StudentColumnShape[] = [
  {
    key: "name",
    label: "姓名",
    required: true,
    example: "测学例",
    help: "与证件上的姓名一致，最多50个字",
    width: 14,
    personal: "name",
  },
  numberColumn,
  {
    key: "sex",
    label: "性别",
    required: true,
    example: "男",
    help: "填男或女",
    choices: ["男", "女"],
    width: 8,
  },
  {
    key: "birthDate",
    label: "出生日期",
    required: true,
    example: "2014-07-30",
    help: "按年-月-日填写，如2014-07-30",
    width: 14,
  },
  {
    key: "classCode",
    label: "班级代码",
    required: true,
    example: "301",
    help: "本单位登记的班级代码",
    width: 12,
  },
  {
    key: "guardian",
    label: "监护人姓名",
    required: true,
    example: "测家长",
    help: "为学生缴费的监护人，最多50个字",
    width: 14,
    personal: "name",
  },
  {
    key: "mobile",
    label: "手机号码",
    required: true,
    example: "13800000099",
    help: "监护人的手机号码，11位",
    width: 16,
    personal: "mobile",
  },
];

/** As above, with the school's own classes to choose from. */
export function columns({ facts }: Pick<EnrolmentRequest, "facts">): readonly Column[] {
  const classes = facts.school?.classes ?? [];
  return studentColumns.map((column) =>
    column.key !== "classCode"
      ? column
      : {
          ...column,
          example: classes[0]?.code ?? column.example,
          help: classesInWords(classes),
          choices: classes.map(({ code }) => code),
        },
  );
}

const CLASSES_NAMED = 60;

function classesInWords(classes: readonly { code: string; name: string }[]): string {
  if (classes.length === 0) return "本单位登记的班级代码";
  const named = classes.slice(0, CLASSES_NAMED).map(({ code, name }) => `${code} ${name}`);
  const rest = classes.length - named.length;
  return `本校登记的班级：${named.join("、")}${rest > 0 ? `，另有${rest}个` : ""}`;
}
