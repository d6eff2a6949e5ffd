import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { countResults } from "../count-results.mjs";
import { throwawayFolder } from "../throwaway-folder.mjs";

const { folder, remove } = throwawayFolder();
after(remove);

const VITEST = {
  numPassedTests: 4,
  numFailedTests: 1,
  testResults: [
    { status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] },
    { status: "failed", assertionResults: [] }, // could not be loaded
    { status: "passed", assertionResults: [{ status: "passed" }] },
  ],
};
const PLAYWRIGHT = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] };

test("adds up the reports, and a file that could not be loaded is a failure", () => {
  const files = [
    report("packages/domain/results/vitest.json", JSON.stringify(VITEST)),
    report("apps/api/results/attack.json", JSON.stringify(VITEST)),
    report("e2e/results/playwright-phone.json", JSON.stringify(PLAYWRIGHT)),
    report("scripts/results.tap", "ok 1 - x\n# tests 3\n# pass 3\n# fail 0\n# cancelled 0\n"),
    path.join(folder, "missing.json"),
  ];
  const { passed, failed, failedIn } = countResults(files);
  assert.deepEqual({ passed, failed }, { passed: 18, failed: 7 });
  assert.ok(failedIn("test:unit"));
  assert.ok(failedIn("e2e"));
  assert.ok(failedIn("attack"));
  assert.ok(!failedIn("test:scripts"));
  assert.ok(!failedIn("test:api"));
});

function report(name, text) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}
