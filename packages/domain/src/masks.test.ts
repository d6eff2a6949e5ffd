import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskBankCard, maskIdentityNumber, maskMobile, maskName } from "./masks.ts";

describe("masks", () => {
  it.each([
    ["测灵一", "测*一"],
    ["张三", "张*"],
    ["测", "*"],
    ["", ""],
    ["欧阳测试", "欧**试"],
    ["𠮷田一", "𠮷*一"],
  ])("name %s", (name, masked) => expect(maskName(name)).toBe(masked));

  it.each([
    ["320599198003159915", "3205**********9915"],
    ["CHN110100010101", "CHN1*******0101"],
    ["H12345678", "H1*****78"],
    ["12345678", "12****78"],
    ["123", "***"],
  ])("identity number %s", (number, masked) => expect(maskIdentityNumber(number)).toBe(masked));

  it("mobiles and cards", () => {
    expect(maskMobile("13800001234")).toBe("138****1234");
    expect(maskMobile("1234567")).toBe("*******");
    expect(maskBankCard("6222021234567890128")).toBe("6222***********0128");
    expect(maskBankCard("62220212")).toBe("********");
  });

  it("keep the length and hide something of whatever isn't empty", () => {
    const masks = [maskIdentityNumber, maskMobile, maskBankCard];
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9X]{1,24}$/), (number) => {
        for (const mask of masks) {
          expect(mask(number)).toHaveLength(number.length);
          expect(mask(number)).toContain("*");
        }
      }),
    );
  });
});
