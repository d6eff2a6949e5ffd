import { describe, expect, it } from "vitest";
import { bodyOf, emptyDraft, isTyped, parseDraft } from "./decision-draft.ts";

const full = {
  kind: "ask" as const,
  reasons: ["账户未封存"],
  words: " 请补充 ",
  missing: [
    { item: " 离职证明 ", words: "上传盖章件" },
    { item: "", words: "" },
  ],
  rows: [{ line: 3, reasons: ["短期出差"], words: " 下月回来 " }],
};

describe("bodyOf", () => {
  it("sends with a supplement only what is missing, without empty lines", () => {
    expect(bodyOf(full, "ask", 3)).toEqual({
      kind: "ask",
      version: 3,
      words: "请补充",
      reasons: [],
      missing: [{ item: "离职证明", words: "上传盖章件" }],
      rows: [],
    });
  });

  it("sends with a refusal only the reasons", () => {
    expect(bodyOf(full, "refuse", 3)).toMatchObject({ reasons: ["账户未封存"], missing: [] });
  });
});

it("sends with an approval the rows that aren't confirmed", () => {
  expect(bodyOf(full, "approve", 3)).toMatchObject({
    reasons: [],
    rows: [{ line: 3, reasons: ["短期出差"], words: "下月回来" }],
  });
});

describe("parseDraft", () => {
  it("gives back what was kept", () => {
    expect(parseDraft(JSON.parse(JSON.stringify(full)))).toEqual(full);
  });

  it.each([null, 1, { kind: "pay" }, { missing: [1] }, { words: 3 }, { rows: [{}] }])(
    "refuses %j",
    (kept) => {
      expect(parseDraft(kept)).toBeNull();
    },
  );
});

it("knows whether something was typed", () => {
  expect(isTyped(emptyDraft)).toBe(false);
  expect(isTyped({ ...emptyDraft, words: " " })).toBe(false);
  expect(isTyped({ ...emptyDraft, missing: [{ item: "证明", words: "" }] })).toBe(true);
});
