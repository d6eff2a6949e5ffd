import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { MOST_LOOSE_FILES } from "@hall/contracts/files";
import { MB } from "@hall/domain/evidence";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { LEASE_MS, leaseCheck } from "../src/files/check-lease.ts";
import { sha256 } from "../src/files/seal.ts";
import { simplePdf } from "../src/files/testing/pdf.ts";
import { askForEvidence, fileWalk, photoOf } from "./file-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";

const ANNA = "P0000012";
const OTHER = "P0000103";

let test: TestHall;
let photo: Buffer;
let walk: ReturnType<typeof fileWalk>;
beforeAll(async () => {
  askForEvidence();
  test = await openTestHall();
  photo = await photoOf();
  walk = fileWalk(test, photo);
});
afterAll(() => test.close());

describe("a file on its way (EVD-3)", () => {
  it("comes in pieces, goes on where it broke off, and is ready when it is whole", async () => {
    const { status, json, headers } = await walk.create(ANNA);
    expect([status, headers.get("location")]).toEqual([201, `/api/v1/files/${json.id}`]);
    expect(json).toMatchObject({ state: "receiving", receivedBytes: 0 });
    const first = await walk.put(ANNA, json.id, photo.subarray(0, 500));
    expect(first.json).toMatchObject({ state: "receiving", receivedBytes: 500 });
    const astray = await walk.put(ANNA, json.id, photo.subarray(400), 400);
    expect([astray.status, astray.json.detail]).toEqual([409, "已收到500字节，请从那里接着送。"]);
    const { json: asked } = await test.api("get", `/files/${json.id}`, { as: ANNA });
    expect(asked.receivedBytes).toBe(500);
    expect(readFileSync(walk.partOf(json.id)).includes(photo.subarray(100, 140))).toBe(false);
    const last = await walk.put(ANNA, json.id, photo.subarray(500), 500);
    expect(last.json).toMatchObject({
      state: "ready",
      mediaType: "image/jpeg",
      width: 400,
      height: 300,
      receivedSha256: sha256(photo),
    });
    expect(last.json.storedSha256).not.toBe(last.json.receivedSha256);
    expect(existsSync(walk.partOf(json.id))).toBe(false);
  });

  it("goes on after its line was cut", async () => {
    const noise = await sharp({
      create: {
        width: 700,
        height: 500,
        channels: 3,
        background: "#fff",
        noise: { type: "gaussian", mean: 128, sigma: 50 },
      },
    })
      .png()
      .toBuffer();
    const { json } = await walk.create(ANNA, { sizeBytes: noise.length });
    const { port, hostname } = new URL(test.url);
    const socket = connect(Number(port), hostname);
    const token = await test.tokenOf(ANNA);
    socket.write(
      `PUT /api/v1/files/${json.id}?offset=0 HTTP/1.1\r\nHost: hall\r\nAuthorization: Bearer ${token}\r\n` +
        `Content-Type: application/octet-stream\r\nContent-Length: ${noise.length}\r\n\r\n`,
    );
    socket.write(noise.subarray(0, 400_000));
    await expect.poll(() => existsSync(walk.partOf(json.id))).toBe(true);
    // Somebody who comes back isn't kept waiting for a line that hangs.
    const back = await walk.put(ANNA, json.id, noise, 0);
    socket.destroy();
    const { json: now } = await test.api("get", `/files/${json.id}`, { as: ANNA });
    expect(back.status).toBe(now.receivedBytes === 0 ? 200 : 409);
    const rest = await walk.put(
      ANNA,
      json.id,
      noise.subarray(now.receivedBytes),
      now.receivedBytes,
    );
    expect(rest.json).toMatchObject({ state: "ready", receivedSha256: sha256(noise) });
  });

  it("waits where its owner sends four others", async () => {
    const { port, hostname } = new URL(test.url);
    const token = await test.tokenOf(ANNA);
    const hanging = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const { json } = await walk.create(ANNA);
        const socket = connect(Number(port), hostname);
        socket.write(
          `PUT /api/v1/files/${json.id}?offset=0 HTTP/1.1\r\nHost: hall\r\nAuthorization: Bearer ${token}\r\n` +
            `Content-Type: application/octet-stream\r\nContent-Length: ${photo.length}\r\n\r\nx`,
        );
        await expect.poll(() => existsSync(walk.partOf(json.id))).toBe(true);
        return socket;
      }),
    );
    const { json } = await walk.create(ANNA);
    const fifth = await walk.put(ANNA, json.id, photo);
    expect([fifth.status, fifth.json.code]).toEqual([429, "too-many"]);
    for (const socket of hanging) socket.destroy();
    await expect.poll(async () => (await walk.put(ANNA, json.id, photo)).status).toBe(200);
  });

  it("begins anew where what had come is damaged", async () => {
    const { json } = await walk.create(ANNA);
    await walk.put(ANNA, json.id, photo.subarray(0, 500));
    const part = readFileSync(walk.partOf(json.id));
    part[60] = (part[60] ?? 0) ^ 1;
    writeFileSync(walk.partOf(json.id), part);
    const last = await walk.put(ANNA, json.id, photo.subarray(500), 500);
    expect([last.status, last.json.detail]).toEqual([
      409,
      "收到的内容不完整，请从头上传这个文件。",
    ]);
    expect((await walk.put(ANNA, json.id, photo)).json.state).toBe("ready");
  });

  it("is checked anew 15 seconds after its check died, and not a moment before", async () => {
    const { json } = await walk.create(ANNA);
    const { db, clock, files } = test.hall;
    const nothing = { receivedBytes: 0, partBytes: 0 };
    const come = Readable.from([photo]);
    const { outcome: _, ...progress } = await files.parts.append(
      json.id,
      nothing,
      photo.length,
      come,
    );
    await db.evidenceFile.update({ where: { id: json.id }, data: progress });
    (await leaseCheck(test.hall, json.id))?.end(); // as the end of its process would
    const again = () => walk.put(ANNA, json.id, new Uint8Array(), photo.length);
    const died = (agoMs: number) =>
      db.evidenceFile.update({
        where: { id: json.id },
        data: { checkingSince: new Date(clock.system().getTime() - agoMs) },
      });
    expect((await again()).status).toBe(409);
    await died(LEASE_MS - 5_000);
    expect((await again()).status).toBe(409);
    await died(LEASE_MS + 1);
    expect((await again()).json).toMatchObject({ state: "ready", receivedSha256: sha256(photo) });
  });

  it("is held as long as its check runs, and only the one that holds it tells the outcome", async () => {
    const { json } = await walk.create(ANNA);
    const since = async () => {
      const where = { id: json.id };
      const row = await test.hall.db.evidenceFile.findUniqueOrThrow({ where });
      return row.checkingSince?.getTime() ?? 0;
    };
    vi.useFakeTimers({ toFake: ["setInterval", "Date"] });
    try {
      const first = await leaseCheck(test.hall, json.id);
      if (!first) throw new Error("nobody held it");
      for (let seconds = 0; seconds < 24; seconds += 4) {
        const before = await since();
        vi.advanceTimersByTime(4_000);
        await expect.poll(since).toBeGreaterThan(before);
      }
      expect(await leaseCheck(test.hall, json.id)).toBeNull();
      // It stands still for too long: another takes the file up.
      first.end();
      vi.advanceTimersByTime(LEASE_MS + 1);
      const second = await leaseCheck(test.hall, json.id);
      if (!second) throw new Error("the first held it for ever");
      expect(await first.write({ state: "refused" })).toBeNull();
      expect(await second.write({ state: "receiving" })).toMatchObject({ state: "receiving" });
      second.end();
    } finally {
      vi.useRealTimers();
    }
    expect((await walk.put(ANNA, json.id, photo)).json.state).toBe("ready");
  });

  it("is its owner's alone", async () => {
    const file = await walk.uploaded(ANNA);
    for (const path of [`/files/${file.id}`, `/files/${file.id}/content`]) {
      expect((await test.api("get", path, { as: OTHER })).status).toBe(404);
      expect((await test.api("get", path)).status).toBe(401);
    }
    expect((await test.api("get", `/files/${file.id}/content`, { as: "reviewer1" })).status).toBe(
      404,
    );
    expect((await test.api("get", `/files/${file.id}/content`, { as: "finance1" })).status).toBe(
      403,
    );
    expect((await test.api("delete", `/files/${file.id}`, { as: OTHER })).status).toBe(404);
    expect((await walk.put(OTHER, file.id, photo)).status).toBe(404);
  });

  it("is created once, and removed with all that lies about", async () => {
    const key = randomUUID();
    const [one, other] = [await walk.create(ANNA, {}, key), await walk.create(ANNA, {}, key)];
    expect(other.json.id).toBe(one.json.id);
    const file = await walk.uploaded(ANNA);
    const { storageKey } = await walk.rowOf(file.id);
    expect(existsSync(walk.blobOf(storageKey))).toBe(true);
    expect((await test.api("delete", `/files/${file.id}`, { as: ANNA })).status).toBe(204);
    expect(existsSync(walk.blobOf(storageKey))).toBe(false);
    expect((await test.api("get", `/files/${file.id}`, { as: ANNA })).status).toBe(404);
  });
});

