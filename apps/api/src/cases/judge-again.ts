import type { FindingJson } from "@hall/contracts/findings";
import { keysIn, type RefusedRow, type RowsInput, withoutRows } from "@hall/domain/list";
import { dayOf } from "../clock.ts";
import type { Hall } from "../hall.ts";
import { encode } from "../http/encode.ts";
import type { Policy } from "../policy-shelf.ts";
import { type CaseRecord, openRecord } from "./case-record.ts";
import { type AnyApplication, applicationService } from "./services.ts";
import { type Judged, judgeRequest, type Read, readSituation } from "./situation.ts";

/** What is needed of a case's row. */
interface FiledCase {
  readonly number: string;
  readonly service: string;
  readonly subjectId: string;
  readonly record: Uint8Array;
  readonly submittedAt: Date;
}

export interface JudgedWith {
  /** Further numbers by which facts are found, such as those of an answer. */
  readonly named?: readonly string[];
  readonly refusedRows?: readonly RefusedRow[];
}

export interface JudgedAgain {
  readonly service: AnyApplication;
  readonly record: CaseRecord;
  readonly read: Read;
  readonly judged: ReturnType<typeof judgeRequest>;
  readonly policy: Policy;
}

/**
 * A filed case judged on the facts and values of today, its own holds not in its way: at approval
 * (REV-4), at payment, and for the reviewer's eye. Of a list the rows that were refused, or are
 * about to be, aren't judged.
 */
export async function judgeAgain(
  hall: Hall,
  row: FiledCase,
  more: JudgedWith = {},
): Promise<JudgedAgain> {
  const service = applicationService(row.service);
  const record = openRecord(hall, row.record);
  const input = withoutRows(record.input, more.refusedRows ?? record.refusedRows ?? []);
  const lookups = [...lookupsOf(service, input), ...(more.named ?? [])];
  const filing = { on: dayOf(row.submittedAt), signIn: record.signIn ?? null };
  const read = await readSituation(hall, service, row.subjectId, { lookups, ...filing });
  if (!read) throw new Error(`case ${row.number} has no subject`);
  const policy = await hall.policy.at(read.loaded.policyVersion);
  const judged = judgeRequest(service, read, input, row.number);
  return { service, record, read, judged, policy };
}

/** What was found, and of a list the first of its faults, as the wire tells it. */
export const findingsJson = ({ findings, faults }: Judged): FindingJson[] =>
  encode([
    ...findings,
    ...faults.slice(0, FAULTS_SHOWN).map(({ finding }) => finding),
  ]) as FindingJson[];

const FAULTS_SHOWN = 50;

function lookupsOf(service: AnyApplication, input: unknown): readonly string[] {
  return service.list ? keysIn((input as RowsInput).rows, service.list.key) : [];
}
