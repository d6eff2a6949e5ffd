import { randomUUID } from "node:crypto";
import type { FileJson } from "@hall/contracts/files";
import { day } from "@hall/domain/dates";
import { KB, slotOn } from "@hall/domain/evidence";
import { startingPolicy } from "@hall/domain/policy-values";
import { cardPhoto } from "@hall/domain/services/card-photo/service";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkContent } from "../src/files/check-content.ts";
import { sha256 } from "../src/files/seal.ts";
import { caseWalk } from "./case-walk.ts";
import { fileWalk } from "./file-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";
import { type PortraitWanted, portrait } from "./portrait.ts";

const SERVICE = "/services/card-photo";
const PERSON = "P0000014";
const input = { mobile: "139 0000 0014" };

let test: TestHall;
let walk: ReturnType<typeof caseWalk>;
let files: ReturnType<typeof fileWalk>;
beforeAll(async () => {
  test = await openTestHall();
  walk = caseWalk(test);
  files = fileWalk(test, await portrait());
});
afterAll(() => test.close());

async function send(bytes: Buffer, fileName = "照片.jpg") {
  const more = { service: "card-photo", slot: "photo", fileName, sizeBytes: bytes.length };
  const { status, json, problem } = await files.create(PERSON, more);
  if (status !== 201) return { status, json: problem };
  return files.put(PERSON, json.id, bytes);
}

const [slot] = cardPhoto.evidence ?? [];
if (!slot) throw new Error("the photo has no slot");
const limits = slotOn(slot, startingPolicy(), day("2026-03-17"));

/** What is wrong with a picture, each point by itself: its name and sentence. */
async function faultsOf(wanted: PortraitWanted): Promise<readonly string[]> {
  const verdict = await checkContent(await portrait(wanted), limits);
  return verdict.fit ? [] : verdict.faults.map(({ point, message }) => `${point} ${message}`);
}

async function submit(photo: FileJson) {
  const { json } = await test.api("POST", `${SERVICE}/check`, { as: PERSON, body: { input } });
  const evidence = [{ slot: "photo", fileId: photo.id }];
  const body = { input, quoteHash: json.quoteHash, evidence };
  return walk.post(`${SERVICE}/applications`, PERSON, body);
}

async function smsOf(number: string) {
  const rows = await test.hall.db.message.findMany({
    where: { applicationNumber: number, channel: "sms" },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ receiverCipher, body }) => [
    receiverCipher && test.hall.cipher.open(receiverCipher),
    body,
  ]);
}

const cardOf = async () => {
  const { id } = await test.hall.db.person.findUniqueOrThrow({ where: { personalNumber: PERSON } });
  return test.hall.db.cardProduction.findUniqueOrThrow({ where: { personId: id } });
};

describe("the photo of a citizen card (CPC-3, CPC-4)", () => {
  it("is taken at each of its limits and refused beyond, with what was measured", async () => {
    expect(await faultsOf({ bytes: 40 * KB })).toEqual([]);
    expect(await faultsOf({ bytes: 40 * KB + 1 })).toEqual([
      "size 大小应在10KB到40KB之间，这个文件是40.0KB（40,961字节）。",
    ]);
    expect(await faultsOf({ bytes: 41 * KB })).toEqual([
      "size 大小应在10KB到40KB之间，这个文件是41.0KB（41,984字节）。",
    ]);
    expect(await faultsOf({ bytes: 10 * KB })).toEqual([]);
    expect(await faultsOf({ bytes: 10 * KB - 1 })).toEqual([
      "size 大小应在10KB到40KB之间，这个文件是10.0KB（10,239字节）。",
    ]);
    expect(await faultsOf({ bytes: 20 * KB, width: 357 })).toEqual([
      "width 宽度应为358像素，这张是357像素。",
    ]);
    expect(await faultsOf({ bytes: 20 * KB, background: "#cfcfcf" })).toEqual([
      "background 背景应为纯白：边缘至少90%是白色，这张只有0%。",
    ]);
  });

  it("is judged by its content: a PNG under the name of a JPEG, and each point by itself", {
    timeout: 90_000,
  }, async () => {
    const png = await portrait({ format: "png", width: 441, height: 358, background: "#ddd" });
    const { status, json } = await send(png, "证件照.jpg");
    expect(status).toBe(415);
    expect(json.errors.map(({ path }: { path: string }) => path)).toEqual([
      "/format",
      "/width",
      "/height",
      "/background",
    ]);
    expect(json.detail).toContain("这个文件实际是 PNG 图片，这里只收 JPEG 图片。");
    expect(json.detail).toContain("宽度应为358像素，这张是441像素。");
  });
});

describe("a case of a photo", () => {
  it("refused: the reason by SMS to the number given, and another can be sent", async () => {
    const picture = await portrait({ bytes: 24 * KB });
    const { json: sent } = await send(picture);
    const asked = await test.api("POST", `${SERVICE}/check`, { as: PERSON, body: { input } });
    expect(asked.json.evidence).toEqual(["photo"]);
    const filed = await submit(sent);
    expect(filed.status, JSON.stringify(filed.json)).toBe(201);
    const { number } = filed.json;
    expect(filed.json.evidence[0]).toMatchObject({
      label: "制卡照片",
      sizeBytes: 24 * KB,
      receivedSha256: sha256(picture),
      state: "readable",
    });
    expect(filed.json.evidence[0].storedSha256).not.toBe(sha256(picture));
    await walk.claim(number);
    const { json: looked } = await walk.look(number);
    expect(looked.checklist.join()).toContain("白色上衣");
    const words = { kind: "refuse", reasons: ["背景不是纯白或有阴影"] };
    expect((await walk.decide(number, words)).json.outcome).toBe("refused");
    const sms = await smsOf(number);
    expect(sms.map(([receiver]) => receiver)).toEqual(["13900000014", "13900000014"]);
    expect(sms.at(-1)?.[1]).toContain("背景不是纯白或有阴影");
    expect((await cardOf()).status).toBe("failed-no-photo");
    expect((await test.api("GET", `${SERVICE}/standing`, { as: PERSON })).json.outcome).toBe(
      "open",
    );
  });

  it("passed: the card goes into production and the page is closed (CPC-7)", async () => {
    const { json: sent } = await send(await portrait({ bytes: 24 * KB }));
    const { number } = (await submit(sent)).json;
    expect((await submit(sent)).status).toBe(422);
    await walk.claim(number);
    expect((await walk.decide(number, { kind: "approve" })).json.outcome).toBe("approved");
    expect(await cardOf()).toMatchObject({ status: "in-production", photoOf: number });
    const sms = await smsOf(number);
    expect(sms.at(-1)?.[1]).toContain("进入制卡");
    const standing = await test.api("GET", `${SERVICE}/standing`, { as: PERSON });
    expect(standing.json.outcome).toBe("refused");
    const [refusal] = standing.json.findings.filter(
      ({ outcome }: { outcome: string }) => outcome === "fails",
    );
    expect([refusal.rule, refusal.message]).toEqual(["CPC-7", expect.stringContaining(number)]);
    const evidence = [{ slot: "photo", fileId: sent.id }];
    const body = { input, quoteHash: randomUUID(), evidence };
    expect((await walk.post(`${SERVICE}/applications`, PERSON, body)).status).toBe(422);
  });
});
