import type { FactName } from "@hall/domain/facts";
import type { RefusedRow } from "@hall/domain/list";
import type { Filing, Situation } from "@hall/domain/service";
import { fromStored, toStored } from "@hall/domain/stored-json";
import type { Hall } from "../hall.ts";

/** What a case was decided on (APP-6), as it is kept encrypted in its row. */
export interface CaseRecord {
  readonly input: unknown;
  /** How whoever filed it had signed in; absent from the first records. */
  readonly signIn?: Filing["signIn"];
  /** Facts at submission. */
  readonly facts: Situation<FactName>["facts"];
  /** Rows of the list that the review has refused; what comes after goes on with the others. */
  readonly refusedRows?: readonly RefusedRow[];
  /** Facts, values and findings of each approval, which decides anew (REV-4). */
  readonly approvals?: readonly ApprovalRecord[];
}

export interface ApprovalRecord {
  readonly stage: number;
  readonly staffId: string;
  /** RFC 3339. */
  readonly at: string;
  readonly rulesVersion: string;
  readonly facts: Situation<FactName>["facts"];
  /** As `policyEntryToJson` writes them. */
  readonly policy: readonly unknown[];
  readonly findings: unknown;
}

export function openRecord({ cipher }: Hall, sealed: Uint8Array): CaseRecord {
  return fromStored(JSON.parse(cipher.open(sealed))) as CaseRecord;
}

export const sealRecord = ({ cipher }: Hall, record: CaseRecord): Uint8Array<ArrayBuffer> =>
  cipher.seal(JSON.stringify(toStored(record)));
