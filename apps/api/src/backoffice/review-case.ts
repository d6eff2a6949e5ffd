import type { getCase, ReviewedCase } from "@hall/contracts/backoffice/review";
import type { CaseState } from "@hall/domain/case-states";
import type { FactName } from "@hall/domain/facts";
import { outcomeOf } from "@hall/domain/findings";
import { maskIdentityNumber, maskMobile } from "@hall/domain/masks";
import type { Situation } from "@hall/domain/service";
import { serviceName } from "@hall/domain/services";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { writeAudit } from "../audit/audit.ts";
import { filledIn } from "../cases/filled-in.ts";
import { findingsJson, type JudgedAgain, judgeAgain } from "../cases/judge-again.ts";
import { stateNames } from "../cases/present.ts";
import { presentNow } from "../cases/present-now.ts";
import { readCase } from "../cases/read-case.ts";
import { decidesRows } from "../cases/rows.ts";
import { supplementUntil } from "../cases/supplement-limit.ts";
import { instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import type { Actor } from "../http/actor.ts";
import { encode } from "../http/encode.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { barredFrom } from "./four-eyes.ts";
import { dueMark } from "./review-queue.ts";
import { moneyMoved, reviewStageOf } from "./review-stage.ts";
import { refusedByFirst } from "./row-decisions.ts";
import { staffNames, staffOf, staffRef } from "./staff.ts";

export type FoundCase = NonNullable<Awaited<ReturnType<typeof readCase>>>;
type Params = z.output<NonNullable<typeof getCase.params>>;

/** Everything about a case on one screen (REV-2). The look is logged, and the person sees it. */
export async function reviewCase({
  hall,
  actor,
  params,
  address,
}: Call<Params, undefined, undefined>): Promise<ReviewedCase | Refusal> {
  const found = await readCase(hall, params.number);
  if (!found) return refuse("not-found");
  const { row, view } = found;
  const staff = await staffOf(hall, actor);
  if (staff.personId !== null && staff.personId === row.subjectId) {
    return refuse("not-allowed", "这是您本人的办件，请在网上办事大厅查看，由其他审核人员办理。");
  }
  const again = await judgeAgain(hall, row);
  const [applicant, decided, supplements, earlierCases] = await Promise.all([
    applicantOf(hall, row.subjectId),
    decisionsOf(hall, found),
    hall.db.supplement.findMany({
      where: { applicationNumber: row.number },
      orderBy: { at: "asc" },
    }),
    earlierCasesOf(hall, row),
  ]);
  const first = found.decisions.find(
    ({ kind, stage }) => kind === "approve" && stage === row.stage,
  );
  const names = await staffNames(hall, [row.assigneeId, first?.staffId ?? null]);
  const {
    facts: _facts,
    actions: _actions,
    rating: _rating,
    missing: _missing,
    ...shown
  } = await presentNow(hall, view);
  const hindrance = hindranceOf(
    actor,
    found,
    await barredFrom(hall, staff, { ...row, decisions: found.decisions }),
  );
  await writeAudit(hall, {
    actor,
    action: "case.look",
    subjectId: row.subjectId,
    reference: row.number,
    address,
  });
  return {
    ...shown,
    version: row.version,
    mark: dueMark(row, again.read.situation.today),
    channel: row.channel,
    filedByName: row.filedByName,
    applicant,
    assignee: staffRef(row.assigneeId, names),
    ...judgedNow(again, found),
    refusedRows: [...(again.record.refusedRows ?? refusedByFirst(found) ?? [])].map(
      ({ line, reasons, words }) => ({ line, reasons: [...reasons], words }),
    ),
    firstApprovalBy: first ? (names.get(first.staffId) ?? "") : null,
    decisions: decided,
    supplements: supplements.map(({ words, at }) => ({ words, at: instantText(at) })),
    supplementUntil: untilOf(again, found),
    earlierCases,
    actions: actionsOf(actor, found, hindrance),
    hindrance,
  };
}

type JudgedNow = Pick<
  ReviewedCase,
  | "filledIn"
  | "rowRefusalReasons"
  | "factsThen"
  | "factsNow"
  | "outcomeNow"
  | "findingsNow"
  | "movesFen"
  | "needsSecondApproval"
  | "checklist"
  | "refusalReasons"
>;

/** A case that is decided isn't judged again: its own effects would stand against it. */
function judgedNow(again: JudgedAgain, { row }: FoundCase): JudgedNow {
  const { service, record, read, judged } = again;
  const isUndecided = ["submitted", "in-review", "more-needed"].includes(row.state);
  const stage = isUndecided ? reviewStageOf(service, row.stage) : null;
  const moved = stage && judged.outcome === "open" ? moneyMoved(stage, judged.request) : null;
  const submittedAt = Temporal.Instant.fromEpochMilliseconds(row.submittedAt.getTime())
    .toZonedDateTimeISO("Asia/Shanghai")
    .toPlainDateTime();
  const then: Situation<FactName> = {
    ...read.situation,
    facts: record.facts,
    now: submittedAt,
    today: submittedAt.toPlainDate(),
  };
  const byRow = decidesRows(service);
  const figures = (situation: Situation<FactName>) =>
    encode(service.onRecord?.(situation) ?? []) as ReviewedCase["factsNow"];
  return {
    filledIn: encode(filledIn(service, then, record.input)) as ReviewedCase["filledIn"],
    factsThen: figures(then),
    factsNow: figures(read.situation),
    // Where rows are decided one by one, what stands against a row stands against that row alone.
    outcomeNow: isUndecided ? (byRow ? outcomeOf(judged.findings) : judged.outcome) : null,
    findingsNow: isUndecided ? findingsJson(byRow ? { ...judged, faults: [] } : judged) : [],
    movesFen: moved === null ? null : Number(moved.fen),
    needsSecondApproval: moved?.needsSecond ?? false,
    rowRefusalReasons: byRow ? [...(stage?.rowRefusalReasons ?? [])] : null,
    checklist: [...(stage?.checklist ?? [])],
    refusalReasons: [...(stage?.refusalReasons ?? [])],
  };
}

async function applicantOf(
  { db, cipher }: Hall,
  subjectId: string,
): Promise<ReviewedCase["applicant"]> {
  const person = await db.person.findUnique({ where: { id: subjectId } });
  if (person) {
    return {
      kind: "person",
      name: person.name,
      number: person.personalNumber,
      maskedIdentityNumber: maskIdentityNumber(cipher.open(person.identityCipher)),
      maskedMobile: person.mobileCipher && maskMobile(cipher.open(person.mobileCipher)),
    };
  }
  const unit = await db.unit.findUniqueOrThrow({ where: { id: subjectId } });
  return {
    kind: "unit",
    name: unit.name,
    number: unit.code,
    maskedIdentityNumber: null,
    maskedMobile: null,
  };
}

const missingItems = z.array(z.object({ item: z.string(), words: z.string() }));

async function decisionsOf(
  hall: Hall,
  { decisions }: FoundCase,
): Promise<ReviewedCase["decisions"]> {
  const names = await staffNames(
    hall,
    decisions.map(({ staffId }) => staffId),
  );
  return decisions.toReversed().map((made) => ({
    kind: made.kind as ReviewedCase["decisions"][number]["kind"],
    stage: made.stage,
    staffName: names.get(made.staffId) ?? "",
    reasons: made.reasons,
    words: made.words,
    missing: missingItems.parse(made.missing ?? []),
    at: instantText(made.at),
  }));
}

async function earlierCasesOf(
  { db }: Hall,
  row: FoundCase["row"],
): Promise<ReviewedCase["earlierCases"]> {
  const rows = await db.application.findMany({
    where: { subjectId: row.subjectId, number: { not: row.number } },
    orderBy: { submittedAt: "desc" },
    take: 50,
    select: { number: true, service: true, state: true, submittedAt: true },
  });
  return rows.map(({ number, service, state, submittedAt }) => ({
    number,
    service,
    serviceName: serviceName(service),
    state: state as CaseState,
    stateName: stateNames[state as CaseState],
    submittedAt: instantText(submittedAt),
  }));
}

function untilOf({ read }: JudgedAgain, { row, decisions }: FoundCase): string | null {
  const asked = decisions.find(({ kind }) => kind === "ask");
  if (row.state !== "more-needed" || !asked) return null;
  return supplementUntil(read.situation.policy, asked.at).toString();
}

function hindranceOf(actor: Actor, { row }: FoundCase, barred: string | null): string | null {
  const isReviewer = actor.kind === "staff" && actor.roles.includes("reviewer");
  if (!isReviewer) return "您的岗位只能查看，不能审核。";
  if (barred) return barred;
  const isOthers = row.assigneeId !== null && row.assigneeId !== actor.id;
  return isOthers ? "这件已由其他审核人员认领。" : null;
}

function actionsOf(
  actor: Actor,
  { row, decisions }: FoundCase,
  hindrance: string | null,
): ReviewedCase["actions"] {
  if (hindrance !== null) return [];
  const isClaimable = row.state === "submitted" || (row.state === "in-review" && !row.assigneeId);
  if (isClaimable) return ["claim"];
  if (row.state !== "in-review" || row.assigneeId !== actor.id) return [];
  const mayAsk = !decisions.some(({ kind }) => kind === "ask");
  return ["release", "approve", "refuse", ...(mayAsk ? (["ask"] as const) : [])];
}
