import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startEmbeddedPostgres } from "../embedded-postgres.mjs";
import { freePort } from "../free-port.mjs";
import { throwawayFolder } from "../throwaway-folder.mjs";

const MODULE = new URL("../embedded-postgres.mjs", import.meta.url).href;
const place = throwawayFolder();
const folder = path.join(place.folder, "postgres");
let port;

before(async () => {
  port = await freePort(0);
});
after(place.remove);

test("takes its generated password only, and the hall's account is no superuser", async () => {
  const server = await start();
  const { rows } = await ask(
    server.url,
    "SELECT rolsuper, rolcreatedb FROM pg_roles WHERE rolname = 'hall'",
  );
  assert.deepEqual(rows, [{ rolsuper: false, rolcreatedb: true }]);
  for (const stranger of [
    server.url.replace(/:[^:@]+@/, ":guess@"),
    `postgresql://postgres@127.0.0.1:${port}/hall`,
  ]) {
    await assert.rejects(ask(stranger, "SELECT 1"));
  }
  assert.equal(statSync(path.join(folder, "passwords.json")).mode & 0o077, 0);
  await server.stop();
});

test("keeps its data from one start to the next", async () => {
  const first = await start();
  await ask(first.url, "CREATE TABLE kept AS SELECT 1 AS one");
  await first.stop();
  const second = await start();
  assert.equal((await ask(second.url, "SELECT one FROM kept")).rows[0].one, 1);
  await second.stop();
});

test("chooses another port where its own is taken", async () => {
  const squatter = net.createServer().listen(port, "127.0.0.1");
  await once(squatter, "listening");
  const server = await start();
  assert.notEqual(new URL(server.url).port, String(port));
  await server.stop();
  squatter.close();
});

test("goes with a launcher that is killed", async () => {
  const launcher = await startLauncher();
  const pid = serverPid();
  launcher.kill("SIGKILL");
  await gone(pid);
});

const processesAreFiles = existsSync("/proc/self/status");
test("stops a server that outlived launcher and watchdog, and starts a new one", {
  skip: !processesAreFiles,
}, async () => {
  const launcher = await startLauncher();
  const pid = serverPid();
  process.kill(parentOf(pid), "SIGKILL");
  launcher.kill("SIGKILL");
  await sleep(200);
  assert.ok(isAlive(pid), "the left-over server runs");
  const server = await start();
  assert.ok(!isAlive(pid));
  await ask(server.url, "SELECT 1");
  await server.stop();
});

test("comes back after a crash", async () => {
  const server = await start();
  const pid = serverPid();
  process.kill(pid, "SIGKILL");
  const deadline = performance.now() + 15_000;
  for (;;) {
    try {
      await ask(server.url, "SELECT 1");
      break;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await sleep(100);
    }
  }
  assert.notEqual(serverPid(), pid);
  await server.stop();
});

const start = () => startEmbeddedPostgres({ folder, preferredPort: port, throwaway: true });

async function startLauncher() {
  const options = JSON.stringify({ folder, preferredPort: port, throwaway: true });
  const program = `import { startEmbeddedPostgres } from ${JSON.stringify(MODULE)};
    await startEmbeddedPostgres(${options}); console.log("up"); setInterval(() => {}, 1000);`;
  const launcher = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(launcher.stdout, "data");
  return launcher;
}

async function ask(url, sql) {
  const client = new pg.Client(url);
  client.on("error", () => {}); // a server that ends while we are connected
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

const serverPid = () =>
  Number.parseInt(readFileSync(path.join(dataFolder(), "postmaster.pid"), "utf8"), 10);

const dataFolder = () => path.join(folder, "data");

const parentOf = (pid) =>
  Number(/^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]);

async function gone(pid) {
  for (let tries = 0; tries < 200 && isAlive(pid); tries += 1) await sleep(50);
  assert.ok(!isAlive(pid), `process ${pid} still runs`);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
