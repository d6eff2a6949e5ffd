import type {
  getReviewRequest,
  listReviewRequests,
  ReviewRequestJson,
} from "@hall/contracts/backoffice/human-reviews";
import type { FindingJson } from "@hall/contracts/findings";
import type { z } from "zod";
import { writeAudit } from "../audit/audit.ts";
import { fromCursor, pageOfRows, toCursor } from "../backoffice/cursor.ts";
import { barredFromOwn } from "../backoffice/four-eyes.ts";
import { type StaffMember, staffNames, staffOf } from "../backoffice/staff.ts";
import { serviceOf } from "../cases/services.ts";
import type { Hall } from "../hall.ts";
import { encode } from "../http/encode.ts";
import { isRefusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { plainDay } from "../policy-shelf.ts";
import { asDate } from "../store/database.ts";
import { judgedAgain } from "./judged-now.ts";
import { openReview, type ReviewRow, reviewJson } from "./kept.ts";

type ListCall = Call<undefined, z.output<NonNullable<typeof listReviewRequests.query>>, undefined>;
type OneCall = Call<z.output<NonNullable<typeof getReviewRequest.params>>, undefined, undefined>;

/** Those that wait by their due date, those that are answered by their number, the newest first. */
export async function requestsPage({ hall, actor, query, address }: ListCall) {
  const { state, limit } = query;
  const isWaiting = state === "waiting";
  const place = isWaiting
    ? fromCursor(query.cursor, "day", "number")
    : fromCursor(query.cursor, "number");
  if (isRefusal(place)) return place;
  const rows = await hall.db.humanReview.findMany({
    where: { state, ...(isWaiting ? behindDue(place) : behindNumber(place)) },
    orderBy: isWaiting
      ? [{ dueOn: { sort: "asc", nulls: "last" } }, { number: "asc" }]
      : { number: "desc" },
    take: limit + 1,
  });
  const { page, nextCursor } = pageOfRows(rows, limit, ({ dueOn, number }) =>
    isWaiting ? toCursor(dueOn && plainDay(dueOn).toString(), number) : toCursor(number),
  );
  const detail = { channel: "human-review", shown: page.length };
  await writeAudit(hall, { actor, action: "case.list", detail, address });
  const names = await applicantsOf(hall, page);
  const today = hall.clock.now().toPlainDate().toString();
  return { items: page.map((row) => summaryOf(hall, row, names, today)), nextCursor };
}

function behindDue(place: readonly string[] | null) {
  const [day, number = ""] = place ?? [];
  if (day === undefined) return {};
  if (day === "") return { dueOn: null, number: { gt: number } };
  const dueOn = asDate(day);
  return { OR: [{ dueOn: { gt: dueOn } }, { dueOn, number: { gt: number } }, { dueOn: null }] };
}

const behindNumber = (place: readonly string[] | null) =>
  place?.[0] ? { number: { lt: place[0] } } : {};

function summaryOf(hall: Hall, row: ReviewRow, names: ReadonlyMap<string, string>, today: string) {
  const { number, serviceName, state, submittedAt, dueOn, finding } = reviewJson(hall, row);
  return {
    number,
    serviceName,
    state,
    submittedAt,
    dueOn,
    applicant: names.get(row.filedBy) ?? "",
    rule: finding.rule,
    message: finding.message,
    isOverdue: state === "waiting" && dueOn !== null && dueOn < today,
    version: row.version,
  };
}

/** One request with how the machine judges it now and what is on record now. */
export async function requestNow({ hall, actor, params, address }: OneCall) {
  const row = await hall.db.humanReview.findUnique({ where: { number: params.number } });
  if (!row) return refuse("not-found");
  await writeAudit(hall, {
    actor,
    action: "human-review.look",
    subjectId: row.subjectId,
    reference: row.number,
    address,
  });
  return presentRequest(hall, row, await staffOf(hall, actor));
}

export async function presentRequest(
  hall: Hall,
  row: ReviewRow,
  staff: StaffMember,
): Promise<ReviewRequestJson> {
  const service = serviceOf(row.service);
  const kept = openReview(hall, row.record);
  const refused = { claim: row.claim, at: kept.finding.at };
  const [again, names, staffs] = await Promise.all([
    judgedAgain(hall, service, row.subjectId, refused, kept),
    applicantsOf(hall, [row]),
    staffNames(hall, [row.answeredBy]),
  ]);
  const facts = again ? (service.onRecord?.(again.read.situation) ?? []) : [];
  return {
    ...reviewJson(hall, row),
    applicant: names.get(row.filedBy) ?? "",
    version: row.version,
    now: again?.finding ? (encode(again.finding) as FindingJson) : null,
    facts: encode(facts) as ReviewRequestJson["facts"],
    answeredBy: row.answeredBy ? (staffs.get(row.answeredBy) ?? "") : null,
    barred: barredFromOwn(staff, row),
  };
}

/** Names of the persons and agents who asked. */
async function applicantsOf(
  { db }: Hall,
  rows: readonly Pick<ReviewRow, "filedBy">[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.map(({ filedBy }) => filedBy))];
  const of = { where: { id: { in: ids } }, select: { id: true, name: true } };
  const [persons, agents] = await Promise.all([db.person.findMany(of), db.agent.findMany(of)]);
  return new Map([...persons, ...agents].map(({ id, name }) => [id, name]));
}
