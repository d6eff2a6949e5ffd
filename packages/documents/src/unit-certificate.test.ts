import { createHash } from "node:crypto";
import forge from "node-forge";
import { beforeAll, describe, expect, test } from "vitest";
import type { Authority } from "./authority.ts";
import { checkUnitCertificate } from "./check-unit-certificate.ts";
import { makeAuthority } from "./make-authority.ts";
import { makeRevocationList } from "./revocation-list.ts";
import {
  isSignedByCertificate,
  issueUnitCertificate,
  type UnitCertificate,
} from "./unit-certificate.ts";

const NOW = new Date("2026-03-18T02:00:00Z");
const DAY = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY);
const request = { unitCode: "U0000001", unitName: "测试科技有限公司", passphrase: "开门-1" };

let authority: Authority;
let stranger: Authority;
let unit: UnitCertificate;
let emptyList: string;

beforeAll(async () => {
  [authority, stranger] = await Promise.all([
    makeAuthority("测试中心", NOW),
    makeAuthority("测试中心", NOW),
  ]);
  unit = await issueUnitCertificate({ ...request, now: NOW, validDays: 365 }, authority.root);
  emptyList = await makeRevocationList([], authority.root, NOW, later(30));
});

const check = (changes: {
  pem?: string;
  unitCode?: string;
  list?: string;
  at?: Date;
  root?: string;
}) =>
  checkUnitCertificate(changes.pem ?? unit.certificatePem, {
    unitCode: changes.unitCode ?? request.unitCode,
    rootCertificatePem: changes.root ?? authority.root.certificatePem,
    revocationListPem: changes.list ?? emptyList,
    at: changes.at ?? later(1),
  });

describe("a unit's certificate", () => {
  test("opens in node-forge, as in the browser, and signs a challenge", () => {
    const file = forge.asn1.fromDer(Buffer.from(unit.p12).toString("binary"));
    const p12 = forge.pkcs12.pkcs12FromAsn1(file, request.passphrase);
    const type = String(forge.pki.oids.pkcs8ShroudedKeyBag);
    const key = p12.getBags({ bagType: type })[type]?.[0]?.key;
    expect(key).toBeDefined();
    const challenge = Buffer.from("一次一用的随机数");
    const digest = forge.md.sha256.create().update(challenge.toString("binary"));
    const signature = Buffer.from(key?.sign(digest) ?? "", "binary");
    expect(isSignedByCertificate(unit.certificatePem, challenge, signature)).toBe(true);
    const other = createHash("sha256").update("另一个").digest();
    expect(isSignedByCertificate(unit.certificatePem, other, signature)).toBe(false);
    expect(() => forge.pkcs12.pkcs12FromAsn1(file, "wrong")).toThrow();
  });

  test("is valid for its unit in its time", async () => {
    expect(await check({})).toEqual({
      outcome: "valid",
      serial: unit.serial,
      notAfter: later(365),
    });
  });

  test("is refused with the reason", async () => {
    const revoked = [{ serial: unit.serial, revokedAt: NOW, reason: "keyCompromise" }] as const;
    const revoking = await makeRevocationList(revoked, authority.root, NOW, later(30));
    const longList = await makeRevocationList([], authority.root, NOW, later(900));
    const strangersList = await makeRevocationList([], stranger.root, NOW, later(30));
    const cases = [
      [{ pem: "no certificate" }, "unreadable"],
      [{ root: stranger.root.certificatePem }, "not-issued-here"],
      [{ pem: authority.signing.certificatePem }, "not-for-sign-in"],
      [{ at: later(-1) }, "not-yet-valid"],
      [{ at: later(366), list: longList }, "expired"],
      [{ list: revoking }, "revoked"],
      [{ at: later(31) }, "revocation-list-unusable"],
      [{ list: strangersList }, "revocation-list-unusable"],
      [{ list: "" }, "revocation-list-unusable"],
      [{ unitCode: "U0000002" }, "other-unit"],
    ] as const;
    for (const [changes, reason] of cases) {
      expect(await check(changes)).toEqual({ outcome: "refused", reason });
    }
  });
});
