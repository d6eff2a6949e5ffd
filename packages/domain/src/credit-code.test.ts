import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CREDIT_CODE_SYMBOLS, creditCodeCheckSymbol, parseCreditCode } from "./credit-code.ts";

const codes = fc
  .array(fc.constantFrom(...CREDIT_CODE_SYMBOLS), { minLength: 17, maxLength: 17 })
  .map((symbols) => symbols.join("") + creditCodeCheckSymbol(symbols.join("")));

describe("unified social credit codes (GB 32100)", () => {
  it.each(["91320594MA9999A177", "123205949999998B84", "91320594MA9999C36H", "123205949999990A9Q"])(
    "the demo's unit %s passes",
    (code) => {
      expect(parseCreditCode(code)).toEqual({ ok: true, code });
    },
  );

  it("has 31 symbols", () => {
    expect(new Set(CREDIT_CODE_SYMBOLS).size).toBe(31);
    expect(CREDIT_CODE_SYMBOLS).not.toMatch(/[IOSVZ]/);
  });

  it.each([
    ["00000000000000000", "0"],
    ["10000000000000000", "Y"],
    ["01000000000000000", "W"],
  ])("the check symbol of %s is %s", (symbols, check) => {
    expect(creditCodeCheckSymbol(symbols)).toBe(check);
  });

  it("puts small letters, blanks and full width right", () => {
    const typed = " 91320594 ma9999a17\uff17 ";
    expect(parseCreditCode(typed)).toEqual({ ok: true, code: "91320594MA9999A177" });
  });

  it.each([
    ["91320594MA9999A178", "check-digit"],
    ["91320594MA9999A17", "length"],
    ["91320594MA9999A1777", "length"],
    ["91320594MA9999O177", "characters"],
    ["91320594MA9999A17-", "characters"],
    ["", "empty"],
  ])("%s fails for its %s", (typed, reason) => {
    expect(parseCreditCode(typed)).toMatchObject({ ok: false, reason });
  });

  it("catches every wrong symbol", () => {
    fc.assert(
      fc.property(
        codes,
        fc.nat(17),
        fc.constantFrom(...CREDIT_CODE_SYMBOLS),
        (code, index, symbol) => {
          const wrong = code.slice(0, index) + symbol + code.slice(index + 1);
          return parseCreditCode(wrong).ok === (wrong === code);
        },
      ),
    );
  });
});
