import { chineseCapitals } from "../../chinese-capitals.ts";
import { type Day, formatDay } from "../../dates.ts";
import { formatRate, formatYuan } from "../../fen.ts";
import { payoutNames, type Settlement } from "../../housing-accounts.ts";
import { maskIdentityNumber } from "../../masks.ts";
import type { Paper, Section } from "../../paper.ts";
import { regionName } from "../../region-codes.ts";
import type { CaseRequest } from "../../service.ts";
import { decidedOn, type SealedNeeds, type SealedWithdrawalInput } from "./input.ts";

type Decided = CaseRequest<SealedNeeds, SealedWithdrawalInput>;

/** What was approved: account, interest with its workings, sum, and where it is paid. */
export function withdrawalReport(asked: Decided, settlement: Settlement): Paper {
  return {
    kind: "sealed-withdrawal-report",
    title: "封存住房公积金账户提取业务凭证",
    holderName: asked.facts.participant.name,
    sections: [
      applicationSection(asked),
      interestSection(settlement),
      amountSection(settlement),
      payoutSection(asked),
    ],
    notes: [
      `利息算到审核通过的${formatDay(asked.today)}，当天不计；之后到银行付款为止不再计息。`,
      "款项到账之日账户销户。银行退回的，款项退回原账户，核对收款账户后再付。",
    ],
  };
}

function applicationSection(asked: Decided): Section {
  const { facts, input, today } = asked;
  const { account } = decidedOn(asked);
  const region = regionName({ code: input.householdRegion, inPark: false }) ?? "";
  const address = input.householdAddress.trim();
  return {
    type: "facts",
    heading: "一、申请人和账户",
    facts: [
      { label: "姓名", value: facts.participant.name },
      { label: "个人编号", value: facts.participant.personalNumber },
      { label: "证件号码", value: maskIdentityNumber(facts.participant.identityNumber) },
      { label: "办件编号", value: asked.applicationNumber },
      { label: "公积金账号", value: account.number },
      { label: "封存日期", value: writtenDay(account.sealedOn) },
      { label: "审核通过", value: formatDay(today) },
      { label: "提取类别", value: "封存账户销户提取" },
      {
        label: "户籍地址",
        value: address.startsWith(region) ? address : `${region}${address}`,
        wide: true,
      },
    ],
  };
}

function interestSection(settlement: Settlement): Section {
  return {
    type: "table",
    heading: "二、结清利息",
    columns: [
      { title: "起息日", weight: 3 },
      { title: "止息日（不含）", weight: 3 },
      { title: "天数", weight: 1.4, align: "right" },
      { title: "余额（元）", weight: 3, align: "right" },
      { title: "年利率", weight: 1.6, align: "right" },
      { title: "利息（元）", weight: 2.4, align: "right" },
    ],
    rows: settlement.lines.map((line) => [
      formatDay(line.from),
      formatDay(line.to),
      String(line.days),
      formatYuan(line.balanceFen),
      formatRate(line.rate),
      formatYuan(line.interestFen),
    ]),
    totals: [["合计", "", "", "", "", formatYuan(settlement.interestFen)]],
  };
}

function amountSection({ balanceFen, interestFen, totalFen }: Settlement): Section {
  return {
    type: "facts",
    heading: "三、提取金额",
    columns: 1,
    facts: [
      { label: "账户余额", value: `￥${formatYuan(balanceFen)}` },
      { label: "结清利息", value: `￥${formatYuan(interestFen)}` },
      { label: "提取合计", value: `￥${formatYuan(totalFen)}` },
      { label: "大写金额", value: chineseCapitals(totalFen) },
    ],
  };
}

function payoutSection(asked: Decided): Section {
  const { payout } = decidedOn(asked);
  return {
    type: "facts",
    heading: "四、收款账户",
    columns: 1,
    facts: [
      { label: "户名", value: asked.facts.participant.name },
      { label: "账户种类", value: payoutNames[asked.input.payee] },
      { label: "开户银行", value: payout.bank },
      { label: "账号", value: payout.maskedNumber },
    ],
  };
}

const writtenDay = (date: Day | null): string => (date ? formatDay(date) : "—");
