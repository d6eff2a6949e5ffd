import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { takeLauncherLock } from "../launcher-lock.mjs";
import { makeMissingSecrets } from "../secrets.mjs";
import { createShutdown } from "../shutdown.mjs";
import { throwawayFolder } from "../throwaway-folder.mjs";

const { folder, remove } = throwawayFolder();
after(remove);

test("one launcher holds a folder, and another is told what it says", async () => {
  const lock = await takeLauncherLock(folder, () => "I am at home.");
  assert.deepEqual(await takeLauncherLock(folder, () => ""), { holder: "I am at home." });
  await lock.release();
  const next = await takeLauncherLock(folder, () => "");
  assert.equal(next.holder, undefined);
  await next.release();
});

test("what was started last stops first, once, and an error hinders no other", async () => {
  const order = [];
  const shutdown = createShutdown();
  shutdown.add(async () => order.push("database"));
  shutdown.add(async () => {
    throw new Error("API");
  });
  shutdown.add(async () => order.push("worker"));
  await assert.rejects(shutdown.stop(), /API/);
  await assert.rejects(shutdown.stop(), /API/);
  assert.deepEqual(order, ["worker", "database"]);
  await shutdown.add(async () => order.push("late"));
  assert.deepEqual(order, ["worker", "database", "late"]);
});

test("secrets are for their owner's eyes, and a second start keeps them", () => {
  const secrets = path.join(folder, "secrets");
  makeMissingSecrets(secrets);
  const read = () =>
    readdirSync(secrets, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(path.join(secrets, name), "utf8")]);
  const first = read();
  assert.equal(first.length, 5);
  for (const [name] of first) assert.equal(statSync(path.join(secrets, name)).mode & 0o077, 0);
  makeMissingSecrets(secrets);
  assert.deepEqual(read(), first);
});
