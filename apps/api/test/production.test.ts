import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { readConfig } from "../src/config.ts";
import { refuseDemoInProduction } from "../src/production.ts";
import { openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
let secrets: string;
beforeAll(async () => {
  test = await openTestHall();
  secrets = mkdtempSync(join(tmpdir(), "hall-secrets-"));
});
afterAll(async () => {
  await test.close();
  rmSync(secrets, { recursive: true, force: true });
});

const environment = (more: NodeJS.ProcessEnv = {}) => ({
  DATABASE_URL: "postgres://nobody@127.0.0.1/none",
  HALL_SECRETS_DIR: inject("place").secretsDir,
  HALL_DATA_DIR: inject("place").dataDir,
  ...more,
});
const production = (more: object = {}) => ({
  ...test.hall,
  config: { ...test.hall.config, NODE_ENV: "production", ...more },
});

describe("production refuses", () => {
  it("the demo's people, and takes a database of its own", async () => {
    await expect(refuseDemoInProduction(production())).rejects.toThrow(/demo's people/);
    await refuseDemoInProduction(test.hall);
    await test.hall.db.installation.update({ where: { id: 1 }, data: { demo: false } });
    await refuseDemoInProduction(production());
    await test.hall.db.installation.update({ where: { id: 1 }, data: { demo: true } });
  });

  it.each([
    ["HALL_PUBLIC_URL", /https/, "http://hall.example", "https://hall.example"],
    ["SMS_GATEWAY_URL", /https/, "http://sms.example/send", "https://sms.example/send"],
    ["HALL_S3_BUCKET_URL", /https/, "http://s3.example/e", "https://s3.example/e"],
    ["SMTP_URL", /requireTLS/, "smtp://mail.example", "smtp://mail.example?requireTLS=true"],
    [
      "DATABASE_URL",
      /sslmode/,
      "postgres://db.example/h",
      "postgres://db.example/h?sslmode=require",
    ],
    ["DATABASE_URL", /sslmode/, "postgres:///h?host=db.example", "postgres:///h?host=/run/pg"],
    [
      "DATABASE_REPLICA_URL",
      /sslmode/,
      "postgres://db.example/h?sslmode=prefer",
      "postgres://[::1]/h",
    ],
  ])("a line in the clear, except to this machine: %s", async (name, sign, plain, sealed) => {
    await test.hall.db.installation.update({ where: { id: 1 }, data: { demo: false } });
    const at = (address: string) => refuseDemoInProduction(production({ [name]: address }));
    await expect(at(plain)).rejects.toThrow(sign);
    await at(sealed);
    await at(plain.replace(/\w+\.example/, "127.0.0.1"));
    await test.hall.db.installation.update({ where: { id: 1 }, data: { demo: true } });
  });

  it("a business clock of its own", () => {
    const more = { NODE_ENV: "production", HALL_NOW: "2026-03-17T10:00:00" };
    expect(() => readConfig(environment(more))).toThrow(/HALL_NOW/);
  });
});

describe("secrets", () => {
  const withSecret = (name: string, text: string) => {
    cpSync(inject("place").secretsDir, secrets, { recursive: true });
    writeFileSync(join(secrets, name), text);
    return () => readConfig(environment({ HALL_SECRETS_DIR: secrets }));
  };
  const ring = (key: string) => JSON.stringify({ current: "a", keys: { a: key } });
  const zeros = Buffer.alloc(32).toString("base64");

  it.each([
    ["a key of zeros", "personal-data-keys.json", ring(zeros)],
    ["a short key", "file-keys.json", ring("c2hvcnQ=")],
    [
      "a ring without its current key",
      "file-keys.json",
      JSON.stringify({ current: "b", keys: {} }),
    ],
    ["a look-up key of zeros", "lookup-key", zeros],
  ])("that are weak stop the start: %s", (_, name, text) => {
    expect(withSecret(name, text)).toThrow();
  });

  it("may come from a file in place of the environment", () => {
    const file = join(secrets, "database-url");
    writeFileSync(file, "postgres://hall@127.0.0.1/from-file\n");
    const { DATABASE_URL: _, ...rest } = environment();
    const config = readConfig({ ...rest, DATABASE_URL_FILE: file });
    expect(config.DATABASE_URL).toBe("postgres://hall@127.0.0.1/from-file");
    expect(() => readConfig({ ...environment(), DATABASE_URL_FILE: file })).toThrow(/both/);
  });
});
