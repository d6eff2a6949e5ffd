import type { ApplicationJson } from "@hall/contracts/applications";
import type { Hall } from "../hall.ts";
import { type CaseView, present } from "./present.ts";

/** A case by the calendar of now: a year that was released meanwhile counts. */
export async function presentNow(hall: Hall, view: CaseView): Promise<ApplicationJson> {
  const { calendar } = await hall.policy.at();
  return present(view, calendar);
}
