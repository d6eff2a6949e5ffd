import type { caseRows } from "@hall/contracts/case-rows";
import type { CaseState } from "@hall/domain/case-states";
import type { z } from "zod";
import { writeAudit } from "../audit/audit.ts";
import { judgeAgain } from "../cases/judge-again.ts";
import { readCase } from "../cases/read-case.ts";
import { decidesRows, rowsPage } from "../cases/rows.ts";
import { refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { staffOf } from "./staff.ts";

type Params = z.output<NonNullable<typeof caseRows.params>>;
type Query = z.output<NonNullable<typeof caseRows.query>>;

const UNDECIDED = ["submitted", "in-review", "more-needed"];

/** A list's rows as the reviewer looks them over, with what stands against each today. */
export async function reviewedRows({
  hall,
  actor,
  params,
  query,
  address,
}: Call<Params, Query, undefined>) {
  const found = await readCase(hall, params.number);
  if (!found) return refuse("not-found");
  const { row } = found;
  const { personId } = await staffOf(hall, actor);
  if (personId !== null && personId === row.subjectId) return refuse("not-allowed");
  const { service, record, read, judged } = await judgeAgain(hall, row);
  if (!decidesRows(service)) return refuse("not-found");
  const { subjectId, number: reference } = row;
  await writeAudit(hall, { actor, action: "case.look", subjectId, reference, address });
  const state = row.state as CaseState;
  const faults = UNDECIDED.includes(state) ? judged.faults : [];
  return rowsPage({ service, situation: read.situation, record, state, faults }, query);
}
