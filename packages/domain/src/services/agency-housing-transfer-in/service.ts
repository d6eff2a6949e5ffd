import { formatMonth } from "../../dates.ts";
import { text } from "../../figures.ts";
import { house } from "../../findings.ts";
import { paidSteadily } from "../../housing-transfer-rules.ts";
import { transferInStages } from "../../housing-transfers.ts";
import { defineService } from "../../service.ts";
import { guide } from "./guide.ts";
import { type AgencyTransferInput, chosen, left, movable } from "./input.ts";
import { onRecord } from "./on-record.ts";
import {
  accountIsKnown,
  accountIsOpen,
  hasFundElsewhere,
  isAgencyParticipant,
  source,
} from "./standing.ts";

export const agencyHousingTransferIn = defineService<AgencyTransferInput>()({
  code: "agency-housing-transfer-in",
  number: 35,
  name: "机关住房公积金转入",
  audience: "person",
  menu: ["在线业务受理", "大市外机关住房公积金转入"],
  guide,
  needs: [
    "participant",
    "contributions",
    "housingAccount",
    "housingFundsElsewhere",
    "housingTransfersIn",
  ],
  onRecord,
  standing: {
    isAgencyParticipant,
    accountIsOpen,
    hasFundElsewhere,
    paidSteadily: paidSteadily("AHI-4", house("与大市外转入同一条件，截至上月按月核对")),
  },
  request: { accountIsKnown },
  provisions: {
    letterWithinThreeDays: {
      code: "AHI-1",
      words: "资料齐全的，中心在规定的工作日内生成联系函，上传到全国住房公积金异地转移接续平台",
      citation: source,
      reads: ["clock.agency-housing-transfer-in.letter"],
    },
    otherSideHasFiveDays: {
      code: "AHI-2",
      words: "转出地在规定的工作日内上传账户信息表并划转资金，或者告知原因，由中心转告本人",
      citation: source,
      reads: ["clock.agency-housing-transfer-in.reply"],
    },
    postedWithinThreeDays: {
      code: "AHI-3",
      words: "中心收到信息表和资金后，在规定的工作日内审核入账",
      citation: source,
      reads: ["clock.agency-housing-transfer-in.posting"],
    },
  },
  choices: (situation) => ({
    accountNumber: movable(situation).map(({ centre, accountNumber, employer, from, to }) => ({
      value: accountNumber,
      label: centre,
      note: `账号 ${accountNumber}，${employer}，${formatMonth(from)}至${formatMonth(to)}缴存`,
    })),
  }),
  defaults: (situation) => {
    const [first, ...others] = movable(situation);
    return first && others.length === 0 ? { accountNumber: first.accountNumber } : {};
  },
  quote: (asked) => {
    const account = chosen(asked);
    return {
      figures: account
        ? [
            text("转出地中心", account.centre),
            text("转出账号", account.accountNumber),
            text("转出地单位", account.employer),
            text("转入账户", asked.facts.housingAccount?.number ?? ""),
            text("转入金额", "以转出地的账户信息表和到账资金为准"),
          ]
        : [],
      lines: [],
      total: null,
      months: [],
    };
  },
  consequence: (asked) =>
    `提交后，中心向${chosen(asked)?.centre ?? "转出地中心"}发联系函；转出后那里的账户由对方销户，余额转入您的园区账户，不能退回。`,
  object: ({ input }) => input.accountNumber,
  process: transferInStages({
    left,
    clocks: {
      letter: "clock.agency-housing-transfer-in.letter",
      reply: "clock.agency-housing-transfer-in.reply",
      posting: "clock.agency-housing-transfer-in.posting",
    },
    codes: { match: "AHI-4", received: "AHI-3" },
    source,
  }),
});
