import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SigningAuthority } from "./authority.ts";
import type { PaperContent } from "./content.ts";
import { UnprintableCharacterError } from "./layout/fonts.ts";
import { layOutWithPdfkit } from "./layout/pdfkit/lay-out.ts";
import { layOutWithReact } from "./layout/react/lay-out.tsx";
import { sectionsOf } from "./layout/sections.ts";
import { makeAuthority } from "./make-authority.ts";
import { render } from "./render.ts";
import {
  letter,
  ORGANISATION,
  RECEIVED_SHA256,
  receipt,
  sampleDetail,
  sampleList,
  samples,
} from "./testing/samples.ts";
import { formatVerificationCode } from "./verification-code.ts";

const folder = mkdtempSync(join(tmpdir(), "papers-"));
let signing: SigningAuthority;

beforeAll(async () => {
  ({ signing } = await makeAuthority(ORGANISATION));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs one of poppler's programs on a file with these bytes. */
function poppler(program: string, bytes: Uint8Array, ...options: string[]): string {
  const file = join(folder, "paper.pdf");
  writeFileSync(file, bytes);
  const output = program === "pdftotext" ? ["-"] : [];
  try {
    return execFileSync(program, [...options, file, ...output], { encoding: "utf8" });
  } catch (error) {
    throw new Error(`${program} failed; these tests need poppler-utils on the machine.`, {
      cause: error,
    });
  }
}

/** Text without the blanks and breaks that the layout brings. */
const textOf = (bytes: Uint8Array): string => poppler("pdftotext", bytes).replace(/\s+/g, "");
const pagesOf = (bytes: Uint8Array): string[] =>
  poppler("pdftotext", bytes).split("\f").slice(0, -1);

describe("every paper (DOC-1, DOC-2)", () => {
  test.each(Object.entries(samples))("%s is signed, sealed and readable", async (_, content) => {
    const bytes = await render(content, signing);
    const { header } = content;
    const text = textOf(bytes);
    expect(text).toContain(header.title);
    expect(text).toContain(header.number);
    expect(text).toContain(formatVerificationCode(header.verificationCode));
    expect(text).toContain("2026年3月18日");
    expect(text).toContain("演示系统出具");
    const signature = poppler("pdfsig", bytes, "-nocert");
    expect(signature).toContain("Signature is Valid");
    expect(signature).toContain("Total document signed");
    const info = poppler("pdfinfo", bytes);
    expect(info).toMatch(/Page size: +595\.28 x 841\.89 pts \(A4\)/);
    const fonts = poppler("pdffonts", bytes).trim().split("\n").slice(2);
    expect(fonts.length).toBe(2);
    for (const font of fonts) expect(font).toMatch(/NotoSerifSC-\w+ .* yes yes yes/);
  });

  test.each([
    ["flowing", letter],
    ["drawn", sampleList(100)],
  ])("%s bears both marks of PAdES and no signing-time attribute", async (_, content) => {
    const file = Buffer.from(await render(content, signing)).toString("latin1");
    expect(file).toContain("/SubFilter /ETSI.CAdES.detached");
    const contents = /\/Contents <([0-9a-f]+)>/.exec(file)?.[1] ?? "";
    // Object identifiers in DER: id-aa-signingCertificateV2 and signing-time.
    expect(contents).toContain("060b2a864886f70d010910022f");
    expect(contents).not.toContain("06092a864886f70d010905");
  });

  test("has its signature over the seal", async () => {
    const file = Buffer.from(await render(letter, signing)).toString("latin1");
    const rect = /\/Subtype \/Widget .*?\/Rect \[([^\]]+)\]/s.exec(file)?.[1] ?? "";
    const [left = 0, bottom = 0, right = 0, top = 0] = rect.split(" ").map(Number);
    expect(right - left).toBeCloseTo(113.39, 1);
    expect(top - bottom).toBeCloseTo(113.39, 1);
    expect(left).toBeGreaterThan(300);
  });

  test("loses its signature when a byte changes", async () => {
    const bytes = await render(letter, signing);
    const at = Buffer.from(bytes).indexOf("/MediaBox") + 12;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(poppler("pdfsig", bytes, "-nocert")).not.toContain("Signature is Valid");
  });
});

describe("what papers say", () => {
  const say = async (content: PaperContent) => textOf(await render(content, signing));

  test("rare characters and long names", async () => {
    expect(await say(letter)).toContain("测喆堃〇");
    expect(await say(receipt)).toContain("测买买提·阿卜杜热合曼·伊敏江·吐尔逊");
    expect(await say(sampleList(5))).toContain("测买买提·阿卜杜拉");
    expect(await say(sampleList(70))).toContain("测买买提·阿卜杜拉");
  });

  test.each([
    ["section", { ...letter, sections: [{ type: "emphasis", text: "测\u{10FFFD}" }] }],
    ["note", { ...letter, notes: ["测\u{10FFFD}"] }],
    ["title", { ...letter, header: { ...letter.header, title: "测\u{10FFFD}" } }],
  ] as const)("a %s that can't be printed stops the paper", async (_, content) => {
    await expect(render(content, signing)).rejects.toThrow(UnprintableCharacterError);
  });

  test("a hash in one piece", async () => {
    expect(poppler("pdftotext", await render(receipt, signing))).toContain(RECEIVED_SHA256);
  });

  test("no hyphen that nobody wrote", async () => {
    const paragraphs = ["经审核符合转移接续的规定同意接收".repeat(30)];
    const long = { ...letter, sections: [{ type: "paragraphs" as const, paragraphs }] };
    const text = await say(long);
    expect(text).toContain(paragraphs[0]);
  });

  test.each([letter, sampleList(61)])(
    "a form to be stamped by others bears no seal and no issuer's date",
    async (content) => {
      const form: PaperContent = { ...content, header: { ...content.header, seal: null } };
      const bytes = await render(form, signing);
      expect(textOf(bytes)).not.toContain("2026年3月18日");
      expect(poppler("pdfsig", bytes, "-nocert")).toContain("Signature is Valid");
    },
  );
});

describe("both layouts", () => {
  interface Word {
    readonly text: string;
    readonly place: readonly number[];
  }
  const wordsOf = (bytes: Uint8Array): Word[] => {
    const html = poppler("pdftotext", bytes, "-bbox");
    const word = /<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</g;
    return [...html.matchAll(word)].map(([, x, y, text]) => ({
      text: text ?? "",
      place: [Number(x), Number(y)],
    }));
  };

  test.each([
    ["letter", letter],
    ["receipt", receipt],
    ["list-of-50", sampleList(50)],
  ])("set every word of %s at the same place", async (_, content) => {
    const { header } = content;
    const moment = new Date("2026-03-18T02:00:00Z");
    const drawn = wordsOf(await layOutWithPdfkit(header, sectionsOf(content), moment));
    const flowing = wordsOf(await layOutWithReact(header, sectionsOf(content), moment));
    const sorted = (words: Word[]) =>
      words.toSorted((a, b) => a.text.localeCompare(b.text) || comparePlaces(a, b));
    const [left, right] = [sorted(drawn), sorted(flowing)];
    expect(right.map((word) => word.text)).toEqual(left.map((word) => word.text));
    right.forEach((word, index) => {
      word.place.forEach((value, axis) => {
        expect(Math.abs(value - (left[index]?.place[axis] ?? 0)), word.text).toBeLessThan(1);
      });
    });
  });
  const comparePlaces = (a: Word, b: Word) =>
    Math.round(a.place[1] ?? 0) - Math.round(b.place[1] ?? 0) ||
    (a.place[0] ?? 0) - (b.place[0] ?? 0);
});

describe("papers of several pages", () => {
  test.each([
    ["flowing", sampleList(50), 3],
    ["drawn", sampleDetail(60), 6],
  ])("repeat the head of the table and number the pages: %s", async (_, content, least) => {
    const pages = pagesOf(await render(content, signing));
    expect(pages.length).toBeGreaterThanOrEqual(least);
    pages.forEach((page, index) => {
      expect(page).toMatch(/班级|缴费单位/);
      expect(page.replace(/\s+/g, "")).toContain(`第${index + 1}页共${pages.length}页`);
    });
  });

  test("print each row once", async () => {
    const rows = textOf(await render(sampleDetail(60), signing)).match(/工伤保险/g) ?? [];
    expect(rows.length).toBe(60);
    const pupils = textOf(await render(sampleList(50), signing)).match(/测学|测买买提/g) ?? [];
    expect(pupils.length).toBe(50);
  });

  const sizes = [13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 44, 46, 48, 66, 70];
  test.each(sizes)("no page bears only a seal: %d pupils", async (pupils) => {
    const last = pagesOf(await render(sampleList(pupils), signing)).at(-1) ?? "";
    expect(last).not.toContain("本页无正文");
    expect(last).toContain("测学");
  });

  test("take their time within bounds", async () => {
    await render(letter, signing);
    const took = async (content: PaperContent) => {
      const start = performance.now();
      await render(content, signing);
      return Math.round(performance.now() - start);
    };
    const page = Math.min(await took(letter), await took(letter), await took(letter));
    const rows = await took(sampleDetail(300));
    console.info(`one page ${page} ms, 1,800 rows ${rows} ms`);
    expect(rows).toBeLessThan(2000);
  });
});
