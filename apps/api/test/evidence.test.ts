import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EvidenceReceiptJson, EvidenceSlotJson, FileJson } from "@hall/contracts/files";
import { type EvidenceSlot, MB } from "@hall/domain/evidence";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registry } from "../src/cases/services.ts";
import { sweepFiles } from "../src/files/discard.ts";
import { sha256 } from "../src/files/seal.ts";
import { simplePdf } from "../src/files/testing/pdf.ts";
import { verifyEvidence } from "../src/files/verify.ts";
import { askForEvidence, fileWalk, photoOf } from "./file-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";

const SERVICE = askForEvidence();
const ANNA = "P0000012";
const OTHER = "P0000103";

let test: TestHall;
let photo: Buffer;
let walk: ReturnType<typeof fileWalk>;
beforeAll(async () => {
  test = await openTestHall();
  photo = await photoOf();
  walk = fileWalk(test, photo);
});
afterAll(() => test.close());

const named = ({ slot, id }: FileJson) => ({ slot, fileId: id });

describe("evidence of a case (EVD-2)", () => {
  it("is asked for by guide, standing and check", async () => {
    const guide = await test.api("get", `/services/${SERVICE}`);
    expect(guide.json.evidenceSlots.map((each: EvidenceSlot) => each.slot)).toEqual([
      "identity-front",
      "proof",
      "far-proof",
    ]);
    const standing = await test.api("get", `/services/${SERVICE}/standing`, { as: ANNA });
    expect(standing.json.evidence).toEqual(guide.json.evidenceSlots);
    expect(standing.json.evidence[2]).toMatchObject({
      when: "户籍在新疆的",
      maxBytes: 2 * MB,
      accept: ["image/jpeg", "image/png", "image/webp", "application/pdf"],
    });
    expect((await walk.check(ANNA)).json.evidence).toEqual(["identity-front", "proof"]);
    expect((await walk.check(ANNA, "650000")).json.evidence).toContain("far-proof");
  });

  it("stands in the guide of every service that declares any", async () => {
    for (const [code, service] of registry) {
      const declared = service.kind === "application" ? (service.evidence ?? []) : [];
      const { json } = await test.api("get", `/services/${code}`);
      const shown = json.evidenceSlots.map(({ slot, label }: EvidenceSlotJson) => [slot, label]);
      expect(shown, code).toEqual(declared.map(({ slot, label }) => [slot, label]));
      for (const { limits } of json.evidenceSlots) expect(limits).not.toBe("");
    }
  });

  it("is refused where it is missing, astray, unfinished or somebody else's", async () => {
    const strangers = await walk.uploaded(OTHER);
    const unfinished = (await walk.create(ANNA)).json;
    const proof = await walk.uploaded(ANNA, "proof");
    const of = async (evidence: unknown, region?: string) => {
      const { json } = await walk.check(ANNA, region);
      const { status, problem } = await walk.submit(ANNA, json.quoteHash, evidence, region);
      expect(status).toBe(400);
      return problem.errors?.map(({ path, message }) => `${path} ${message}`).join("\n");
    };
    expect(await of([])).toBe("/evidence/identity-front 请上传“身份证人像面”。");
    expect(await of([named(strangers)])).toMatch(/没有找到这个文件/);
    expect(await of([named(unfinished)])).toMatch(/还没有上传完/);
    expect(await of([{ slot: "identity-front", fileId: proof.id }])).toMatch(/另一项材料/);
    const front = await walk.uploaded(ANNA);
    expect(await of([named(front), named(front)])).toMatch(/最多上传1个.*\n.*同一个文件不能用两次/);
    expect(await of([named(front), { slot: "far-proof", fileId: proof.id }])).toMatch(/不需要这项/);
    expect(await of([named(front)], "650000")).toMatch(/请上传“外省证明”/);
    expect((await walk.rowOf(front.id)).applicationNumber).toBeNull();
  });

  it("goes with its case once, is on the receipt, and is shown to who works it", async () => {
    const front = await walk.uploaded(ANNA);
    const paper = simplePdf(2);
    const proof = await walk.uploaded(ANNA, "proof", paper);
    const key = randomUUID();
    const { json: checked } = await walk.check(ANNA);
    const evidence = [named(proof), named(front)];
    const { status, json } = await walk.submit(ANNA, checked.quoteHash, evidence);
    expect(status).toBe(201);
    const receipt: EvidenceReceiptJson[] = json.evidence;
    expect(receipt.map(({ fileId }) => fileId)).toEqual([front.id, proof.id]);
    expect(receipt[0]).toMatchObject({
      label: "身份证人像面",
      fileName: "正面.jpg",
      sizeBytes: photo.length,
      receivedSha256: sha256(photo),
      state: "readable",
      verifiedAt: null,
    });
    expect(receipt[1]).toMatchObject({
      receivedSha256: sha256(paper),
      storedSha256: sha256(paper),
    });
    const read = await test.api("get", `/applications/${json.number}`, { as: ANNA });
    expect(read.json.evidence).toEqual(receipt);

    const row = await walk.rowOf(front.id);
    const stored = readFileSync(walk.blobOf(row.storageKey));
    expect(sha256(stored)).toBe(row.storageKey);
    expect(stored.includes(Buffer.from("\xff\xd8\xff", "latin1"))).toBe(false);
    expect(statSync(walk.blobOf(row.storageKey)).mode & 0o777).toBe(0o600);
    await expect(test.hall.db.evidenceFile.delete({ where: { id: front.id } })).rejects.toThrow();
    await expect(
      test.hall.db.evidenceFile.update({ where: { id: front.id }, data: { storedSha256: "0" } }),
    ).rejects.toThrow();
    expect((await test.api("delete", `/files/${front.id}`, { as: ANNA })).status).toBe(409);

    const content = `/files/${front.id}/content`;
    expect((await test.api("get", content, { as: "reviewer1" })).status).toBe(403);
    await test.api("post", `/backoffice/cases/${json.number}/claim`, { as: "reviewer1", key });
    const reviewed = await test.api("get", `/backoffice/cases/${json.number}`, { as: "reviewer1" });
    expect(reviewed.json.evidence).toEqual(receipt);
    const looked = await test.api("get", content, { as: "reviewer1" });
    expect(looked.headers.get("content-type")).toBe("image/jpeg");
    expect(looked.headers.get("x-content-type-options")).toBe("nosniff");
    expect(looked.headers.get("cache-control")).toBe("no-store");
    const bytes = Buffer.from(looked.json);
    expect(sha256(bytes)).toBe(receipt[0]?.storedSha256);
    expect(bytes.includes("Testcam")).toBe(false);
    expect((await test.api("get", content, { as: ANNA })).status).toBe(200);
    expect((await test.api("get", content, { as: "reviewer2" })).status).toBe(403);
    const looks = await test.hall.db.auditEvent.findMany({
      where: { action: "evidence.look", reference: json.number },
      orderBy: { id: "asc" },
    });
    expect(looks.map(({ actorKind }) => actorKind)).toEqual(["staff", "person"]);

    await supplemented(json.number, front.id);
  });

  async function supplemented(number: string, used: string) {
    await test.api("post", `/backoffice/cases/${number}/decision`, {
      as: "reviewer1",
      key: randomUUID(),
      body: { kind: "ask", missing: [{ item: "户口簿", words: "请补户口簿本人页" }] },
    });
    const answer = (evidence: unknown) =>
      test.api("post", `/applications/${number}/supplement`, {
        as: ANNA,
        key: randomUUID(),
        body: { words: "已补", evidence },
      });
    const again = await answer([{ slot: "identity-front", fileId: used }]);
    expect([again.status, again.json.detail]).toEqual([400, expect.stringContaining(number)]);
    const more = await walk.uploaded(ANNA, "supplement");
    const done = await answer([named(more)]);
    expect([done.status, done.json.state]).toEqual([200, "submitted"]);
    expect(done.json.evidence.map(({ label }: EvidenceReceiptJson) => label)).toEqual([
      "身份证人像面",
      "其他证明",
      "补充材料",
    ]);
  }

  it("goes with one of five cases that name it at once", async () => {
    const as = "P0000109";
    const front = await walk.uploaded(as);
    const { quoteHash } = (await walk.check(as)).json;
    const filed = await Promise.all(
      Array.from({ length: 5 }, () => walk.submit(as, quoteHash, [named(front)])),
    );
    expect(filed.filter(({ status }) => status === 201)).toHaveLength(1);
  });
});

