import type { RuleHeadJson } from "@hall/contracts/rules";
import { describe, expect, it } from "vitest";
import { narrowed } from "./narrowed.ts";

const rule = (
  code: string,
  words: string,
  serviceName = "封存住房公积金账户提取",
): RuleHeadJson => ({
  code,
  service: "x",
  serviceName,
  sentences: [{ words, citation: { kind: "law", text: "国发〔2024〕1号" }, kind: "rule" }],
});
const rules = [rule("SAW-1", "账户封存满半年"), rule("FPC-6", "首次扣款日每月18日", "换档")];
const codes = (text: string) => narrowed(rules, text).map(({ code }) => code);

describe("searching the rule book", () => {
  it.each([
    ["", ["SAW-1", "FPC-6"]],
    ["  ", ["SAW-1", "FPC-6"]],
    ["saw-1", ["SAW-1"]],
    ["ＳＡＷ", ["SAW-1"]],
    ["半年", ["SAW-1"]],
    ["换档 18日", ["FPC-6"]],
    ["半年 18日", []],
    ["国发", ["SAW-1", "FPC-6"]],
  ])("finds by %j", (text, expected) => expect(codes(text)).toEqual(expected));
});
