import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The root folder of the repository. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");

const onWindows = process.platform === "win32";
const running = new Set();

/**
 * Runs a program to its end in the foreground.
 *
 * @param {readonly string[]} command program and arguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} options quiet keeps the
 *   output back and shows it only when the program fails
 * @returns {Promise<number>} its exit code; 128 plus the signal's share if a signal ended it
 */
export function run(command, { cwd = ROOT, env = process.env, quiet = false } = {}) {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd,
    env,
    stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    shell: onWindows, // npx is a script there
  });
  running.add(child);
  let output = "";
  if (quiet) {
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      running.delete(child);
      if (code !== 0 && quiet) process.stderr.write(output);
      resolve(code ?? 128);
    });
  });
}

/** Like `run`, for programs without whose success nothing further makes sense. */
export async function runOrThrow(command, options) {
  const code = await run(command, options);
  if (code !== 0) throw new CommandFailed(command.join(" "), code);
}

/** A program that the person knows failed, for it has said why: no stack is printed for it. */
export class CommandFailed extends Error {
  constructor(command, code) {
    super(`"${command}" ended with exit code ${code}.`);
    this.code = code;
  }
}

/** Ends the foreground programs that are still running, for a launcher that is told to stop. */
export function stopForegroundPrograms() {
  for (const child of running) child.kill("SIGTERM");
}
