import { rmSync } from "node:fs";
import { findBrowser } from "./browser.mjs";
import { countResults, reportFiles } from "./count-results.mjs";
import { ROOT, run } from "./processes.mjs";

/** Scripts of package.json, in the order in which a mistake is cheapest to hear of. */
const STEPS = [
  "generate",
  "lint",
  "typecheck",
  "boundaries",
  "test:scripts",
  "test:unit",
  "test:api",
  "attack",
  "build",
  "crash",
  "e2e",
];

/**
 * `npm test`: runs every check to its end, also after a failure, so that one run shows all that
 * is wrong. Its last line is `N passed, N failed`; a check without tests of its own, or one that
 * broke before it could count, counts as one failure.
 */
export async function main() {
  if (process.env.CI || !process.stdout.isTTY) process.env.NO_COLOR = "1";
  const browser = findBrowser();
  if (browser) process.env.HALL_CHROMIUM = browser;
  // A report of an earlier run would be counted again.
  for (const file of reportFiles(ROOT)) rmSync(file, { force: true });

  const outcomes = [];
  for (const step of STEPS) outcomes.push(await runStep(step));

  console.log("\nTime and outcome of each check:");
  for (const { step, seconds, code } of outcomes) {
    console.log(
      `  ${step.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s  ${code ? "failed" : "ok"}`,
    );
  }
  const counted = countResults(reportFiles(ROOT));
  const brokenSteps = outcomes.filter(({ step, code }) => code !== 0 && !counted.failedIn(step));
  const failed = counted.failed + brokenSteps.length;
  console.log(`\n${counted.passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function runStep(step) {
  console.log(`\n=== ${step}`);
  const startedAt = performance.now();
  const code = await run(["pnpm", "run", step]);
  return { step, code, seconds: (performance.now() - startedAt) / 1000 };
}
