import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diskStore, type FileStore } from "./file-store.ts";
import { s3Store } from "./s3-store.ts";
import { makeFileSeal, sha256 } from "./seal.ts";
import { KEY_ID, openS3, SECRET } from "./testing/s3.ts";

const folder = mkdtempSync(join(tmpdir(), "hall-files-"));
const bytes = randomBytes(5_000);
const key = sha256(bytes);
let s3: Awaited<ReturnType<typeof openS3>>;
beforeAll(async () => {
  s3 = await openS3();
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true });
});

const bucket = (more: object = {}) =>
  s3Store({
    url: s3.url,
    region: "cn-east-1",
    accessKeyId: KEY_ID,
    secretAccessKey: SECRET,
    ...more,
  });

describe.each<readonly [string, () => FileStore]>([
  ["on the disk", () => diskStore(join(folder, "files"))],
  ["in a bucket", () => bucket()],
])("a store %s", (_, open) => {
  it("keeps, gives, gives nothing for what it hasn't, and lets go", async () => {
    const store = open();
    expect(await store.get(key)).toBeNull();
    await store.put(key, bytes);
    await store.put(key, bytes);
    expect((await store.get(key))?.equals(bytes)).toBe(true);
    await store.remove(key);
    await store.remove(key);
    expect(await store.get(key)).toBeNull();
  });

  it.each(["../../etc/passwd", "", "a/b", key.toUpperCase()])(
    "takes no %j for a key",
    async (bad) => {
      await expect(Promise.resolve().then(() => open().get(bad))).rejects.toThrow(/hash in hex/);
    },
  );
});

describe("a disk", () => {
  it("has nothing under a name that isn't whole", async () => {
    const root = join(folder, "torn");
    const store = diskStore(root);
    await store.put(key, bytes);
    const place = join(root, key.slice(0, 2), key.slice(2, 4));
    expect(readdirSync(place)).toEqual([key]);
    rmSync(join(place, key));
    chmodSync(place, 0o500);
    const other = `${key.slice(0, 4)}${"0".repeat(60)}`;
    if (process.getuid?.() !== 0) await expect(store.put(other, bytes)).rejects.toThrow();
    await expect(store.put(other, null as never)).rejects.toThrow();
    chmodSync(place, 0o700);
    expect(readdirSync(place)).toEqual([]);
  });
});

describe("a bucket", () => {
  it("isn't there, or isn't ours: an error and never a missing file", async () => {
    const elsewhere = bucket({ url: s3.url.replace("evidence", "nothing") });
    await expect(elsewhere.get(key)).rejects.toThrow("GET answered 404");
    await expect(bucket({ secretAccessKey: "wrong" }).get(key)).rejects.toThrow("GET answered 403");
  });

  it("takes nothing that doesn't fit its key", async () => {
    await expect(bucket().put("0".repeat(64), bytes)).rejects.toThrow("PUT answered 400");
    expect(s3.objects.size).toBe(0);
  });
});

describe("the seal of files", () => {
  const keys = { old: randomBytes(32).toString("base64"), now: randomBytes(32).toString("base64") };
  const seal = makeFileSeal(() => ({ current: "now", keys }));

  it("opens what it sealed, for the same context alone", () => {
    const sealed = seal.seal(bytes, "one");
    expect(sealed.includes(bytes.subarray(0, 16))).toBe(false);
    expect(seal.open(sealed, "one")?.equals(bytes)).toBe(true);
    expect(seal.open(sealed, "other")).toBeNull();
    expect(seal.seal(bytes, "one").equals(sealed)).toBe(false);
  });

  it("opens nothing that was changed or cut, and what an older key sealed", () => {
    const sealed = makeFileSeal(() => ({ current: "old", keys })).seal(bytes, "one");
    expect(seal.open(sealed, "one")?.equals(bytes)).toBe(true);
    for (const at of [0, 2, 8, 25, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(seal.open(changed, "one")).toBeNull();
    }
    expect(seal.open(sealed.subarray(0, 20), "one")).toBeNull();
    expect(seal.open(Buffer.alloc(0), "one")).toBeNull();
    const { now } = keys;
    expect(makeFileSeal(() => ({ current: "now", keys: { now } })).open(sealed, "one")).toBeNull();
    expect(() => makeFileSeal(() => ({ current: "gone", keys }))).toThrow(/not in the key ring/);
  });
});
