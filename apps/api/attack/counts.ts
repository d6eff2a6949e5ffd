import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** Each test file runs in a process of its own, so what they tried is gathered in a file. */
const FILE = fileURLToPath(new URL("../results/attack-counts.ndjson", import.meta.url));

export const forgetCounts = (): void => rmSync(FILE, { force: true });

/** Notes how much of a part's things was tried, such as `count("matrix", { endpoints: 120 })`. */
export function count(part: string, tried: Readonly<Record<string, number>>): void {
  mkdirSync(dirname(FILE), { recursive: true });
  appendFileSync(FILE, `${JSON.stringify({ part, tried })}\n`);
}

export function printCounts(): void {
  if (!existsSync(FILE)) return;
  const lines = readFileSync(FILE, "utf8").trim().split("\n");
  process.stdout.write("\nWhat the attack tried:\n");
  for (const line of lines.sort()) {
    const { part, tried } = JSON.parse(line) as { part: string; tried: Record<string, number> };
    const things = Object.entries(tried).map(([name, number]) => `${number} ${name}`);
    process.stdout.write(`  ${part}: ${things.join(", ")}\n`);
  }
}

/** The long form tries everything in every place; the short one takes turns. */
export const isLong = process.env["HALL_ATTACK"] === "long";
