import { describe, expect, it } from "vitest";
import { parseMobile } from "./mobile.ts";

describe("mobile numbers", () => {
  it.each([
    "13800001234",
    "19900001234",
    " 138 0000 1234 ",
    "138-0000-1234",
    "+86 138 0000 1234",
    "0086138 00001234",
    "8613800001234",
    "\uff11\uff13\uff18\uff10\uff10\uff10\uff10\uff11\uff12\uff13\uff14",
  ])("%s is read", (typed) => {
    const read = parseMobile(typed);
    expect(read.ok && read.number).toMatch(/^1[39]\d00001234$|^13800001234$/);
  });

  it.each([
    ["", "empty"],
    ["+86", "empty"],
    ["1380000123", "length"],
    ["138000012345", "length"],
    ["12800001234", "prefix"],
    ["23800001234", "prefix"],
    ["1380000123a", "characters"],
    ["051262888222", "length"],
  ])("%s fails for its %s", (typed, reason) => {
    expect(parseMobile(typed)).toMatchObject({ ok: false, reason });
  });
});
