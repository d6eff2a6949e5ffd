import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Where the checks leave their reports. */
export function reportFiles(root) {
  const packages = ["packages", "apps"].flatMap((folder) =>
    readdirSync(path.join(root, folder)).map((name) => path.join(root, folder, name)),
  );
  return [
    path.join(root, "scripts", "results.tap"),
    path.join(root, "scripts", "crash.tap"),
    ...packages.map((folder) => path.join(folder, "results", "vitest.json")),
    path.join(root, "apps", "api", "results", "attack.json"),
    ...["desktop", "phone", "chosen"].map((journeys) =>
      path.join(root, "e2e", "results", `playwright-${journeys}.json`),
    ),
  ];
}

/**
 * Adds up the reports of vitest, Playwright and Node's own test runner.
 *
 * @param {readonly string[]} files those that are missing are passed over
 * @returns {{ passed: number, failed: number, failedIn: (step: string) => boolean }} `failedIn`
 *   tells whether a step's own failure is among the counted ones
 */
export function countResults(files) {
  const total = { passed: 0, failed: 0 };
  const stepsWithFailures = new Set();
  for (const file of files.filter(existsSync)) {
    const { passed, failed } = countFile(file);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) stepsWithFailures.add(stepOf(file));
  }
  return { ...total, failedIn: (step) => stepsWithFailures.has(step) };
}

function stepOf(file) {
  if (file.endsWith("crash.tap")) return "crash";
  if (file.endsWith(".tap")) return "test:scripts";
  if (file.includes("playwright-")) return "e2e";
  if (file.endsWith("attack.json")) return "attack";
  return file.includes(path.join("apps", "api")) ? "test:api" : "test:unit";
}

function countFile(file) {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".tap")) return countTap(text);
  const report = JSON.parse(text);
  return "stats" in report ? countPlaywright(report) : countVitest(report);
}

/** Playwright's flaky tests passed at last, after a failure that nobody may overlook: they fail. */
function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/** A file that could not be loaded fails without a failed test in it. */
function countVitest({ numPassedTests, numFailedTests, testResults }) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}

function countTap(text) {
  const summary = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
  return { passed: summary("pass"), failed: summary("fail") + summary("cancelled") };
}
