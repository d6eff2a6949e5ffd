import { insuranceNames, totalsOf } from "../../contributions.ts";
import { formatMonth } from "../../dates.ts";
import { type Figure, text } from "../../figures.ts";
import { participantOnRecord } from "../../participant-words.ts";
import type { CertificateSituation } from "./input.ts";

/** Who it is, and how long what was paid. */
export function onRecord({ facts }: CertificateSituation): readonly Figure[] {
  return [
    ...participantOnRecord(facts.participant),
    ...totalsOf(facts.contributions).map(({ insurance, months, last }) =>
      text(insuranceNames[insurance], `累计 ${months} 个月，最近一次 ${formatMonth(last)}`),
    ),
  ];
}
