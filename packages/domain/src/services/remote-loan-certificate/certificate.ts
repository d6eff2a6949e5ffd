import { totalsOf } from "../../contributions.ts";
import { formatDay, formatMonth } from "../../dates.ts";
import { formatYuan, sumFen } from "../../fen.ts";
import { accountKindNames, accountStatusNames } from "../../housing-accounts.ts";
import { maskIdentityNumber } from "../../masks.ts";
import type { Paper, Section } from "../../paper.ts";
import { schemeNames } from "../../participant-words.ts";
import type { CaseRequest } from "../../service.ts";
import {
  certificateKind,
  certifiedAccount,
  depositRun,
  type LoanCertificateInput,
  type LoanCertificateNeeds,
  type LoanCertificateSituation,
  validUntil,
} from "./input.ts";

type Decided = CaseRequest<LoanCertificateNeeds, LoanCertificateInput>;

/** What the other fund centre needs to know of the account and of loans here. */
export function loanCertificate(asked: Decided): Paper {
  const { facts, input, policy, today } = asked;
  return {
    kind: certificateKind,
    title: "异地贷款职工住房公积金缴存证明",
    holderName: facts.participant.name,
    sections: [
      { type: "paragraphs", paragraphs: [`${input.centreName}：`], indent: false },
      {
        type: "paragraphs",
        paragraphs: [
          `${facts.participant.name}在我中心缴存住房公积金，因在${input.city}购买自住住房，拟向贵中心申请住房公积金贷款。其缴存和贷款情况如下，请予核实办理。`,
        ],
      },
      holderSection(asked),
      depositSection(asked),
      loanSection(asked),
    ],
    notes: [
      `本证明自开具之日起${policy.on("remoteLoan.validMonths", today)}个月内有效，${formatDay(validUntil(asked))}前（含当日）可以扫描二维码验证。`,
      "本证明反映出具当日的记录，同一职工一个自然月只开具一次；贵中心发放贷款后，请告知我中心。",
    ],
    validUntil: validUntil(asked),
  };
}

function holderSection({ facts: { participant }, input }: Decided): Section {
  return {
    type: "facts",
    heading: "一、职工信息",
    facts: [
      { label: "姓名", value: participant.name },
      { label: "个人编号", value: participant.personalNumber },
      { label: "证件号码", value: maskIdentityNumber(participant.identityNumber) },
      { label: "参保方式", value: schemeNames[participant.scheme] },
      { label: "缴存单位", value: participant.unit?.name ?? "", wide: true },
      { label: "贵中心联系", value: `${input.contactName}，${input.contactPhone}`, wide: true },
    ],
  };
}

function depositSection(asked: Decided): Section {
  const account = certifiedAccount(asked);
  const deposits = depositsOf(asked);
  return {
    type: "facts",
    heading: "二、缴存情况",
    facts: [
      { label: "个人账号", value: account.number },
      {
        label: "账户状态",
        value: `${accountKindNames[account.kind]}，${accountStatusNames[account.status]}`,
      },
      { label: "开户日期", value: formatDay(account.openedOn) },
      { label: "最近缴存月份", value: deposits ? formatMonth(deposits.last) : "" },
      { label: "累计缴存", value: `${deposits?.months ?? 0} 个月` },
      { label: "连续缴存", value: `${deposits?.unbroken ?? 0} 个月` },
      {
        label: "缴存基数",
        value: account.baseFen === null ? "" : `${formatYuan(account.baseFen)} 元`,
      },
      { label: "月缴存额", value: deposits ? `${formatYuan(deposits.monthlyFen)} 元` : "" },
      { label: "账户余额", value: `${formatYuan(account.balanceFen)} 元`, wide: true },
    ],
  };
}

function loanSection({ facts: { housingLoan: loan } }: Decided): Section {
  const record = loan?.settledOn
    ? `最近一笔为${formatDay(loan.paidOutOn)}发放的贷款（${loan.role === "main" ? "主借款人" : "共同借款人"}，${formatYuan(loan.principalFen)} 元），已于${formatDay(loan.settledOn)}结清；没有未结清的贷款。`
    : "没有住房公积金贷款记录。";
  return {
    type: "facts",
    heading: "三、在园区的住房公积金贷款",
    columns: 1,
    facts: [{ label: "贷款记录", value: record }],
  };
}

/** The housing fund's payments in figures; null where nothing was ever paid. */
export function depositsOf({ facts, today, policy }: LoanCertificateSituation) {
  const rows = facts.contributions.filter((row) => row.insurance === "housing");
  const total = totalsOf(rows)[0];
  if (!total) return null;
  const newest = rows.filter(({ month }) => month.equals(total.last));
  return {
    months: total.months,
    last: total.last,
    unbroken: depositRun(rows, today, policy).unbroken,
    monthlyFen: sumFen(newest.flatMap(({ personalFen, unitFen }) => [personalFen, unitFen])),
  };
}
