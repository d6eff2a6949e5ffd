import { describe, expect, it } from "vitest";
import { day } from "./dates.ts";
import {
  evidenceFaults,
  KB,
  type LimitedSlot,
  limitsText,
  type Measured,
  slotFaults,
  slotOn,
  slotsFor,
} from "./evidence.ts";
import { PolicyBook, type PolicyReader } from "./policy.ts";
import { series } from "./policy-series.ts";
import { startingPolicy } from "./policy-values.ts";
import { whiteBorderPercent } from "./white-border.ts";

const portrait = {
  kinds: ["image"],
  minBytes: 10 * KB,
  maxBytes: 40 * KB,
  image: {
    formats: ["jpeg"],
    minWidth: 358,
    maxWidth: 358,
    minHeight: 441,
    maxHeight: 441,
    minWhiteBorderPercent: 90,
  },
} as const;
const good: Measured = {
  kind: "image",
  format: "jpeg",
  sizeBytes: 20 * KB,
  width: 358,
  height: 441,
  whiteBorderPercent: 97,
};

describe("a file against its slot", () => {
  it.each([
    ["fit", {}, []],
    ["of 10 KB", { sizeBytes: 10 * KB }, []],
    [
      "a byte below",
      { sizeBytes: 10 * KB - 1 },
      ["大小应在10KB到40KB之间，这个文件是10.0KB（10,239字节）。"],
    ],
    ["of 40 KB", { sizeBytes: 40 * KB }, []],
    [
      "of 41 KB",
      { sizeBytes: 41 * KB },
      ["大小应在10KB到40KB之间，这个文件是41.0KB（41,984字节）。"],
    ],
    ["a PNG", { format: "png" }, ["这个文件实际是 PNG 图片，这里只收 JPEG 图片。"]],
    ["a grey back", { whiteBorderPercent: 89 }, ["背景应为纯白：边缘至少90%是白色，这张只有89%。"]],
    ["white enough", { whiteBorderPercent: 90 }, []],
    [
      "wrong in both sizes",
      { width: 441, height: 358 },
      ["宽度应为358像素，这张是441像素。", "高度应为441像素，这张是358像素。"],
    ],
  ] as const)("%s", (_, change, messages) => {
    const found = evidenceFaults(portrait, { ...good, ...change }).map(({ message }) => message);
    expect(found).toEqual(messages);
  });

  it("says what it is where the kind is wrong", () => {
    const paper = { kinds: ["pdf"], maxBytes: KB, maxPages: 2 } as const;
    const pdf = { kind: "pdf", sizeBytes: KB, pages: 2 } as const;
    expect(evidenceFaults(paper, pdf)).toEqual([]);
    expect(evidenceFaults(paper, { ...pdf, pages: 3 })).toMatchObject([{ point: "pages" }]);
    expect(evidenceFaults(paper, good)[0]?.message).toBe(
      "这个文件实际是 JPEG 图片，这里只收 PDF 文件。",
    );
    expect(evidenceFaults(portrait, pdf)[0]?.message).toContain("实际是 PDF 文件");
  });
});

describe("files against the slots of a request", () => {
  interface Asked {
    readonly far: boolean;
    readonly policy: PolicyReader;
    readonly today: ReturnType<typeof day>;
  }
  const slot = (name: string, more: Partial<LimitedSlot<Asked>> = {}) => ({
    ...portrait,
    slot: name,
    label: name,
    required: true,
    maxFiles: 1,
    ...more,
  });
  const slots = [
    slot("front"),
    slot("proof", { when: { words: "在外地的", holds: ({ far }: Asked) => far } }),
    slot("other", { required: false, maxFiles: 2 }),
  ];
  const of = (far: boolean, ...files: string[]) =>
    slotFaults(
      slotsFor(slots, { far, policy: startingPolicy(), today: day("2026-03-18") }),
      files.map((file) => ({ slot: file })),
    ).map((f) => f.slot);

  it.each([
    [false, ["front"], []],
    [false, [], ["front"]],
    [true, ["front"], ["proof"]],
    [true, ["front", "proof"], []],
    [false, ["front", "proof"], ["proof"]],
    [false, ["front", "front"], ["front"]],
    [false, ["front", "other", "other"], []],
    [false, ["front", "other", "other", "other"], ["other"]],
  ])("far %s with %j", (far, files, faults) => {
    expect(of(far, ...files)).toEqual(faults);
  });
});

describe("limits", () => {
  it("are those that policy has on the day", () => {
    const book = new PolicyBook(
      series("certificate.validMonths", "sample", "样例", [
        ["2026-01-01", 3],
        ["2026-07-01", 6],
      ]),
      "1",
    );
    const dated = {
      slot: "photo",
      label: "照片",
      required: true,
      maxFiles: 1,
      reads: ["certificate.validMonths" as const],
      limitsOn: (policy: PolicyReader, on: ReturnType<typeof day>) => ({
        kinds: ["image"] as const,
        maxBytes: policy.on("certificate.validMonths", on) * KB,
      }),
    };
    const mostOn = (iso: string) => slotOn(dated, book, day(iso)).maxBytes;
    expect([mostOn("2026-06-30"), mostOn("2026-07-01")]).toEqual([3 * KB, 6 * KB]);
  });

  it("are said in words", () => {
    expect(limitsText({ ...portrait, maxFiles: 1 })).toBe(
      "JPEG 图片，10KB到40KB，宽358像素，高441像素，背景纯白（边缘至少90%是白色）",
    );
    expect(limitsText({ kinds: ["image", "pdf"], maxBytes: 5 * KB, maxFiles: 2 })).toBe(
      "图片或 PDF 文件，每个不超过5KB，最多2个",
    );
  });
});

describe("the border of a portrait", () => {
  const picture = (colourAt: (x: number, y: number) => number) => {
    const [width, height] = [100, 120];
    const data = Array.from({ length: width * height * 3 }, (_, index) => {
      const pixel = Math.floor(index / 3);
      return colourAt(pixel % width, Math.floor(pixel / width));
    });
    return whiteBorderPercent({ data, width, height, channels: 3 });
  };

  it("is white, grey, or white above the shoulders", () => {
    expect(picture(() => 255)).toBe(100);
    expect(picture(() => 240)).toBe(100);
    expect(picture(() => 239)).toBe(0);
    expect(picture((x, y) => (y > 60 || (x > 30 && x < 70 && y > 10) ? 60 : 250))).toBe(100);
    expect(picture((x) => (x < 50 ? 255 : 200))).toBe(50);
  });
});
