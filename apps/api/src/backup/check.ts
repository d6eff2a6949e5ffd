import { verifyAudit } from "../audit/verify.ts";
import { verifyEvidence } from "../files/verify.ts";
import { statementOf } from "../finance/daily-statement.ts";
import type { Hall } from "../hall.ts";
import type { Manifest } from "./manifest.ts";

/** Proves what was restored: ledger, audit chain up to the backup's head, evidence. */
export async function checkRestored(
  hall: Hall,
  { auditHead }: Manifest,
): Promise<{ readonly told: readonly string[]; readonly faults: readonly string[] }> {
  const statement = await statementOf(hall, hall.clock.now().toPlainDate().toString());
  const witness = auditHead && {
    position: BigInt(auditHead.position),
    hash: auditHead.hash,
  };
  const audit = await verifyAudit(hall, witness ?? undefined);
  const evidence = await verifyEvidence(hall);
  return {
    told: [
      `Ledger: sum ${statement.sumFen} fen, ${statement.differences.length} differences.`,
      audit.outcome === "whole"
        ? `Audit chain: whole, ${audit.head.position} links.`
        : `Audit chain: broken at ${audit.position}, ${audit.reason}.`,
      `Evidence: ${evidence.files} files of ${evidence.cases} cases, ${evidence.damaged.length} damaged.`,
    ],
    faults: [
      ...statement.differences.map(({ message }) => message),
      ...(audit.outcome === "whole" ? [] : [`audit chain: ${audit.reason}`]),
      ...evidence.damaged.map(({ fileId, damage }) => `evidence ${fileId} is ${damage}`),
    ],
  };
}
