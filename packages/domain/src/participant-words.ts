import { formatMonth } from "./dates.ts";
import type { Participant, Scheme } from "./facts.ts";

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
