import type { CounterCaseJson } from "@hall/contracts/backoffice/counter-cases";
import type { Day } from "@hall/domain/dates";
import { maskName } from "@hall/domain/masks";
import { counterOutcomeNames } from "@hall/domain/progress";
import { dueMark } from "../backoffice/review-queue.ts";
import { instantText } from "../clock.ts";
import type { KeptCounterCase, KeptStep } from "../store/counter-cases.ts";
import { asDate } from "../store/database.ts";

export type CounterSummary = Omit<CounterCaseJson, "steps">;

/** @param ownPersonId whoever asks, where they are insured here themselves */
export function summaryOf(
  { person, finishedAt, acceptedAt, dueOn, ...row }: KeptCounterCase,
  today: Day,
  ownPersonId: string | null,
): CounterSummary {
  const due = dueOn && asDate(dueOn);
  return {
    ...row,
    personalNumber: person.personalNumber,
    maskedName: maskName(person.name),
    acceptedAt: instantText(acceptedAt),
    dueOn: dueOn?.toString() ?? null,
    mark: finishedAt ? null : dueMark({ state: "submitted", dueOn: due, pausedOn: null }, today),
    outcomeName: row.outcome && counterOutcomeNames[row.outcome],
    finishedAt: finishedAt && instantText(finishedAt),
    isOwn: person.id === ownPersonId,
  };
}

export function stepJson(
  { no, title, note, staffId, at }: KeptStep,
  names: ReadonlyMap<string, string>,
): CounterCaseJson["steps"][number] {
  const staffName = staffId === null ? null : (names.get(staffId) ?? null);
  return { no, title, note, staffName, at: instantText(at) };
}