describe("what isn't taken (EVD-1)", () => {
  it.each([
    ["a slot that isn't", { slot: "nowhere" }, 404, /没有这一项/],
    ["a service that isn't", { service: "nothing" }, 404, /没有这一项/],
    ["a query", { service: "housing-loan-query" }, 404, /没有这一项/],
    ["nothing at all", { sizeBytes: 0 }, 400, /内容有误/],
    [
      "a byte too many",
      { sizeBytes: 2 * MB + 1 },
      413,
      /不能超过2MB，这个文件是2\.0MB（2,097,153字节）/,
    ],
  ])("%s, told before a byte is sent", async (_, more, status, detail) => {
    const answer = await walk.create(ANNA, more);
    expect(answer.status).toBe(status);
    expect(`${answer.json.title}${answer.json.detail}`).toMatch(detail);
  });

  it("more than was told, or another type of body", async () => {
    const { json } = await walk.create(ANNA, { sizeBytes: 100 });
    expect((await walk.put(ANNA, json.id, photo)).status).toBe(413);
    expect((await walk.put(ANNA, json.id, photo.subarray(0, 100), 0, "image/jpeg")).status).toBe(
      415,
    );
    const { json: still } = await test.api("get", `/files/${json.id}`, { as: ANNA });
    expect(still).toMatchObject({ state: "receiving", receivedBytes: 0 });
  });

  it.each([
    ["a page in a picture's name", Buffer.from("<!doctype html><p>x"), 415, /实际是网页/, "/kind"],
    ["a torn picture", Buffer.from("\xff\xd8\xff\xe0 torn", "latin1"), 422, /已损坏/, "/content"],
    ["a script", simplePdf(1, "/OpenAction<</S/JavaScript>>"), 422, /自动执行/, "/content"],
  ])("%s: said, kept as said, and nothing stored", async (_, bytes, status, detail, path) => {
    const { json } = await walk.create(ANNA, { sizeBytes: bytes.length });
    const sent = await walk.put(ANNA, json.id, bytes);
    expect([sent.status, sent.json.errors[0].path]).toEqual([status, path]);
    expect(sent.json.detail).toMatch(detail);
    const { json: told } = await test.api("get", `/files/${json.id}`, { as: ANNA });
    expect(told).toMatchObject({ state: "refused", faults: [{ path }] });
    expect((await walk.put(ANNA, json.id, bytes)).json.detail).toBe(sent.json.detail);
    expect((await walk.rowOf(json.id)).storageKey).toBeNull();
    expect(existsSync(walk.partOf(json.id))).toBe(false);
  });

  it.each([
    ["../../../etc/passwd", "passwd"],
    ["C:\\temp\\身份证.jpg", "身份证.jpg"],
    ["..\\..\\.ssh", "ssh"],
    ["a\u202egpj.exe", "agpj.exe"],
    ["x\u0007y\r\nz.jpg", "xyz.jpg"],
    ["/", "未命名"],
    ["", "未命名"],
  ])("a name like %j is cleaned", async (fileName, shown) => {
    const { json } = await walk.create(OTHER, { fileName });
    expect(json.fileName).toBe(shown);
    const { nameCipher } = await walk.rowOf(json.id);
    expect(Buffer.from(nameCipher).includes(shown)).toBe(false);
    await test.api("delete", `/files/${json.id}`, { as: OTHER });
  });

  it("more loose files than there are places, however many ask at once", async () => {
    const as = "P0000107";
    const answers = await Promise.all(Array.from({ length: 60 }, () => walk.create(as)));
    const taken = answers.filter(({ status }) => status === 201).length;
    expect(taken).toBeLessThanOrEqual(MOST_LOOSE_FILES);
    for (let left = MOST_LOOSE_FILES - taken; left > 0; left -= 1) {
      expect((await walk.create(as)).status).toBe(201);
    }
    const beyond = await walk.create(as);
    expect([beyond.status, beyond.json.detail]).toEqual([409, expect.stringContaining("有40个")]);
    const { json } = await test.api("get", "/files", { as });
    expect(json.items).toHaveLength(MOST_LOOSE_FILES);
  });
});
