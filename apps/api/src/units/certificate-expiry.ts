import { formatDay } from "@hall/domain/dates";
import { writeMessage } from "@hall/domain/messages";
import { dayOf } from "../clock.ts";
import type { Hall } from "../hall.ts";
import { letterParts, onlyLetter } from "../messages/message-parts.ts";
import { commit } from "../store/commit.ts";
import { sql } from "../store/database.ts";

/** Long enough for a way to the counter. */
const DAYS_BEFORE = 30;

interface Expiring {
  readonly serial: string;
  readonly unit_id: string;
  readonly agent_id: string;
  readonly not_after: Date;
}

/**
 * Tells units whose certificate ends soon and who have none that lasts longer (ASVS 6.4.5): once
 * for each certificate. Answers how many were told.
 */
export async function tellOfExpiringCertificates(hall: Hall): Promise<number> {
  const now = hall.clock.system();
  const rows = await hall.db.$queryRaw<Expiring[]>(sql`
    SELECT c.serial, c.unit_id, c.not_after, a.id AS agent_id
      FROM unit_certificate c JOIN agent a ON a.unit_id = c.unit_id AND a.is_first
     WHERE c.revoked_at IS NULL AND c.not_after > ${now}::timestamptz
       AND c.not_after <= ${now}::timestamptz + make_interval(days => ${DAYS_BEFORE}::int)
       AND NOT EXISTS (SELECT FROM unit_certificate later
                        WHERE later.unit_id = c.unit_id AND later.revoked_at IS NULL
                          AND later.not_after > c.not_after)
       AND NOT EXISTS (SELECT FROM message m WHERE m.id = 'certificate:' || c.serial || ':inbox')
     ORDER BY c.serial`);
  let told = 0;
  for (const row of rows) if (await tell(hall, row)) told += 1;
  return told;
}

/** False where another worker told them just now. */
async function tell(hall: Hall, row: Expiring): Promise<boolean> {
  const letter = {
    id: `certificate:${row.serial}`,
    subject: { kind: "unit", id: row.unit_id },
    agentId: row.agent_id,
    applicationNumber: null,
    at: hall.clock.instant(),
    ...writeMessage("certificate-ends", { day: formatDay(dayOf(row.not_after)) }),
  } as const;
  return (await commit(hall.db, [], letterParts(letter, onlyLetter))) === "committed";
}
