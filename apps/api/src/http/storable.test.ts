import { describe, expect, it } from "vitest";
import { isStorable, isTooDeep } from "./storable.ts";

describe("what PostgreSQL keeps", () => {
  it.each([
    ["plain", "测试 🏠 é", true],
    ["NUL", "a\0", false],
    ["half a pair", "a\ud83d", false],
    ["the other half", "\udfe0b", false],
    ["within a list", [{ a: ["x\ud800"] }], false],
    ["as a key", { "k\0": 1 }, false],
    ["no text at all", [1, null, true, undefined], true],
  ])("%s", (_, value, kept) => {
    expect(isStorable(value)).toBe(kept);
  });
});

describe("depth", () => {
  const nested = (depth: number) => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);

  it("of a form is fine, and of an attack isn't", () => {
    expect(isTooDeep({ input: { rows: [{ cells: { a: "b" } }] } })).toBe(false);
    expect(isTooDeep(nested(60))).toBe(false);
    expect(isTooDeep(nested(20_000))).toBe(true);
    expect(isTooDeep(undefined)).toBe(false);
  });
});
