import { dayOf } from "../clock.ts";
import type { Occasion } from "../effects/occasion.ts";
import type { Hall } from "../hall.ts";
import { openRecord } from "./case-record.ts";
import { applicationService } from "./services.ts";

interface OwnedCase {
  readonly number: string;
  readonly service: string;
  readonly subjectId: string;
  readonly filedBy: string;
  readonly record: Uint8Array;
}

/** The moment in a filed case at which effects are written. */
export function occasionOfCase(
  hall: Hall,
  row: OwnedCase,
  stage: number,
  round: number,
  at: Date,
): Omit<Occasion, "documents"> {
  const { audience, name, tellAt } = applicationService(row.service);
  return {
    hall,
    applicationNumber: row.number,
    stage,
    round,
    subject: { kind: audience, id: row.subjectId },
    filedBy: row.filedBy,
    serviceName: name,
    mobile: tellAt?.(openRecord(hall, row.record).input) ?? null,
    at,
    today: dayOf(at),
  };
}
