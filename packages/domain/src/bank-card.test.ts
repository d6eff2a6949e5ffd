import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBankCard } from "./bank-card.ts";
import { passesLuhn } from "./check-digits.ts";

const withCheck = (digits: string) =>
  [..."0123456789"].map((check) => digits + check).find(passesLuhn) ?? "";
const cards = fc.stringMatching(/^\d{15,18}$/).map(withCheck);

describe("bank cards", () => {
  it("takes 16 to 19 digits with the right check digit", () => {
    fc.assert(fc.property(cards, (number) => parseBankCard(number).ok));
  });

  it("takes them written in groups", () => {
    const number = withCheck("622202123456789012");
    const typed = number.replace(/(\d{4})/g, "$1 ");
    expect(parseBankCard(typed)).toEqual({ ok: true, number });
    expect(parseBankCard(typed.replaceAll(" ", "-"))).toEqual({ ok: true, number });
  });

  it.each([
    ["", "empty"],
    ["622202123456789a", "characters"],
    [withCheck("62220212345678"), "length"],
    [withCheck("6222021234567890123"), "length"],
  ])("%s fails for its %s", (typed, reason) => {
    expect(parseBankCard(typed)).toMatchObject({ ok: false, reason });
  });

  it("catches every wrong digit", () => {
    fc.assert(
      fc.property(cards, fc.nat(15), fc.nat(9), (number, index, digit) => {
        const wrong = number.slice(0, index) + String(digit) + number.slice(index + 1);
        return parseBankCard(wrong).ok === (wrong === number);
      }),
    );
  });
});
