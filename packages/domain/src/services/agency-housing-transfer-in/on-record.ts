import { formatDay, formatMonth } from "../../dates.ts";
import { formatYuan } from "../../fen.ts";
import { type Figure, money, text } from "../../figures.ts";
import { accountStatusNames } from "../../housing-accounts.ts";
import { participantOnRecord } from "../../participant-words.ts";
import { type AgencyTransferSituation, movable } from "./input.ts";

/** Own data, the account here, what can be moved, and what has come in already. */
export function onRecord(situation: AgencyTransferSituation): readonly Figure[] {
  const { participant, housingAccount: account, housingTransfersIn } = situation.facts;
  return [
    ...participantOnRecord(participant),
    ...(account
      ? [
          text("园区公积金账号", account.number),
          text("账户状态", accountStatusNames[account.status]),
          money("账户余额", account.balanceFen),
        ]
      : []),
    ...movable(situation).map(({ centre, accountNumber, employer, from, to }) =>
      text(
        "可以转入",
        `${centre} ${accountNumber}，${employer}，${formatMonth(from)}至${formatMonth(to)}`,
      ),
    ),
    ...housingTransfersIn.map(({ centre, amountFen, months, receivedOn, postedOn }) =>
      text(
        "已收到的转入",
        `${centre} ${formatYuan(amountFen)} 元、缴存 ${months} 个月，${formatDay(receivedOn)}到账，${postedOn ? `${formatDay(postedOn)}入账` : "没有入账"}`,
      ),
    ),
  ];
}
