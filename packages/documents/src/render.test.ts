import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SigningAuthority } from "./authority.ts";
import type { DocumentContent } from "./content.ts";
import { UnprintableCharacterError } from "./layout/fonts.ts";
import { makeAuthority } from "./make-authority.ts";
import { render } from "./render.ts";
import {
  certificate,
  letter,
  ORGANISATION,
  receipt,
  report,
  sampleDetail,
  sampleEnrolment,
  samples,
  voucher,
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

describe("every paper", () => {
  test.each(Object.entries(samples))("%s is signed, sealed and readable", async (_, document) => {
    const bytes = await render(document, signing);
    const { header } = document;
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

  test("bears both marks of PAdES and no signing-time attribute", async () => {
    const file = Buffer.from(await render(certificate, signing)).toString("latin1");
    expect(file).toContain("/SubFilter /ETSI.CAdES.detached");
    const contents = /\/Contents <([0-9a-f]+)>/.exec(file)?.[1] ?? "";
    // Object identifiers in DER: id-aa-signingCertificateV2 and signing-time.
    expect(contents).toContain("060b2a864886f70d010910022f");
    expect(contents).not.toContain("06092a864886f70d010905");
  });

  test("loses its signature when a byte changes", async () => {
    const bytes = await render(certificate, signing);
    const at = Buffer.from(bytes).lastIndexOf("startxref") - 40;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(poppler("pdfsig", bytes, "-nocert")).not.toContain("Signature is Valid");
  });
});

describe("what papers say", () => {
  const say = async (document: DocumentContent) => textOf(await render(document, signing));

  test("rare characters of names", async () => {
    for (const document of [voucher, certificate, report, receipt, letter]) {
      expect(await say(document)).toContain("测喆堃〇");
    }
    expect(await say(sampleEnrolment(5))).toContain("测买买提·阿卜杜拉");
  });

  test("a name that can't be printed stops the paper", async () => {
    const person = { ...certificate.person, name: "测\u{10FFFD}" };
    await expect(render({ ...certificate, person }, signing)).rejects.toThrow(
      UnprintableCharacterError,
    );
  });

  test("sums of the printed rows", async () => {
    expect(await say(voucher)).toContain("2,294.00");
    const text = await say(report);
    expect(text).toContain("￥87,407.55");
    expect(text).toContain("人民币捌万柒仟肆佰零柒元伍角伍分");
    expect(await say(sampleEnrolment(64))).toContain("￥26,240.00（人民币贰万陆仟贰佰肆拾元整）");
  });

  test("both hashes of a file, each in one piece", async () => {
    const text = poppler("pdftotext", await render(receipt, signing));
    for (const { receivedSha256, storedSha256 } of receipt.files) {
      expect(text).toContain(receivedSha256);
      if (storedSha256) expect(text).toContain(storedSha256);
    }
  });

  test("that the calendar is missing when a receipt has no due date", async () => {
    expect(await say({ ...receipt, dueOn: null })).toContain("工作日历尚未公布");
  });

  test("a form to be stamped by others bears no seal and no issuer's date", async () => {
    const form: DocumentContent = { ...letter, header: { ...letter.header, seal: null } };
    const bytes = await render(form, signing);
    expect(textOf(bytes)).not.toContain("2026年3月18日");
    expect(poppler("pdfsig", bytes, "-nocert")).toContain("Signature is Valid");
  });
});

describe("long papers", () => {
  test("repeat the head of the table and number the pages", async () => {
    const bytes = await render(sampleDetail(60), signing);
    const pages = poppler("pdftotext", bytes).split("\f").slice(0, -1);
    expect(pages.length).toBeGreaterThan(5);
    pages.slice(0, -1).forEach((page, index) => {
      expect(page).toContain("缴费单位");
      expect(page.replace(/\s+/g, "")).toContain(`第${index + 1}页共${pages.length}页`);
    });
    const rows = textOf(bytes).match(/工伤保险/g) ?? [];
    expect(rows.length).toBe(60 + 2);
  });

  test.each(Array.from({ length: 17 }, (_, index) => index + 14))(
    "no page bears only a seal: %d students",
    async (students) => {
      const bytes = await render(sampleEnrolment(students), signing);
      const last = poppler("pdftotext", bytes).split("\f").at(-2) ?? "";
      expect(last).not.toContain("本页无正文");
      expect(last).toContain("测学");
    },
  );

  test("take their time within bounds", async () => {
    await render(certificate, signing);
    const took = async (document: DocumentContent) => {
      const start = performance.now();
      await render(document, signing);
      return Math.round(performance.now() - start);
    };
    const page = await took(certificate);
    const rows = await took(sampleDetail(300));
    console.info(`one page ${page} ms, 1,800 rows ${rows} ms`);
    expect(rows).toBeLessThan(2000);
  });
});
