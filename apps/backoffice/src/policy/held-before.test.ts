import type { PolicyKeyJson, PolicyValueJson } from "@hall/contracts/backoffice/policy";
import { expect, it } from "vitest";
import { heldBefore, lastDayOf } from "./held-before.ts";
import { mayTakeBack } from "./value-acts.tsx";

const value = (from: string, state: PolicyValueJson["state"]): PolicyValueJson => ({
  id: `${from} ${state}`,
  key: "a",
  from,
  until: null,
  value: 1,
  words: "1",
  mark: "official",
  source: "文件",
  state,
  preparedBy: null,
  releasedBy: null,
  releasedAt: null,
  isMine: false,
});
const key = (...values: readonly PolicyValueJson[]): PolicyKeyJson => ({
  key: "a",
  name: "甲",
  standing: "held",
  readBy: [],
  values: [...values],
});

const old = value("2016-01-01", "past");
const held = value("2020-01-01", "in-force");
const coming = value("2026-07-01", "coming");

it("finds what a coming value takes the place of", () => {
  const prepared = value("2026-06-01", "prepared");
  expect(heldBefore([coming, prepared, old, held], coming)).toBe(held);
  expect(heldBefore([coming], coming)).toBeNull();
});

it("names the last day on which a value holds, and not the first on which it doesn't", () => {
  expect(lastDayOf("2026-07-01")).toBe("2026-06-30");
  expect(lastDayOf("2024-03-01")).toBe("2024-02-29");
});

it("takes back only what is to come, once, and only to something (POL-2)", () => {
  expect(mayTakeBack(key(held, coming), coming)).toBe(true);
  expect(mayTakeBack(key(old, held), held)).toBe(false);
  expect(mayTakeBack(key(coming), coming)).toBe(false);
  const again = value("2026-07-01", "prepared");
  expect(mayTakeBack(key(held, coming, again), coming)).toBe(false);
});
