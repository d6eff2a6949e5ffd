import { matterNames, remainingMonths, waitingMatters } from "../../benefits.ts";
import { formatDay, formatMonth } from "../../dates.ts";
import { formatYuan } from "../../fen.ts";
import { count, type Figure, text } from "../../figures.ts";
import { participantOnRecord } from "../../participant-words.ts";
import { monthsToRefund, type RefundSituation } from "./input.ts";

/** Own data, month by month what has to be paid back and why, and what waits for it (UBR-2, UBR-8). */
export function onRecord(situation: RefundSituation): readonly Figure[] {
  const { facts } = situation;
  const running = facts.benefitPlans.find(({ endedOn }) => endedOn === null);
  return [
    ...participantOnRecord(facts.participant),
    ...(running ? [count("本期还可领取", remainingMonths(running), "个月")] : []),
    ...monthsToRefund(situation).map(({ month, totalFen, causes }) =>
      text(
        formatMonth(month.month),
        `应退 ${formatYuan(totalFen)} 元：${causes.map(({ words }) => words).join("；")}`,
      ),
    ),
    ...waitingMatters(facts).map(({ kind, party, since }) =>
      text(
        "等待退支后继续",
        `${matterNames[kind]}${party ? `（${party}）` : ""}，${formatDay(since)}提出`,
      ),
    ),
  ];
}
