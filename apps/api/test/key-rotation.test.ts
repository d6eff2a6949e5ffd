import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { readConfig } from "../src/config.ts";
import { openHall } from "../src/hall.ts";
import { addKey, dropOlderKeys } from "../src/keys/change-ring.ts";
import { countOlder, resealAll } from "../src/keys/reseal.ts";
import { plainBytes, sealedColumns } from "../src/keys/sealed-columns.ts";
import { sql } from "../src/store/database.ts";
import { caseWalk } from "./case-walk.ts";
import { askForEvidence, fileWalk, photoOf } from "./file-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";

const WHO = "P0000012";
const IDENTITY = "341299197604129934";

let secrets: string;
let test: TestHall;
beforeAll(async () => {
  askForEvidence();
  secrets = mkdtempSync(join(tmpdir(), "hall-keys-"));
  cpSync(inject("place").secretsDir, secrets, { recursive: true });
  test = await openTestHall({ HALL_SECRETS_DIR: secrets });
});
afterAll(async () => {
  await test.close();
  rmSync(secrets, { recursive: true, force: true });
});

const rings = () =>
  ["personal-data-keys.json", "file-keys.json"].map((each) => join(secrets, each));
const identity = async ({ hall } = test) => {
  const person = await hall.db.person.findUniqueOrThrow({ where: { personalNumber: WHO } });
  return hall.cipher.open(person.identityCipher);
};

/** Another process of the same hall, as it is after its start. */
const another = () =>
  openHall(readConfig({ ...process.env, ...environmentOf(test), HALL_SECRETS_DIR: secrets }));
const environmentOf = ({ hall }: TestHall) => ({
  DATABASE_URL: hall.config.DATABASE_URL,
  HALL_DATA_DIR: hall.config.HALL_DATA_DIR,
  HALL_LOG_LEVEL: "silent",
});

describe("the list of sealed columns", () => {
  it("has each column of bytes that isn't named as plain", async () => {
    const rows = await test.hall.db.$queryRaw<{ name: string }[]>(sql`
      SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type = 'bytea' ORDER BY 1`);
    const known = sealedColumns.filter(({ isText }) => !isText);
    const names = [...known.map(({ table, column }) => `${table}.${column}`), ...plainBytes];
    expect(rows.map(({ name }) => name)).toEqual(names.sort());
  });
});

describe("keys are changed (AUD-2)", () => {
  it("under a running hall: both keys open, and at the end the new one alone is needed", {
    timeout: 300_000,
  }, async () => {
    const walk = fileWalk(test, await photoOf());
    const { id } = await walk.uploaded(WHO);
    const { json: checked } = await walk.check(WHO);
    const evidence = [{ slot: "identity-front", fileId: id }];
    const { json } = await walk.submit(WHO, checked.quoteHash, evidence);
    await caseWalk(test).claim(json.number);
    expect(await countOlder(test.hall)).toBe(0);

    for (const file of rings()) addKey(file);
    const newer = another();
    expect(await countOlder(newer)).toBeGreaterThan(100);
    // What the other process sealed with the new key opens here, though nobody told this one.
    const sealed = newer.cipher.seal("新");
    expect(test.hall.cipher.open(sealed)).toBe("新");
    expect(newer.cipher.open(test.hall.cipher.seal("旧"))).toBe("旧");
    expect(await identity()).toBe(IDENTITY);

    const first = await resealAll(newer);
    expect(first.values).toBeGreaterThan(100);
    expect(first.files).toBe(1);
    expect(await countOlder(newer)).toBe(0);
    expect(await resealAll(newer)).toEqual({ values: 0, files: 0 });
    await newer.close();

    for (const file of rings()) expect(dropOlderKeys(file)).toBe(1);
    const last = another();
    expect(await identity({ ...test, hall: last })).toBe(IDENTITY);
    await last.close();
    const seen = await test.api("get", `/files/${id}/content`, { as: WHO });
    expect(seen.status).toBe(200);
    const shown = await test.api("get", `/backoffice/cases/${json.number}`, { as: "reviewer1" });
    expect(shown.status).toBe(200);
    expect((await test.signIn("reviewer2")).status).toBe(200);
  });

  it("and nothing else of what is guarded changes with them", async () => {
    const { db } = test.hall;
    const file = await db.evidenceFile.findFirstOrThrow({
      where: { NOT: { applicationNumber: null } },
    });
    const { id } = file;
    await expect(
      db.evidenceFile.update({ where: { id }, data: { storedSha256: "0".repeat(64) } }),
    ).rejects.toThrow();
  });
});
