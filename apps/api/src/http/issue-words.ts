import type { z } from "zod";

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/**
 * What is wrong with a part of a request, in words for the person who typed it. Only for what the
 * contract has no words of its own for.
 */
export const issueWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "必填" : `应当是${kindName(issue.expected)}`;
    case "too_big":
      return `${isNumber(issue) ? "不能大于" : "最多"} ${issue.maximum} ${unitOf(issue)}`.trim();
    case "too_small":
      return `${isNumber(issue) ? "不能小于" : "至少"} ${issue.minimum} ${unitOf(issue)}`.trim();
    case "invalid_value":
      return "不在可选的范围内";
    case "unrecognized_keys":
      return "有不需要的内容";
    default:
      return "格式不对";
  }
};

const isNumber = ({ origin }: Issue): boolean =>
  ["number", "int", "bigint"].includes(String(origin));

function unitOf({ origin }: Issue): string {
  if (origin === "string") return "个字";
  return origin === "array" || origin === "set" ? "项" : "";
}

function kindName(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: "文字",
    number: "数字",
    int: "整数",
    boolean: "“是”或“否”",
    array: "列表",
  };
  return names[expected] ?? "另一种格式";
}
