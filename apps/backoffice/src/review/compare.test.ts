import type { FigureJson, FindingJson } from "@hall/contracts/findings";
import { describe, expect, it } from "vitest";
import { bySource, compareFacts, compareFindings } from "./compare.ts";

const money = (label: string, fen: number): FigureJson => ({
  role: "detail",
  label,
  value: { kind: "money", fen },
});

describe("compareFacts", () => {
  it("marks what differs and nothing else", () => {
    const facts = compareFacts(
      [money("余额", 100), money("利息", 3)],
      [money("余额", 120), money("利息", 3)],
    );
    expect(facts.map(({ label, isChanged }) => [label, isChanged])).toEqual([
      ["余额", true],
      ["利息", false],
    ]);
  });

  it("keeps what is gone and what is new", () => {
    const facts = compareFacts([money("旧项", 1)], [money("新项", 2)]);
    expect(facts).toEqual([
      { label: "新项", filed: null, now: { kind: "money", fen: 2 }, isChanged: true },
      { label: "旧项", filed: { kind: "money", fen: 1 }, now: null, isChanged: true },
    ]);
  });

  it("pairs facts of one name in their order", () => {
    const facts = compareFacts(
      [money("账户", 1), money("账户", 2)],
      [money("账户", 1), money("账户", 3)],
    );
    expect(facts.map(({ isChanged }) => isChanged)).toEqual([false, true]);
  });

  it("takes the order of properties for nothing", () => {
    const filed: FigureJson = {
      role: "detail",
      label: "月数",
      value: { kind: "count", count: 6, unit: "个月" },
    };
    const now: FigureJson = {
      role: "detail",
      label: "月数",
      value: { unit: "个月", count: 6, kind: "count" },
    };
    expect(compareFacts([filed], [now])[0]?.isChanged).toBe(false);
  });
});

const finding = (rule: string, outcome: FindingJson["outcome"]): FindingJson => ({
  rule,
  outcome,
  claim: "claim",
  words: "规则",
  citation: { kind: "house", text: "依据" },
  message: "说明",
  figures: [],
});

describe("compareFindings", () => {
  it("says what a rule was when it is another today", () => {
    const compared = compareFindings(
      [finding("A-1", "holds"), finding("A-2", "holds")],
      [finding("A-1", "holds"), finding("A-2", "fails")],
    );
    expect(compared.map(({ finding: { rule }, was }) => [rule, was])).toEqual([
      ["A-2", "holds"],
      ["A-1", null],
    ]);
  });

  it("shows the submission's where nothing is judged any more", () => {
    expect(compareFindings([finding("A-1", "holds")], [])).toHaveLength(1);
  });
});

it("puts findings under their sources and keeps what fails first", () => {
  const under = (rule: string, text: string, outcome: FindingJson["outcome"]) => ({
    ...finding(rule, outcome),
    citation: { kind: "law" as const, text },
  });
  const groups = bySource(
    compareFindings(
      [under("A-1", "甲", "holds"), under("B-1", "乙", "fails"), under("A-2", "甲", "holds")],
      [],
    ),
  );
  expect(groups.map(({ citation, compared }) => [citation, compared.length])).toEqual([
    ["乙", 1],
    ["甲", 2],
  ]);
});
