import type { PolicyKeyJson, PolicyValueJson } from "@hall/contracts/backoffice/policy";
import { calendarYearOf, neededCalendarYears } from "@hall/domain/calendar-years";
import type { Day } from "@hall/domain/dates";
import type { Provision } from "@hall/domain/findings";
import { isInForce, type PolicyKey } from "@hall/domain/policy";
import { policyName } from "@hall/domain/policy-names";
import { policyValueText } from "@hall/domain/policy-words";
import { type AnyService, registry } from "../cases/services.ts";
import { instantText } from "../clock.ts";
import { type PolicyRow, plainDay, policyEntryOf } from "../policy-shelf.ts";

export function presentValue(
  row: PolicyRow,
  today: Day,
  names: ReadonlyMap<string, string>,
  staffId: string,
): PolicyValueJson {
  const entry = policyEntryOf(row);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ""));
  return {
    id: row.id,
    key: row.key,
    from: entry.from.toString(),
    until: entry.until?.toString() ?? null,
    value: row.value,
    words: policyValueText(entry.key, entry.value),
    mark: entry.mark,
    source: row.source,
    state: stateOf(row, today),
    preparedBy: nameOf(row.preparedBy),
    releasedBy: nameOf(row.releasedBy),
    releasedAt: row.releasedAt && instantText(row.releasedAt),
    isMine: row.preparedBy === staffId,
  };
}

function stateOf(row: PolicyRow, today: Day): PolicyValueJson["state"] {
  if (row.state === "prepared") return "prepared";
  if (isInForce(policyEntryOf(row), today)) return "in-force";
  return plainDay(row.fromDay).toString() > today.toString() ? "coming" : "past";
}

/** How a parameter stands by its values: what is needed now must have one in force or coming. */
export function standingOf(
  key: string,
  values: readonly Pick<PolicyValueJson, "state">[],
  today: Day,
): PolicyKeyJson["standing"] {
  const has = (sought: PolicyValueJson["state"]) => values.some(({ state }) => state === sought);
  if (has("in-force")) return "held";
  if (has("coming")) return "coming";
  const year = calendarYearOf(key);
  if (year === null || neededCalendarYears(today).includes(year)) return "missing";
  return year < today.year ? "over" : "coming";
}

/** What a parameter is called; a clock by the service and the step whose it is. */
export const keyName = (key: string): string => clockNames.get(key) ?? policyName(key as PolicyKey);

const clockNames: ReadonlyMap<string, string> = new Map(
  registry.flatMap(([, service]) =>
    service.kind !== "application"
      ? []
      : service.process.flatMap((stage, index): [string, string][] => {
          if (!("clock" in stage) || stage.clock === null) return [];
          const step = stage.kind === "await" ? `等待${stage.party}` : "审核";
          return [[stage.clock, `${service.name}：第 ${index + 1} 步${step}的时限`]];
        }),
  ),
);

/** The rules of all services that read a key, as they say themselves (POL-2). */
export function readersOf(key: string): PolicyKeyJson["readBy"] {
  return registry.flatMap(([code, service]) =>
    provisionsOf(service)
      .filter(({ reads }) => (reads ?? []).some((read) => read === key))
      .map(({ code: rule, words }) => ({ service: code, serviceName: service.name, rule, words })),
  );
}

function provisionsOf(service: AnyService): readonly Provision[] {
  const request = service.kind === "application" ? Object.values(service.request) : [];
  return [...Object.values(service.standing), ...request, ...Object.values(service.provisions)];
}
