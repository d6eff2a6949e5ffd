import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatVerificationCode,
  newVerificationCode,
  normalizeVerificationCode,
} from "./verification-code.ts";

describe("verification codes (DOC-5)", () => {
  test("hold all 128 bits", () => {
    expect(newVerificationCode(new Uint8Array(16))).toBe("0".repeat(26));
    expect(newVerificationCode(new Uint8Array(16).fill(255))).toBe(`7${"Z".repeat(25)}`);
    expect(newVerificationCode(new Uint8Array([...new Uint8Array(15), 33]))).toMatch(/^0+11$/);
  });

  test("differ each time", () => {
    const codes = new Set(Array.from({ length: 1000 }, () => newVerificationCode()));
    expect(codes.size).toBe(1000);
  });

  test("survive printing in groups and typing in small letters", () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(bytes, (random) => {
        const code = newVerificationCode(random);
        const printed = formatVerificationCode(code);
        expect(printed).toMatch(/^(\w{4}-){5}\w{6}$/);
        expect(normalizeVerificationCode(` ${printed.toLowerCase()} `)).toBe(code);
      }),
    );
  });

  test("read letters that look like digits as those", () => {
    expect(normalizeVerificationCode(`o1Il${"2".repeat(22)}`)).toBe(`0111${"2".repeat(22)}`);
    expect(normalizeVerificationCode(`０${"２".repeat(25)}`)).toBe(`0${"2".repeat(25)}`);
  });

  test.each(["", "0".repeat(25), "0".repeat(27), `8${"0".repeat(25)}`, `0U${"0".repeat(24)}`])(
    "refuse %j",
    (typed) => {
      expect(normalizeVerificationCode(typed)).toBeNull();
    },
  );
});
