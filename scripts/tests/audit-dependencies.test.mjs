import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { faultsOfLock, isAllowed } from "../audit-dependencies.mjs";
import { ROOT, run } from "../processes.mjs";

const lockOf = (...entries) =>
  `lockfileVersion: '9.0'\n\npackages:\n\n${entries.join("\n\n")}\n\nsnapshots:\n`;
const entry = (name, resolution) => `  ${name}:\n    resolution: {${resolution}}`;
const HASH = "integrity: sha512-abc==";

test("every package of the lock file has a hash and no address of its own", () => {
  const { packages, faults } = faultsOfLock(
    readFileSync(path.join(ROOT, "pnpm-lock.yaml"), "utf8"),
  );
  assert.ok(packages > 300);
  assert.deepEqual(faults, []);
});

test("a package without a hash, from elsewhere, or known to be bad is told", () => {
  const { faults } = faultsOfLock(
    lockOf(
      entry("good@1.0.0", HASH),
      entry("'@scope/bare@1.0.0'", "tarball: https://evil.example/x.tgz"),
      entry("ua-parser-js@0.7.29", HASH),
    ),
  );
  assert.deepEqual(faults, [
    "@scope/bare@1.0.0 has no hash",
    "@scope/bare@1.0.0 has an address of its own",
    "ua-parser-js@0.7.29 is known to be bad",
  ]);
});

test("a licence counts where each part is allowed, or one of several", () => {
  assert.ok(isAllowed("(MIT OR GPL-3.0)"));
  assert.ok(isAllowed("MIT AND ISC"));
  assert.ok(!isAllowed("MIT AND GPL-3.0"));
  assert.ok(!isAllowed("AGPL-3.0"));
  assert.ok(!isAllowed(undefined));
});

test("what is installed passes", async () => {
  assert.equal(await run(["node", "scripts/audit-dependencies.mjs"]), 0);
});
