import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A new folder for one run, and how to remove it. */
export function throwawayFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), "hall-test-"));
  chmodSync(folder, 0o711); // PostgreSQL's account must get through to its data
  return { folder, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}
