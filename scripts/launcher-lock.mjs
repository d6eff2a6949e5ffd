import { createHash } from "node:crypto";
import { existsSync, unlinkSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const LONGEST_SOCKET_PATH = 100; // the kernel's limit is 104 or 108 bytes

/**
 * Lets one launcher at a time work in a folder. The lock is a socket that the launcher listens
 * on: unlike a file with a process number it cannot outlive its holder, and it can be asked.
 *
 * @param {string} folder
 * @param {() => string} describe what a second launcher is told
 * @returns {Promise<{ release: () => Promise<void> } | { holder: string }>}
 */
export async function takeLauncherLock(folder, describe) {
  const place = socketPlace(folder);
  const holder = await ask(place);
  if (holder !== undefined) return { holder };
  if (existsSync(place)) unlinkSync(place); // its holder was killed
  const server = net.createServer((socket) => {
    socket.on("error", () => {}); // the one who asked has gone
    socket.end(describe());
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(place, resolve);
  });
  server.unref();
  return { release: () => new Promise((resolve) => server.close(resolve)) };
}

function ask(place) {
  return new Promise((resolve) => {
    let answer = "";
    net
      .connect(place)
      .on("error", () => resolve(undefined))
      .on("data", (chunk) => {
        answer += chunk;
      })
      .on("end", () => resolve(answer));
  });
}

function socketPlace(folder) {
  const place = path.join(folder, "launcher.sock");
  if (Buffer.byteLength(place) <= LONGEST_SOCKET_PATH) return place;
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  return path.join(tmpdir(), `hall-${process.getuid?.() ?? 0}-${name}.sock`);
}
