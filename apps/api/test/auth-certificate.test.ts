import { createSign, randomUUID, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { makeAuthority } from "@hall/documents/make-authority";
import { issueUnitCertificate, type UnitCertificate } from "@hall/documents/unit-certificate";
import forge from "node-forge";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../src/seed/password.ts";
import { newAddress, openTestHall, type TestHall } from "./harness.ts";

const passphrase = "only-here";

interface Held {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  readonly serial: string;
}

let test: TestHall;
let good: Held;
let root: { certificatePem: string; privateKeyPem: string };

beforeAll(async () => {
  test = await openTestHall();
  root = JSON.parse(readFileSync(test.hall.config.secrets.authorityFile, "utf8")).root;
  good = await issue({});
});
afterAll(() => test.close());

interface Issue {
  readonly unitCode?: string;
  /** Unit that the server has it on record for; null for none. */
  readonly recordedFor?: string | null;
  readonly now?: Date;
  readonly validDays?: number;
  readonly by?: typeof root;
}

async function issue({
  unitCode = "U0000001",
  recordedFor = unitCode,
  by = root,
  ...valid
}: Issue) {
  const request = { unitCode, unitName: "测试科技", passphrase, ...valid };
  const issued = await issueUnitCertificate(request, by);
  if (recordedFor) await record(issued, recordedFor);
  return { ...issued, privateKeyPem: keyOf(issued) };
}

async function record({ certificatePem, serial }: UnitCertificate, unitCode: string) {
  const unit = await test.hall.db.unit.findUniqueOrThrow({ where: { code: unitCode } });
  const { validFrom, validTo } = new X509Certificate(certificatePem);
  const [notBefore, notAfter] = [new Date(validFrom), new Date(validTo)];
  await test.hall.db.unitCertificate.create({
    data: { serial, unitId: unit.id, pem: certificatePem, notBefore, notAfter },
  });
}

/** As the browser opens the file. */
function keyOf({ p12 }: UnitCertificate): string {
  const asn1 = forge.asn1.fromDer(Buffer.from(p12).toString("binary"));
  const bags = forge.pkcs12.pkcs12FromAsn1(asn1, passphrase).getBags({
    bagType: forge.pki.oids["pkcs8ShroudedKeyBag"] ?? "",
  });
  const [bag] = Object.values(bags).flat();
  if (!bag?.key) throw new Error("no key in the file");
  return forge.pki.privateKeyToPem(bag.key);
}

const challenge = async (unitCode = "U0000001") =>
  (await test.api("post", "/auth/unit/challenge", { body: { unitCode }, from: newAddress() })).json;

interface Asked {
  readonly challengeId: string;
  readonly nonce: string;
}

function sign({ privateKeyPem, certificatePem }: Held, { challengeId, nonce }: Asked) {
  const signature = createSign("sha256").update(nonce, "utf8").sign(privateKeyPem, "base64");
  return { unitCode: "U0000001", password: DEMO_PASSWORD, challengeId, certificatePem, signature };
}

const send = (body: object) =>
  test.api("post", "/auth/unit/certificate-sign-in", { body, from: newAddress() });

const signInWith = async (held: Held) => send(sign(held, await challenge()));

it("signs the first agent in by certificate and password (SGN-3)", async () => {
  const { status, json, cookie } = await signInWith(good);
  expect(status).toBe(200);
  expect(json.actor).toMatchObject({
    kind: "agent",
    method: "certificate",
    unit: { code: "U0000001" },
  });
  const again = await test.api("post", "/auth/refresh", { cookie });
  expect(again.json.actor.method).toBe("certificate");
});

it("asks for a signature over a nonce that lives two minutes", async () => {
  const { nonce, expiresAt } = await challenge();
  expect(nonce).toMatch(/^hall-sign-in:[\w-]{43}$/);
  const seconds = (Date.parse(expiresAt) - Date.now()) / 1_000;
  expect(seconds).toBeGreaterThan(110);
  expect(seconds).toBeLessThanOrEqual(120);
});

it("gives a challenge to whoever asks, unit or not", async () => {
  expect(Object.keys(await challenge("U9999999"))).toEqual(Object.keys(await challenge()));
});

it("takes a challenge once (SGN-3)", async () => {
  const body = sign(good, await challenge());
  expect((await send(body)).status).toBe(200);
  const replay = await send(body);
  expect(replay.status).toBe(401);
  expect(replay.problem.detail).toContain("两分钟");
});

it("uses a challenge up even where the sign-in fails", async () => {
  const body = sign(good, await challenge());
  expect((await send({ ...body, password: "wrong" })).status).toBe(401);
  expect((await send(body)).status).toBe(401);
});

it("refuses a challenge that is too old, or another unit's", async () => {
  const old = await challenge();
  await test.hall.db.certificateChallenge.update({
    where: { id: old.challengeId },
    data: { expiresAt: new Date(Date.now() - 1) },
  });
  expect((await send(sign(good, old))).status).toBe(401);
  expect((await send(sign(good, await challenge("U0000002")))).status).toBe(401);
  expect((await send(sign(good, { challengeId: randomUUID(), nonce: "x" }))).status).toBe(401);
});

it("refuses a signature over something else, or by another key", async () => {
  const asked = await challenge();
  const other = await issue({});
  const overOther = sign(good, { ...asked, nonce: "something else" });
  expect((await send(overOther)).problem.detail).toContain("签名");
  const byOther = sign({ ...other, certificatePem: good.certificatePem }, await challenge());
  expect((await send(byOther)).problem.detail).toContain("签名");
});

it("refuses another unit's certificate", async () => {
  const others = await issue({ unitCode: "U0000002" });
  expect((await signInWith(others)).problem.detail).toContain("不属于");
  const wrongRecord = await issue({ recordedFor: "U0000002" });
  expect((await signInWith(wrongRecord)).problem.detail).toContain("不属于");
  const noRecord = await issue({ recordedFor: null });
  expect((await signInWith(noRecord)).problem.detail).toContain("不属于");
});

it("refuses a certificate from the moment of its revocation", async () => {
  const held = await issue({});
  expect((await signInWith(held)).status).toBe(200);
  await test.hall.db.unitCertificate.update({
    where: { serial: held.serial },
    data: { revokedAt: new Date() },
  });
  expect((await signInWith(held)).problem.detail).toContain("注销");
});

it("refuses an expired certificate, and one of the future", async () => {
  const past = await issue({ now: new Date(Date.now() - 10 * 86_400_000), validDays: 9 });
  expect((await signInWith(past)).problem.detail).toContain("过期");
  const future = await issue({ now: new Date(Date.now() + 86_400_000) });
  expect((await signInWith(future)).problem.detail).toContain("尚未生效");
});

it("refuses a certificate of another authority, though its names are the same", async () => {
  const other = await makeAuthority("苏州工业园区社会保险基金和公积金管理中心（演示）");
  const held = await issue({ by: other.root });
  expect((await signInWith(held)).problem.detail).toContain("签发");
});

it("refuses what is no certificate", async () => {
  expect((await signInWith({ ...good, certificatePem: "hello" })).problem.detail).toContain(
    "不能识别",
  );
});

it("says nothing about certificates to somebody without the password", async () => {
  const body = sign(good, await challenge());
  const wrong = await send({ ...body, certificatePem: "hello", password: "wrong" });
  const unknown = await send({ ...body, unitCode: "U9999999" });
  expect(wrong.status).toBe(401);
  expect(wrong.problem.detail).not.toContain("证书");
  expect(unknown.json).toEqual(wrong.json);
});