describe("what is kept (XPL-10)", () => {
  it("is proven whole, and what is lost or changed is told", async () => {
    expect(await verifyEvidence(test.hall)).toMatchObject({ files: 4, cases: 2, damaged: [] });
    const rows = await test.hall.db.evidenceFile.findMany({
      where: { applicationNumber: { not: null } },
      orderBy: { id: "asc" },
    });
    const [lost, changed, swapped, whole] = rows;
    if (!lost || !changed || !swapped || !whole) throw new Error("four files were attached");
    const place = (row: typeof lost) => walk.blobOf(row.storageKey);
    rmSync(place(lost));
    const bytes = readFileSync(place(changed));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(place(changed), bytes);
    writeFileSync(place(swapped), readFileSync(place(whole)));
    const { damaged } = await verifyEvidence(test.hall);
    expect(damaged.map(({ fileId, damage }) => [fileId, damage])).toEqual([
      [lost.id, "missing"],
      [changed.id, "changed"],
      [swapped.id, "changed"],
    ]);
    const number = lost.applicationNumber ?? "";
    const as = lost.slot === "identity-front" && number === whole.applicationNumber ? ANNA : null;
    const owner = await test.hall.db.person.findUniqueOrThrow({ where: { id: lost.ownerId } });
    const read = await test.api("get", `/applications/${number}`, {
      as: as ?? owner.personalNumber,
    });
    const shown = read.json.evidence.find(({ fileId }: EvidenceReceiptJson) => fileId === lost.id);
    expect(shown).toMatchObject({ state: "damaged" });
    expect(shown.verifiedAt).not.toBeNull();
  });

  it("and what no case named goes after a day", async () => {
    const [old, young] = [await walk.uploaded(OTHER), await walk.uploaded(OTHER)];
    const { storageKey } = await walk.rowOf(old.id);
    const aged = new Date(Date.now() - 24 * 3_600_000 - 1);
    await test.hall.db.evidenceFile.update({ where: { id: old.id }, data: { createdAt: aged } });
    expect(await sweepFiles(test.hall)).toBe(1);
    expect(await sweepFiles(test.hall)).toBe(0);
    expect(existsSync(walk.blobOf(storageKey))).toBe(false);
    expect((await test.api("get", `/files/${young.id}`, { as: OTHER })).status).toBe(200);
    const attached = { applicationNumber: { not: null } };
    expect(await test.hall.db.evidenceFile.count({ where: attached })).toBe(4);
    expect(readdirSync(join(test.dataDir, "uploads"))).not.toContain(`${old.id}.part`);
  });
});
