import { formatMonth } from "../../dates.ts";
import type { Participant, UnemploymentElsewhere } from "../../facts.ts";
import { isInGreaterSuzhou, regionOf } from "../../region-codes.ts";
import type { Choice } from "../../service.ts";
import { type AcceptanceLetterSituation, relationKindNames, transferable } from "./input.ts";

/** The agencies that can be left, each with what lies there. */
export function choices({ facts }: AcceptanceLetterSituation): Record<string, readonly Choice[]> {
  return {
    relation: transferable(facts.unemploymentElsewhere).map((record) => ({
      value: record.number,
      label: record.agency,
      note: noteOf(record, facts.participant),
    })),
  };
}

function noteOf(record: UnemploymentElsewhere, { household }: Participant): string {
  const paid = `${relationKindNames[record.kind]}，${formatMonth(record.from)}至${formatMonth(record.to)}，${record.months}个月`;
  const mayHaveToReturn =
    record.kind === "benefit" &&
    isInGreaterSuzhou(regionOf(household.region)) &&
    !isInGreaterSuzhou(regionOf(record.region));
  return mayHaveToReturn ? `${paid}。当地规定须回户籍地统一领取的，请到中心柜面开具` : paid;
}
