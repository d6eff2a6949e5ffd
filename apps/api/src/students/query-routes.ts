import {
  exportStudentsAdded,
  listStudentsAdded,
  summariseStudentsAdded,
} from "@hall/contracts/services/student-query";
import { maskIdentityNumber } from "@hall/domain/masks";
import {
  exportFileName,
  listingNames,
  type StudentSpan,
} from "@hall/domain/services/student-query/scope";
import { enrolmentStateNames } from "@hall/domain/students";
import type { AuditAction, AuditDetail } from "../audit/audit.ts";
import { writeAudit } from "../audit/audit.ts";
import { fromCursor, pageOfRows, toCursor } from "../backoffice/cursor.ts";
import { readForLook } from "../cases/look.ts";
import { serviceOf } from "../cases/services.ts";
import type { Read } from "../cases/situation.ts";
import { subjectOf } from "../http/actor.ts";
import { isRefusal } from "../http/refusal.ts";
import { type Call, type Route, route } from "../http/route.ts";
import { exportInTurn } from "../lists/export-in-turn.ts";
import { makeSlots } from "../lists/slots.ts";
import { asDate } from "../store/database.ts";
import { type AddedStudent, countStudentsAdded, studentsAdded } from "../store/students-added.ts";
import { listingOf, summaryOf } from "./listings.ts";
import { exportTypes, writeListing } from "./write-listing.ts";

const SERVICE = "student-query";

/** Exports under way at once, and waiting. */
const exportSlots = makeSlots(4, 16);

type SpanCall = Pick<Call<unknown, StudentSpan, unknown>, "hall" | "actor" | "query" | "address">;

/** A school's students by the day of their enrolment, in full only as a file (STQ-1 to STQ-3). */
export const studentQueryRoutes: readonly Route[] = [
  route(listStudentsAdded, async (call) => {
    const { hall, actor, query } = call;
    const read = await readForLook(hall, serviceOf(SERVICE), actor, query);
    if (isRefusal(read)) return read;
    const place = placeOf(query.cursor);
    if (isRefusal(place)) return place;
    const unitId = subjectOf(actor);
    const [rows, total] = await Promise.all([
      studentsAdded(hall, unitId, query, query.limit + 1, place),
      countStudentsAdded(hall, unitId, query),
    ]);
    const { page, nextCursor } = pageOfRows(rows, query.limit, ({ enrolledOn, id }) =>
      toCursor(enrolledOn.toString(), id),
    );
    await log(call, "query.make", { view: "students", rows: page.length });
    const classes = classesOf(read);
    return { items: page.map((row) => masked(row, classes)), nextCursor, total };
  }),
  route(summariseStudentsAdded, async (call) => {
    const { hall, actor, query } = call;
    const read = await readForLook(hall, serviceOf(SERVICE), actor, query);
    if (isRefusal(read)) return read;
    await log(call, "query.make", { view: "summary" });
    return summaryOf(hall, subjectOf(actor), query, classesOf(read));
  }),
  route(exportStudentsAdded, async (call) => {
    const { hall, actor, query } = call;
    const { listing, format } = query;
    const read = await readForLook(hall, serviceOf(SERVICE), actor, query);
    if (isRefusal(read)) return read;
    const unitId = subjectOf(actor);
    const rows = await countStudentsAdded(hall, unitId, query);
    return exportInTurn(exportSlots, async () => {
      await log(call, "list.export", { listing, format, rows });
      const contents = listingOf(hall, unitId, query, listing, classesOf(read));
      const unitName = read.situation.facts.unit.name;
      return {
        type: exportTypes[format],
        fileName: exportFileName(unitName, query, listing, format),
        write: (out) => writeListing(format, listingNames[listing], contents, out),
      };
    });
  }),
];

/** Nothing of a student but how many: the log holds no numbers and no names. */
function log(call: SpanCall, action: AuditAction, more: AuditDetail): Promise<void> {
  const { hall, actor, query, address } = call;
  return writeAudit(hall, {
    actor,
    action,
    subjectId: subjectOf(actor),
    detail: {
      service: SERVICE,
      start: query.start.toString(),
      end: query.end.toString(),
      ...more,
    },
    address,
  });
}

const classesOf = ({ situation }: Read): ReadonlyMap<string, string> =>
  new Map(situation.facts.school?.classes.map(({ code, name }) => [code, name]));

const masked = (row: AddedStudent, classes: ReadonlyMap<string, string>) => ({
  ...row,
  maskedIdentityNumber: maskIdentityNumber(row.identityNumber),
  className: classes.get(row.classCode) ?? row.classCode,
  stateName: enrolmentStateNames[row.state],
});

function placeOf(text: string | undefined) {
  const cursor = fromCursor(text, "day", "text");
  if (cursor === null || isRefusal(cursor)) return cursor;
  const [enrolledOn = "", id = ""] = cursor;
  return enrolledOn === "" ? null : { enrolledOn: asDate(enrolledOn), id };
}
