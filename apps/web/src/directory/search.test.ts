import { describe, expect, it } from "vitest";
import type { DirectoryEntry } from "../../build/directory-module.ts";
import { search } from "./search.ts";

const entry = (
  part: Partial<DirectoryEntry> & { number: number; name: string },
): DirectoryEntry => ({
  code: `s-${part.number}`,
  pinyin: "",
  audience: "person",
  kind: "application",
  menu: ["在线业务办理"],
  turnaround: "即时办结",
  keywords: [],
  keywordPinyin: [],
  lifeEvents: [],
  ...part,
});

const entries = [
  entry({
    number: 1,
    name: "灵活就业人员缴费套餐和档次变更",
    pinyin: "ling huo jiu ye ren yuan jiao fei tao can he dang ci bian geng",
    keywords: ["换档"],
    keywordPinyin: ["huan dang"],
    lifeEvents: ["换工作"],
  }),
  entry({
    number: 3,
    name: "参保证明和参保明细",
    pinyin: "can bao zheng ming he can bao ming xi",
    menu: ["信息查询"],
  }),
];
const codes = (text: string) => search(text, entries).map(({ entry: { code } }) => code);

describe("search", () => {
  it.each([
    ["参保证明", ["s-3"]],
    ["档次", ["s-1"]],
    ["cbzm", ["s-3"]],
    ["LHJY", ["s-1"]],
    ["canbaozhengming", ["s-3"]],
    ["canbzm", ["s-3"]],
    ["dangci", ["s-1"]],
    ["biang", ["s-1"]],
    ["huandang", ["s-1"]],
    ["anbao", []],
    ["cbzmx", []],
    ["换档", ["s-1"]],
    ["我要换工作了", ["s-1"]],
    ["灵活变更", ["s-1"]],
    ["参保 明细", ["s-3"]],
    ["hd", ["s-1"]],
    ["信息查询", ["s-3"]],
    ["", []],
    ["   ", []],
    ["飞机票", []],
    ["参保 换档", []],
  ])("finds %s", (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it("says by which everyday word it was found", () => {
    expect(search("换档", entries)[0]?.by).toBe("换档");
    expect(search("参保", entries)[0]?.by).toBeUndefined();
  });
});
