import type { Field, FormStep } from "@hall/contracts/fields";
import { describe, expect, it } from "vitest";
import { faultOf, inputOf, isComplete, listOptionsOf, shownFields, startOf } from "./input-of.ts";

const text: Field = { kind: "text", name: "name", label: "姓名", required: true, maxLength: 4 };
const why: Field = {
  kind: "text",
  name: "why",
  label: "原因",
  required: true,
  maxLength: 20,
  when: { field: "kind", is: "other" },
};
const kind: Field = { kind: "choice", name: "kind", label: "种类", required: true };
const note: Field = { kind: "text", name: "note", label: "备注", required: false, maxLength: 20 };
const steps: readonly FormStep[] = [{ title: "一", fields: [text, kind, why, note] }];

describe("inputOf", () => {
  it("sends what is on show and filled, trimmed", () => {
    const values = { name: " 测一 ", kind: "first", why: "left over", note: "" };
    expect(inputOf(steps, values)).toEqual({ name: "测一", kind: "first" });
  });

  it("sends a field once its condition holds", () => {
    const values = { name: "测一", kind: "other", why: "搬家" };
    expect(inputOf(steps, values)).toEqual(values);
    expect(shownFields(steps, values).map(({ name }) => name)).toContain("why");
  });

  it("sends of a list its batch alone, and the choices with the upload", () => {
    const list: readonly FormStep[] = [
      {
        title: "名单",
        fields: [
          { kind: "choice", name: "year", label: "年度", required: true },
          { kind: "list", name: "batchId", label: "名单", required: true },
        ],
      },
    ];
    const values = { year: "2026", batchId: "b1" };
    expect(inputOf(list, values)).toEqual({ batchId: "b1" });
    expect(listOptionsOf(list, values)).toEqual({ year: "2026" });
  });
});

describe("startOf", () => {
  it("takes a suggested number as the choice of that text, and nothing else", () => {
    expect(startOf(steps, { kind: 2026, name: 7, note: "" })).toEqual({
      kind: "2026",
      name: 7,
      note: "",
    });
  });
});

describe("faultOf", () => {
  const mobile: Field = { kind: "mobile", name: "m", label: "手机", required: true };
  const consent: Field = {
    kind: "consent",
    name: "c",
    label: "声明",
    required: true,
    declaration: [],
  };
  const range: Field = { kind: "month-range", name: "r", label: "月份", required: true };
  const day: Field = { kind: "day", name: "d", label: "日期", required: false };
  it.each([
    [text, "", true],
    [text, "  ", true],
    [text, "测试一二", false],
    [text, "测试一二三", true],
    [note, "", false],
    [note, undefined, false],
    [mobile, "13800138000", false],
    [mobile, "138 0013 8000", false],
    [mobile, "12800138000", true],
    [mobile, "1380013800", true],
    [consent, true, false],
    [consent, false, true],
    [range, { from: "2026-01", to: "2026-01" }, false],
    [range, { from: "2026-02", to: "2026-01" }, true],
    [range, { from: "2026-02", to: "" }, true],
    [range, { from: "2026-13", to: "2027-01" }, true],
    [day, "", false],
    [day, "2026-3-8", true],
    [day, "2026-03-08", false],
  ])("of %o with %o is found: %s", (field, value, isFault) => {
    expect(faultOf(field, value) !== undefined).toBe(isFault);
  });

  it("is complete only when nothing on show is at fault", () => {
    expect(isComplete(steps, { name: "测一", kind: "first" })).toBe(true);
    expect(isComplete(steps, { name: "测一", kind: "other" })).toBe(false);
  });
});
