import { readConfig } from "../config.ts";
import { verifyEvidence } from "../files/verify.ts";
import { openHall } from "../hall.ts";
import { JOB_PATIENCE } from "../store/database.ts";

/**
 * `node dist/verify-evidence.js`: proves that every file named by a case is there, opens and has
 * its hashes (XPL-10). The worker does the same each night. Ends with 1 where one doesn't.
 */
const hall = openHall(readConfig(process.env), JOB_PATIENCE);
try {
  const { files, cases, damaged } = await verifyEvidence(hall);
  process.stdout.write(`${files} files of ${cases} cases looked at, ${damaged.length} damaged.\n`);
  for (const { fileId, applicationNumber, damage } of damaged) {
    process.stderr.write(`Case ${applicationNumber}: file ${fileId} is ${damage}.\n`);
  }
  if (damaged.length > 0) process.exitCode = 1;
} finally {
  await hall.close();
}
