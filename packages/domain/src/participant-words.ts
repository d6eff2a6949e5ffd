import { formatMonth } from "./dates.ts";
import type { Participant, Scheme } from "./facts.ts";
import { type Figure, text } from "./figures.ts";
import { maskIdentityNumber, maskMobile } from "./masks.ts";

export const schemeNames: Readonly<Record<Scheme, string>> = {
  flexible: "灵活就业参保",
  "enterprise-a": "企业参保（甲类）",
  "enterprise-b": "企业参保（乙类）",
  agency: "机关事业单位参保",
};

export const statusNames: Readonly<Record<Participant["status"], string>> = {
  normal: "正常缴费",
  suspended: "暂停缴费",
  left: "已离职停保",
  retired: "已退休",
};

/** The person's standing in one clause, such as 自2026年3月起在测试科技参保. */
export function participationClause(person: Participant): string {
  const since = formatMonth(person.statusSince);
  if (person.status !== "normal") return `自${since}起${statusNames[person.status]}`;
  if (person.unit)
    return `自${since}起由${person.unit.name}缴费，属于${schemeNames[person.scheme]}`;
  return `自${since}起${statusNames.normal}，属于${schemeNames[person.scheme]}`;
}

/** The basic data that a person looks over before applying. */
export function participantOnRecord(person: Participant): readonly Figure[] {
  return [
    text("姓名", person.name),
    text("个人编号", person.personalNumber),
    text("证件号码", maskIdentityNumber(person.identityNumber)),
    text("参保状态", `${schemeNames[person.scheme]}，${statusNames[person.status]}`),
    ...(person.unit ? [text("参保单位", person.unit.name)] : []),
    text("手机号码", person.mobile ? maskMobile(person.mobile) : "没有登记"),
  ];
}
