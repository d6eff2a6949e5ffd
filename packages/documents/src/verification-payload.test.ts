import { describe, expect, test } from "vitest";
import { newVerificationCode } from "./verification-code.ts";
import {
  encodeBase64Url,
  type VerificationPayload,
  verificationUrl,
  verifyVerificationPayload,
} from "./verification-payload.ts";
import { makeVerificationKeys, signVerificationPayload } from "./verification-signing.ts";

const keys = makeVerificationKeys();
const payload: VerificationPayload = {
  kindName: "参保证明",
  number: "CB20260318-220418-5",
  maskedName: "测*〇",
  issuedOn: "2026-03-18",
  validUntil: "2026-06-18",
  code: newVerificationCode(),
};

describe("the signed payload of a QR code (XPL-7)", () => {
  test("signed by Node verifies with noble and says what was signed", () => {
    const fragment = signVerificationPayload(payload, keys);
    expect(verifyVerificationPayload(payload.code, `#${fragment}`, [keys.publicKey])).toEqual({
      outcome: "authentic",
      payload,
    });
  });

  test("needs no end of validity", () => {
    const { validUntil: _, ...endless } = payload;
    const fragment = signVerificationPayload(endless, keys);
    expect(verifyVerificationPayload(payload.code, fragment, [keys.publicKey])).toEqual({
      outcome: "authentic",
      payload: endless,
    });
  });

  test("verifies by an older key as well", () => {
    const fragment = signVerificationPayload(payload, keys);
    const newer = makeVerificationKeys().publicKey;
    const verdict = verifyVerificationPayload(payload.code, fragment, [newer, keys.publicKey]);
    expect(verdict.outcome).toBe("authentic");
  });

  test("is forged under another key, on another code, or with another name", () => {
    const fragment = signVerificationPayload(payload, keys);
    const [, signature] = fragment.split(".");
    const altered = ["1", "参保证明", payload.number, "李*四", "2026-03-18", ""].join("\n");
    const alteredFragment = `${encodeBase64Url(new TextEncoder().encode(altered))}.${signature}`;
    const outcome = (code: string, text: string, key: string) =>
      verifyVerificationPayload(code, text, [key]).outcome;
    expect(outcome(payload.code, fragment, makeVerificationKeys().publicKey)).toBe("forged");
    expect(outcome(newVerificationCode(), fragment, keys.publicKey)).toBe("forged");
    expect(outcome(payload.code, alteredFragment, keys.publicKey)).toBe("forged");
  });

  test.each(["", "abc", "a.b", "MQ.MQ", "%%%.%%%", `MQ.${"A".repeat(86)}`])(
    "is unreadable as %j",
    (fragment) => {
      const verdict = verifyVerificationPayload(payload.code, fragment, [keys.publicKey]);
      expect(verdict.outcome).toBe("unreadable");
    },
  );

  test("stays behind # in the address", () => {
    expect(verificationUrl("https://hall.example.cn/", "CODE", "x.y")).toBe(
      "https://hall.example.cn/verify/CODE#x.y",
    );
  });
});
