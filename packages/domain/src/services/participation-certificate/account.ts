import { insuranceNames, lastTwelveMonths, paidIn, totalsOf } from "../../contributions.ts";
import { compareMonths, type Day, isSameMonth, type Month, monthsFromTo } from "../../dates.ts";
import type { Contribution } from "../../facts.ts";
import { type Fen, sumFen } from "../../fen.ts";
import { accountKindNames, accountStatusNames } from "../../housing-accounts.ts";
import { maskIdentityNumber } from "../../masks.ts";
import { schemeNames, statusNames } from "../../participant-words.ts";
import type { CertificateSituation } from "./input.ts";

/** 员工账户查询: where the person stands, what was paid last, and what lies in the accounts. */
export interface AccountView {
  readonly asOf: Day;
  readonly person: {
    readonly name: string;
    readonly personalNumber: string;
    readonly maskedIdentityNumber: string;
    readonly schemeName: string;
    readonly statusName: string;
    readonly statusSince: Month;
    readonly unitName: string | null;
  };
  /** The latest month with a payment; null where nothing was ever paid. */
  readonly latest: {
    readonly month: Month;
    readonly rows: readonly ContributionShown[];
    readonly totalFen: Fen;
  } | null;
  /** The last twelve months, those without a payment too, the oldest first. */
  readonly months: readonly {
    readonly month: Month;
    readonly personalFen: Fen;
    readonly unitFen: Fen;
  }[];
  /** Since the beginning, by insurance. */
  readonly totals: readonly {
    readonly insuranceName: string;
    readonly first: Month;
    readonly last: Month;
    readonly months: number;
  }[];
  readonly housing: {
    readonly number: string;
    readonly kindName: string;
    readonly statusName: string;
    readonly sealedOn: Day | null;
    readonly baseFen: Fen | null;
    readonly balanceFen: Fen;
    readonly interestUpTo: Day;
    /** Number of the open case that has the balance frozen. */
    readonly frozenBy: string | null;
  } | null;
  /** 原公积金账户, where there is one. */
  readonly legacy: { readonly number: string; readonly balanceFen: Fen } | null;
}

export interface ContributionShown {
  readonly insuranceName: string;
  readonly baseFen: Fen;
  readonly personalFen: Fen;
  readonly unitFen: Fen;
  readonly payer: string;
}

export function account(situation: CertificateSituation): AccountView {
  const { facts, today } = situation;
  const { participant, legacyAccount } = facts;
  return {
    asOf: today,
    person: {
      name: participant.name,
      personalNumber: participant.personalNumber,
      maskedIdentityNumber: maskIdentityNumber(participant.identityNumber),
      schemeName: schemeNames[participant.scheme],
      statusName: statusNames[participant.status],
      statusSince: participant.statusSince,
      unitName: participant.unit?.name ?? null,
    },
    latest: latestOf(facts.contributions),
    months: monthsOf(facts.contributions, today),
    totals: totalsOf(facts.contributions).map(({ insurance, first, last, months }) => ({
      insuranceName: insuranceNames[insurance],
      first,
      last,
      months,
    })),
    housing: housingOf(situation),
    legacy: legacyAccount && {
      number: legacyAccount.number,
      balanceFen: legacyAccount.balanceFen,
    },
  };
}

function latestOf(contributions: readonly Contribution[]): AccountView["latest"] {
  const month = contributions
    .map((row) => row.month)
    .toSorted(compareMonths)
    .at(-1);
  if (month === undefined) return null;
  const rows = paidIn(contributions, { from: month, to: month });
  return {
    month,
    rows: rows.map(({ insurance, baseFen, personalFen, unitFen, payer }) => ({
      insuranceName: insuranceNames[insurance],
      baseFen,
      personalFen,
      unitFen,
      payer,
    })),
    totalFen: sumFen(rows.flatMap(({ personalFen, unitFen }) => [personalFen, unitFen])),
  };
}

function monthsOf(contributions: readonly Contribution[], today: Day): AccountView["months"] {
  const range = lastTwelveMonths(today);
  const rows = paidIn(contributions, range);
  return monthsFromTo(range.from, range.to).map((month) => {
    const own = rows.filter((row) => isSameMonth(row.month, month));
    return {
      month,
      personalFen: sumFen(own.map((row) => row.personalFen)),
      unitFen: sumFen(own.map((row) => row.unitFen)),
    };
  });
}

function housingOf({ facts: { housingAccount } }: CertificateSituation): AccountView["housing"] {
  if (housingAccount === null) return null;
  const { number, kind, status, sealedOn, baseFen, balanceFen, interestUpTo, frozenBy } =
    housingAccount;
  return {
    number,
    kindName: accountKindNames[kind],
    statusName: accountStatusNames[status],
    sealedOn,
    baseFen,
    balanceFen,
    interestUpTo,
    frozenBy,
  };
}
