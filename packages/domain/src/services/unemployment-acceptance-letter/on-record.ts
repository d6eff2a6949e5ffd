import { formatMonth } from "../../dates.ts";
import { count, dayFigure, type Figure, text } from "../../figures.ts";
import { participantOnRecord } from "../../participant-words.ts";
import {
  type AcceptanceLetterSituation,
  lettersOf,
  parkMonths,
  reasonNames,
  transferable,
} from "./input.ts";

/** Who it is, what was paid here and until when, how it ended, and what lies elsewhere (UAL-2). */
export function onRecord({ facts, today }: AcceptanceLetterSituation): readonly Figure[] {
  const { participant, separation } = facts;
  const park = parkMonths(facts.contributions);
  return [
    ...participantOnRecord(participant),
    text(
      "园区失业保险",
      park ? `累计 ${park.months} 个月，缴到${formatMonth(park.last)}` : "没有缴费",
    ),
    ...(park ? [text("最后一家单位", `${park.lastPayer}，${park.monthsWithLastPayer} 个月`)] : []),
    ...(separation
      ? [
          dayFigure("离职日期", separation.leftOn),
          text("离职原因", reasonNames[separation.reason]),
          separation.registeredOn
            ? dayFigure("失业登记", separation.registeredOn)
            : text("失业登记", "没有登记"),
        ]
      : []),
    ...transferable(facts.unemploymentElsewhere).map(({ agency, months }) =>
      text("区外可转移", `${agency}，${months} 个月`),
    ),
    count("今天已开具", lettersOf(facts.issuedPapers, today).length, "份"),
  ];
}
