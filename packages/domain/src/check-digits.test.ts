import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applicationNumber,
  isApplicationNumber,
  mod1110CheckDigit,
  passesLuhn,
} from "./check-digits.ts";
import { day } from "./dates.ts";

const numbers = fc
  .stringMatching(/^\d{8}$/)
  .map((digits) => applicationNumber(day("2026-03-18"), digits));

describe("case numbers", () => {
  it("are date, digits and check digit", () => {
    const number = applicationNumber(day("2026-03-18"), "00000042");
    expect(number).toMatch(/^2026031800000042\d$/);
    expect(isApplicationNumber(number)).toBe(true);
  });

  it("use ISO 7064 MOD 11,10, whose standard gives 0794 the check digit 5", () => {
    expect(mod1110CheckDigit("0794")).toBe("5");
  });

  it.each(["", "1234567", "123456789", "1234567x"])("aren't made of %j", (digits) => {
    expect(() => applicationNumber(day("2026-03-18"), digits)).toThrow(RangeError);
  });

  it("need a real date", () => {
    const body = "2026023000000042";
    expect(isApplicationNumber(body + mod1110CheckDigit(body))).toBe(false);
    expect(isApplicationNumber("")).toBe(false);
  });

  it("show every wrong digit", () => {
    fc.assert(
      fc.property(numbers, fc.nat(16), fc.nat(9), (number, index, digit) => {
        const wrong = number.slice(0, index) + String(digit) + number.slice(index + 1);
        return isApplicationNumber(wrong) === (wrong === number);
      }),
    );
  });
});

describe("Luhn", () => {
  it.each([
    ["79927398713", true],
    ["79927398710", false],
    ["0", true],
  ])("%s: %s", (digits, expected) => {
    expect(passesLuhn(digits)).toBe(expected);
  });
});
