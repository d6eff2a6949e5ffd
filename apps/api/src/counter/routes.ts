import {
  getCounterCase,
  listCounterCases,
  registerCounterCase,
  updateCounterCase,
} from "@hall/contracts/backoffice/counter-cases";
import { writeAudit } from "../audit/audit.ts";
import { fromCursor, pageOfRows, toCursor } from "../backoffice/cursor.ts";
import { staffNames, staffOf } from "../backoffice/staff.ts";
import { isRefusal, type Refusal, refuse } from "../http/refusal.ts";
import { type Route, route } from "../http/route.ts";
import { type CounterPlace, counterCasesPage, findCounterCase } from "../store/counter-cases.ts";
import { advance } from "./advance.ts";
import { contactRoutes } from "./contacts.ts";
import { stepJson, summaryOf } from "./present.ts";
import { register } from "./register.ts";

/** Commitment cases of the window, registered and led to their end by its staff (CPQ-5). */
export const counterRoutes: readonly Route[] = [
  route(listCounterCases, async ({ hall, actor, query, address }) => {
    const place = placeOf(query.cursor);
    if (isRefusal(place)) return place;
    const { limit, show, personalNumber } = query;
    const filter = { isOpenOnly: show === "open", personalNumber };
    const [rows, staff] = await Promise.all([
      counterCasesPage(hall, filter, limit + 1, place),
      staffOf(hall, actor),
    ]);
    const { page, nextCursor } = pageOfRows(rows, limit, ({ acceptedAt, number }) =>
      toCursor(acceptedAt.toISOString(), number),
    );
    const detail = { channel: "counter", shown: page.length };
    await writeAudit(hall, { actor, action: "case.list", detail, address });
    const today = hall.clock.now().toPlainDate();
    return { items: page.map((row) => summaryOf(row, today, staff.personId)), nextCursor };
  }),
  route(getCounterCase, async ({ hall, actor, params, address }) => {
    const taken = await findCounterCase(hall, params.number);
    if (!taken) return refuse("not-found");
    const { found, steps } = taken;
    const [staff, names] = await Promise.all([
      staffOf(hall, actor),
      staffNames(
        hall,
        steps.map(({ staffId }) => staffId),
      ),
    ]);
    await writeAudit(hall, {
      actor,
      action: "case.look",
      subjectId: found.person.id,
      reference: found.number,
      detail: { channel: "counter" },
      address,
    });
    return {
      ...summaryOf(found, hall.clock.now().toPlainDate(), staff.personId),
      steps: steps.map((step) => stepJson(step, names)),
    };
  }),
  route(registerCounterCase, register),
  route(updateCounterCase, advance),
  ...contactRoutes,
];

function placeOf(text: string | undefined): CounterPlace | Refusal | null {
  const cursor = fromCursor(text, "time", "number");
  if (cursor === null || isRefusal(cursor)) return cursor;
  const [acceptedAt = "", number = ""] = cursor;
  return { acceptedAt: new Date(acceptedAt), number };
}
