import { type AuditHead, verifyAudit } from "../audit/verify.ts";
import { readConfig } from "../config.ts";
import { openHall } from "../hall.ts";
import { JOB_PATIENCE } from "../store/database.ts";

/**
 * `node dist/verify-audit.js [position hash]`: checks the chain of the audit log (AUD-1), against a
 * head noted elsewhere where one is given. Ends with 1 where the chain is broken.
 */
const hall = openHall(readConfig(process.env), JOB_PATIENCE);
try {
  const verdict = await verifyAudit(hall, witnessOf(process.argv.slice(2)));
  if (verdict.outcome === "broken") {
    process.stderr.write(`Broken at link ${verdict.position}: ${verdict.reason}.\n`);
    process.exitCode = 1;
  } else {
    const { position, hash } = verdict.head;
    process.stdout.write(`Whole: ${position} links, the last is ${hash}.\n`);
    process.stdout.write(`${verdict.unlinked} events wait for their link.\n`);
  }
} finally {
  await hall.close();
}

function witnessOf([position, hash]: readonly string[]): AuditHead | undefined {
  if (position === undefined) return undefined;
  if (!/^\d+$/.test(position) || !/^[0-9a-f]{64}$/.test(hash ?? "")) {
    throw new Error("a head is its position and its hash, as the worker's log tells them");
  }
  return { position: BigInt(position), hash: hash ?? "" };
}
