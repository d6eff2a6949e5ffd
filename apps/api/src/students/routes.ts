import { importTaxFeedback, listTaxFeedback } from "@hall/contracts/backoffice/tax-feedback";
import type { FindingJson } from "@hall/contracts/findings";
import { LIST_FILE_LIMIT } from "@hall/contracts/lists";
import { listEnrolledStudents } from "@hall/contracts/services/student-enrolment";
import { maskIdentityNumber, maskMobile } from "@hall/domain/masks";
import { enrolmentStateNames, enrolmentStates } from "@hall/domain/students";
import { writeAudit } from "../audit/audit.ts";
import { serviceOf } from "../cases/services.ts";
import { judgeStanding, readSituation } from "../cases/situation.ts";
import type { Hall } from "../hall.ts";
import { subjectOf } from "../http/actor.ts";
import { encode } from "../http/encode.ts";
import { receiveCsv } from "../http/receive-csv.ts";
import { refuse } from "../http/refusal.ts";
import { type Route, route } from "../http/route.ts";
import { plainDay } from "../policy-shelf.ts";
import type { Prisma } from "../store/database.ts";
import { countsOf } from "./counts.ts";
import { FEEDBACK_SOURCE, importFeedback, type KeptOutcome } from "./tax-feedback.ts";

const SERVICE = "student-enrolment";

export const studentRoutes: readonly Route[] = [
  route(listEnrolledStudents, async ({ hall, actor, query, address }) => {
    const { limit, cursor, state, year } = query;
    const unitId = subjectOf(actor);
    const read = await readSituation(hall, serviceOf(SERVICE), unitId);
    if (!read) return refuse("not-found");
    const { outcome, findings } = judgeStanding(serviceOf(SERVICE), read);
    if (outcome !== "open") {
      return refuse("rule-refuses", undefined, { findings: encode(findings) as FindingJson[] });
    }
    const ofYear = { unitId, ...(year === undefined ? {} : { year }) };
    const rows = await hall.db.studentEnrolment.findMany({
      where: { ...ofYear, ...(state === undefined ? {} : { state }) },
      orderBy: [{ enrolledOn: "desc" }, { classCode: "asc" }, { name: "asc" }, { id: "asc" }],
      take: limit + 1,
      ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
    });
    const page = rows.slice(0, limit);
    await writeAudit(hall, {
      actor,
      action: "query.make",
      subjectId: unitId,
      detail: { service: SERVICE, view: "students", rows: page.length },
      address,
    });
    const classes = new Map(
      read.situation.facts.school?.classes.map(({ code, name }) => [code, name]),
    );
    return {
      items: page.map((row) => studentJson(hall, row, classes)),
      nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
      counts: await countsOf(hall, ofYear),
    };
  }),
  route(importTaxFeedback, async ({ hall, actor, request, address }) => {
    const bytes = await receiveCsv(request, LIST_FILE_LIMIT);
    return "refusal" in bytes ? bytes : importFeedback(hall, actor, bytes, address);
  }),
  route(listTaxFeedback, async ({ hall }) => {
    const rows = await hall.db.inboundMessage.findMany({
      where: { source: FEEDBACK_SOURCE },
      orderBy: { receivedAt: "desc" },
      take: 100,
      omit: { body: true },
    });
    return {
      items: rows.map(({ id, receivedAt, outcome }) => ({
        id,
        receivedAt,
        paid: (outcome as unknown as KeptOutcome).paid,
      })),
    };
  }),
];

type Row = Prisma.StudentEnrolmentGetPayload<object>;

/** Numbers are masked on the screen; the school has them in full in its own papers. */
function studentJson({ cipher }: Hall, row: Row, classes: ReadonlyMap<string, string>) {
  const state = enrolmentStates.find((each) => each === row.state);
  if (!state) throw new Error(`an enrolment is ${row.state}`);
  return {
    id: row.id,
    year: row.year,
    name: row.name,
    maskedIdentityNumber: maskIdentityNumber(cipher.open(row.identityCipher)),
    classCode: row.classCode,
    className: classes.get(row.classCode) ?? row.classCode,
    guardian: row.guardian,
    maskedMobile: maskMobile(cipher.open(row.mobileCipher)),
    state,
    stateName: enrolmentStateNames[state],
    premiumFen: row.premiumFen,
    payBy: plainDay(row.payBy),
    paidOn: row.paidOn && plainDay(row.paidOn),
    enrolledOn: plainDay(row.enrolledOn),
    applicationNumber: row.applicationNumber,
  };
}
