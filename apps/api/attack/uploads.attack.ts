import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../src/routes.ts";
import { askForEvidence, fileWalk, photoOf } from "../test/file-walk.ts";
import { openTestHall, type TestHall } from "../test/harness.ts";
import { ask } from "./ask.ts";
import { badEvidence, badLists, badNames, hiding } from "./bad-files.ts";
import { count } from "./counts.ts";
import { faultsOf } from "./faults.ts";
import { handledBy } from "./planted.ts";

const WHO = "P0000012";
const SCHOOL = "U0000004";

let test: TestHall;
let walk: ReturnType<typeof fileWalk>;
let photo: Buffer;
let sent = 0;
beforeAll(async () => {
  askForEvidence();
  photo = await photoOf();
  test = await openTestHall();
  walk = fileWalk(test, photo);
});
afterAll(async () => {
  count("uploads", { files: sent });
  await test.close();
});

/** Declares and sends a file; answers what became of it, and its id. */
async function upload(hall: TestHall, fileName: string, bytes: Buffer) {
  sent += 1;
  const through = fileWalk(hall, photo);
  const { status, json } = await through.create(WHO, { fileName, sizeBytes: bytes.length });
  if (status !== 201) return { status, json, id: null };
  const answer = await through.put(WHO, json.id, bytes);
  return { ...answer, id: String(json.id) };
}

const remove = (id: string) => test.api("delete", `/files/${id}`, { as: WHO });

/** What is wrong with what became of a bad file; empty where it was refused in words. */
async function holesOf(hall: TestHall, name: string, bytes: Buffer): Promise<readonly string[]> {
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  const { status, json, id } = await upload(hall, name, bytes);
  const holes: string[] = [];
  if (status < 400) holes.push(`taken as ${json.mediaType}`);
  if (status >= 500) holes.push(`breaks: ${status} ${json.detail}`);
  if (performance.now() - begun > 40_000) holes.push("takes more than 40 s");
  const grown = (process.memoryUsage().rss - before) / 1024 / 1024;
  if (grown > 700) holes.push(`takes ${Math.round(grown)} MB`);
  const content = id && (await hall.api("get", `/files/${id}/content`, { as: WHO }));
  if (content && content.status !== 404) holes.push(`can be fetched: ${content.status}`);
  if (id) await hall.api("delete", `/files/${id}`, { as: WHO });
  return holes;
}

describe("evidence that must not be kept (EVD-1)", async () => {
  it.each(await badEvidence())("%s", async (_, name, bytes) => {
    expect(await holesOf(test, name, bytes)).toEqual([]);
  });
});

describe("what a photo hides", async () => {
  it.each(await hiding())("%s is gone", async (_, bytes, secret) => {
    expect(bytes.includes(secret)).toBe(true);
    const { status, id } = await upload(test, "正面.jpg", bytes);
    expect(status).toBe(200);
    const path = `/api/v1/files/${id}/content`;
    const answer = await ask(test.url, "get", path, { token: await test.tokenOf(WHO) });
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain(secret);
    expect(answer.text).not.toContain("<script>");
    await remove(id ?? "");
  });
});

describe("a name", () => {
  it.each(badNames)("%j is no path, and breaks no header", async (name) => {
    const { status, id } = await upload(test, name, photo);
    expect(status).toBe(200);
    const path = `/api/v1/files/${id}/content`;
    const { headers } = await ask(test.url, "get", path, { token: await test.tokenOf(WHO) });
    expect(headers["content-type"]).toBe("image/jpeg");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    const saved = String(headers["content-disposition"]);
    expect(saved).toMatch(/^attachment; filename/);
    expect(decodeURIComponent(saved)).toMatch(/\.jpg"?$/);
    expect(decodeURIComponent(saved)).not.toMatch(/[\r\n/\\]|\u202e|<img/);
    expect(headers["set-cookie"]).toBeUndefined();
    await remove(id ?? "");
  });

  it("never shows on the disk", () => {
    const names = readdirSync(test.dataDir, { recursive: true }).map(String);
    expect(names.filter((name) => /passwd|jpg|htaccess|exe/.test(name))).toEqual([]);
    expect(join(test.dataDir, "x")).toContain(test.dataDir);
  });
});

describe("a file that isn't what was declared", () => {
  it("of more bytes is refused, and of fewer is never ready", async () => {
    const { json } = await walk.create(WHO, { sizeBytes: 100 });
    expect((await walk.put(WHO, json.id, photo)).status).toBe(413);
    await remove(json.id);
    const less = await walk.create(WHO, { sizeBytes: photo.length + 10 });
    expect((await walk.put(WHO, less.json.id, photo)).json.state).toBe("receiving");
    expect((await walk.put(WHO, less.json.id, photo, 5)).status).toBe(409);
    expect((await test.api("get", `/files/${less.json.id}/content`, { as: WHO })).status).toBe(404);
    await remove(less.json.id);
    sent += 3;
  });

  it("of more than a slot takes is refused before a byte is sent", async () => {
    expect((await walk.create(WHO, { sizeBytes: 50 * 1024 * 1024 })).status).toBe(413);
    sent += 1;
  });

  it("beyond what one login may have is refused", async () => {
    const answers = [];
    for (let turn = 0; turn < 45; turn += 1) answers.push(await walk.create(WHO));
    sent += answers.length;
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.length).toBeGreaterThanOrEqual(4);
    expect(refused.every(({ status }) => status === 409 || status === 429)).toBe(true);
    for (const { json } of answers.filter(({ status }) => status === 201)) await remove(json.id);
  });
});

