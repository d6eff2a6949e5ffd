import { describe, expect, it } from "vitest";
import { isReasoned, refuseAll, refuseRow, withReason, writeRow } from "./row-draft.ts";

const row = (line: number, reason = "") => ({ line, reasons: reason ? [reason] : [], words: "" });

describe("rows about to be refused", () => {
  it("come in the order of the list, and go when they are confirmed", () => {
    const rows = refuseRow(refuseRow([], 5, true), 3, true);
    expect(rows.map(({ line }) => line)).toEqual([3, 5]);
    expect(refuseRow(rows, 3, false)).toEqual([row(5)]);
  });

  it("keep the reasons that they have when none is confirmed", () => {
    expect(refuseAll([2, 3, 4], [row(3, "短期出差")])).toEqual([
      row(2),
      row(3, "短期出差"),
      row(4),
    ]);
  });

  it("take one reason where they have none", () => {
    const rows = writeRow([row(2), row(3, "短期出差"), row(4)], 4, { words: " 已离职 " });
    expect(withReason(rows, "地址不完整").map(({ reasons }) => reasons[0] ?? "")).toEqual([
      "地址不完整",
      "短期出差",
      "",
    ]);
    expect(rows.map(isReasoned)).toEqual([false, true, true]);
  });
});
