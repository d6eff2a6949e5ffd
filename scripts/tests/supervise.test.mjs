import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { runProgram, supervise } from "../supervise.mjs";
import { throwawayFolder } from "../throwaway-folder.mjs";

const MODULE = new URL("../supervise.mjs", import.meta.url).href;
const { folder, remove } = throwawayFolder();
after(remove);

/** Notes its number, runs on, and notes a stop by signal. */
const LASTING = `import { appendFileSync } from "node:fs";
  appendFileSync(process.env.NOTE, process.pid + "\\n");
  process.on("SIGTERM", () => { appendFileSync(process.env.NOTE, "told\\n"); process.exit(0); });
  setInterval(() => {}, 1000);`;

test("starts a program again that was killed, and stops it when told", async () => {
  const { file, env, lines } = program("again", LASTING);
  const supervised = supervise("The program", file, { env, output: "ignore" });
  await until(() => lines().length === 1);
  process.kill(Number(lines()[0]), "SIGKILL");
  await until(() => lines().length === 2);
  await supervised.stop();
  assert.equal(lines()[2], "told");
});

test("gives up on a program that ends as soon as it starts", async () => {
  const { file, env } = program("hopeless", "process.exit(7);");
  const { gaveUp } = supervise("The program", file, { env, output: "ignore" });
  assert.match(await gaveUp, /^The program ended again and again \(exit code 7\)\.$/);
});

test("a program ends with a launcher that is killed", async () => {
  const { file, env, lines } = program("orphan", LASTING);
  const source = `import { supervise } from ${JSON.stringify(MODULE)};
    supervise("The program", ${JSON.stringify(file)}, { env: process.env, output: "ignore" });`;
  const launcher = spawn(process.execPath, ["--input-type=module", "-e", source], { env });
  await until(() => lines().length === 1);
  launcher.kill("SIGKILL");
  await once(launcher, "exit");
  await until(() => lines()[1] === "told");
});

test("answers the exit code of a program that does its work and ends", async () => {
  const { file, env } = program("work", "process.exitCode = 3;");
  assert.equal(await runProgram(file, { env, output: "ignore" }), 3);
});

function program(name, source) {
  const file = path.join(folder, `${name}.mjs`);
  const note = path.join(folder, `${name}.txt`);
  writeFileSync(file, source);
  const lines = () =>
    existsSync(note) ? readFileSync(note, "utf8").split("\n").filter(Boolean) : [];
  return { file, env: { ...process.env, NOTE: note }, lines };
}

async function until(condition) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (condition()) return;
    await sleep(50);
  }
  assert.fail("it did not come to pass within ten seconds");
}