async function list(name: string, bytes: Buffer | string, field = "file") {
  sent += 1;
  const edge = "----edge";
  const part = (head: string, content: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--${edge}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from("\r\n"),
    ]);
  const raw = Buffer.concat([
    part('name="year"', "2026"),
    part(`name="${field}"; filename="${name}"`, bytes),
    Buffer.from(`--${edge}--\r\n`),
  ]);
  return ask(test.url, "post", "/api/v1/services/student-enrolment/batches", {
    token: await test.tokenOf(SCHOOL),
    raw,
    headers: { "content-type": `multipart/form-data; boundary=${edge}` },
  });
}

describe("a list that is none (IMP-2)", () => {
  it.each(badLists)("%s", async (_, name, bytes) => {
    const before = await test.hall.db.listBatch.count();
    const answer = await list(name, bytes);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(faultsOf(answer)).toEqual([]);
    expect(answer.text).not.toContain("root:");
    expect(await test.hall.db.listBatch.count()).toBe(before);
  });

  it.each([
    ["without a file", "a.csv", "x", "other"],
    ["under a name from elsewhere", "../../x.csv", "姓名\n=1+1", "file"],
    ["under a name of the language's own", "a.csv", "x", "__proto__"],
  ])("%s", async (_, name, bytes, field) => {
    const answer = await list(name, bytes, field);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(faultsOf(answer)).toEqual([]);
  });

  it("with a thousand parts, or cut off", async () => {
    const edge = "----edge";
    const many = `--${edge}\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n`.repeat(1_000);
    for (const raw of [`${many}--${edge}--\r\n`, many, `--${edge}\r\n`, ""]) {
      const answer = await ask(test.url, "post", "/api/v1/services/student-enrolment/batches", {
        token: await test.tokenOf(SCHOOL),
        raw,
        headers: { "content-type": `multipart/form-data; boundary=${edge}` },
      });
      sent += 1;
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(faultsOf(answer)).toEqual([]);
    }
  });
});

describe("a planted hole", () => {
  it("is found: a door that looks at names and never into files", async () => {
    const broken = await openTestHall(
      {},
      {
        mounted: handledBy(routes, "sendFile", async ({ hall, params, request }) => {
          for await (const _ of request); // taken as it comes
          const { id } = params as { id: string };
          const row = await hall.db.evidenceFile.findUniqueOrThrow({ where: { id } });
          const mediaType = "image/jpeg";
          const none = { width: null, height: null, pages: null, faults: [] };
          const hashes = { receivedSha256: null, storedSha256: null, applicationNumber: null };
          return {
            ...{
              id,
              service: row.service,
              slot: row.slot,
              fileName: "x",
              state: "ready",
              mediaType,
            },
            ...{ sizeBytes: row.sizeBytes, receivedBytes: row.sizeBytes, ...none, ...hashes },
            ...{ createdAt: row.createdAt, expiresAt: null },
          };
        }),
      },
    );
    const page = Buffer.from("<!doctype html><script>alert(1)</script>");
    const holes = await holesOf(broken, "正面.jpg", page);
    await broken.close();
    expect(holes).toContain("taken as image/jpeg");
  });
});
