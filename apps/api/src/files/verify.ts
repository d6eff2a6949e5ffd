import type { Hall } from "../hall.ts";
import type { FileRow } from "./file-row.ts";
import { type Damage, openStored } from "./open-stored.ts";

export interface EvidenceProof {
  readonly files: number;
  readonly cases: number;
  readonly damaged: readonly {
    readonly fileId: string;
    readonly applicationNumber: string;
    readonly damage: Damage;
  }[];
}

const AT_ONCE = 100;

/**
 * Proves of every file that a case names that it is there, opens, and is what was stored (XPL-10).
 * What is found stands with the file, and so on the applicant's receipt.
 */
export async function verifyEvidence(hall: Hall): Promise<EvidenceProof> {
  const damaged: EvidenceProof["damaged"][number][] = [];
  const cases = new Set<string>();
  let files = 0;
  for (let after: string | null = null; ; ) {
    const rows: FileRow[] = await hall.db.evidenceFile.findMany({
      where: { applicationNumber: { not: null }, ...(after === null ? {} : { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: AT_ONCE,
    });
    for (const row of rows) {
      const opened = await openStored(hall.files, row);
      const damage = "damage" in opened ? opened.damage : null;
      const applicationNumber = row.applicationNumber ?? "";
      await hall.db.evidenceFile.update({
        where: { id: row.id },
        data: { verifiedAt: hall.clock.instant(), damage },
      });
      files += 1;
      cases.add(applicationNumber);
      if (damage === null) continue;
      damaged.push({ fileId: row.id, applicationNumber, damage });
      hall.log.error({ file: row.id, case: applicationNumber, damage }, "evidence is damaged");
    }
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return { files, cases: cases.size, damaged };
    after = last.id;
  }
}
