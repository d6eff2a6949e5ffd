import {
  addMonths,
  addMonthsClamped,
  type Day,
  day,
  isSameMonth,
  month,
  monthOf,
} from "../dates.ts";
import type { HousingLoan } from "../facts.ts";
import { fen } from "../fen.ts";
import type { HousingFundElsewhere } from "../housing-transfers.ts";
import type { CounterCase } from "../progress.ts";
import { counterCasesOfP3 } from "./counter-cases.ts";
import { cloneOf, nothingElse, type PersonPersona } from "./persona.ts";
import {
  agencyInsurances,
  enterpriseInsurances,
  housingAccountOn,
  type LoanTaken,
  lastMonthPaidByUnit,
  loanOn,
  paidByUnit,
  settledLoan,
} from "./records.ts";

/** P2: thirty months with an enterprise; her spouse was the main borrower of their loan. */
export const p2: PersonPersona = {
  kind: "person",
  shows: "企业甲类参保30个月，共同借的住房公积金贷款已结清：异地贷款证明；贷款查询被拒",
  facts: (today) => {
    const to = lastMonthPaidByUnit(today);
    const from = addMonths(to, -29);
    const contributions = paidByUnit({
      payer: "测试科技",
      from,
      to,
      baseFen: () => fen(1_280_000),
      insurances: enterpriseInsurances,
      housingEach: "0.08",
    });
    return {
      ...nothingElse,
      participant: {
        personalNumber: "P0000002",
        name: "测甲一",
        identityNumber: "341299198607209926",
        sex: "female",
        birthDate: day("1986-07-20"),
        scheme: "enterprise-a",
        status: "normal",
        statusSince: from,
        unit: { code: "U0000001", name: "测试科技" },
        household: { region: "320571", kind: "urban", address: "苏州工业园区东沙湖路 8 号" },
        mobile: "13800000002",
        womenRetireAt: 55,
      },
      contributions,
      housingAccount: housingAccountOn(today, {
        number: "8050000002",
        openedOn: from.toPlainDate({ day: 15 }),
        sealedOn: null,
        balanceThenFen: fen(2_945_660),
        contributions,
      }),
      payoutAccounts: {
        citizenCard: { bank: "苏州银行", maskedNumber: "6228 **** **** 0029", verified: true },
        boundCard: null,
      },
      housingLoan: settledLoan(
        {
          ...sharedLoan,
          role: "co-borrower",
          number: "GD0000002",
          property: "苏州工业园区东沙湖路 8 号 3 幢 501 室",
          paidOutOn: addMonthsClamped(today, -14),
        },
        addMonthsClamped(today, -2),
      ),
    };
  },
};

/** P2 for whom nothing was paid in the month three months ago, and who never took a loan. */
export const p2Gap = cloneOf(
  p2,
  "P0000131",
  "测甲二",
  "341299198607209942",
  "企业甲类参保，三个月前漏缴一个月：异地贷款证明被拒",
  (facts, today) => {
    const gap = addMonths(monthOf(today), -3);
    const contributions = facts.contributions.filter((paid) => !isSameMonth(paid.month, gap));
    return {
      contributions,
      housingAccount: housingAccountOn(today, {
        number: "8050000131",
        openedOn: facts.housingAccount?.openedOn ?? today,
        sealedOn: null,
        balanceThenFen: fen(2_745_660),
        contributions,
      }),
      housingLoan: null,
    };
  },
);

/** P2 under the other plan, in which the housing fund is a choice; never took a loan. */
export const p2ClassB = cloneOf(
  p2,
  "P0000136",
  "测甲三",
  "341299198607209969",
  "企业乙类参保、有住房公积金，没有贷款：异地贷款证明",
  ({ participant, housingAccount }) => ({
    participant: { ...participant, scheme: "enterprise-b" },
    housingAccount: housingAccount && { ...housingAccount, number: "8050000136" },
    housingLoan: null,
  }),
);

/** The loan of P3: combined, even instalments, taken out two and a half years ago. */
const sharedLoan: Omit<LoanTaken, "paidOutOn"> = {
  role: "main",
  number: "GD0000003",
  bank: "中国建设银行",
  kind: "combined",
  property: "苏州工业园区钟园路 100 号 6 幢 1203 室",
  principalFen: fen(60_000_000),
  termMonths: 240,
  method: "equal-instalment",
  home: "first",
  paidLate: [7],
};

/** Paid in Nanjing before the park, and never moved. */
export const inNanjing = (accountNumber: string): HousingFundElsewhere => ({
  centre: "南京住房公积金管理中心",
  accountNumber,
  employer: "南京测试机关",
  inGreaterSuzhou: false,
  from: month("2011-03"),
  to: month("2015-12"),
  transferredOn: null,
});

/** P3: an agency participant of more than ten years, main borrower of a park loan. */
export const p3 = agencyBorrower({
  personalNumber: "P0000003",
  name: "测机一",
  identityNumber: "320599197809099961",
  shows: "机关事业单位参保10年以上，组合贷款主借款人：贷款查询、参保明细",
  loan: (today) => loanOn(today, { ...sharedLoan, paidOutOn: addMonthsClamped(today, -30) }),
  counterCases: counterCasesOfP3,
  housingFundsElsewhere: [inNanjing("NJ0000003")],
});

/** P3 with a small loan over five years, paid back in even parts of principal. */
export const p3EqualPrincipal = agencyBorrower({
  personalNumber: "P0000111",
  name: "测机二",
  identityNumber: "320599197809099945",
  shows: "等额本金、五年期公积金贷款的主借款人：贷款查询",
  loan: (today) =>
    loanOn(today, {
      ...sharedLoan,
      number: "GD0000111",
      bank: "苏州银行",
      kind: "housing-fund",
      property: "苏州工业园区现代大道 88 号 2 幢 704 室",
      principalFen: fen(20_000_000),
      termMonths: 60,
      method: "equal-principal",
      paidOutOn: addMonthsClamped(today, -26),
      paidLate: [],
    }),
});

interface AgencyBorrower {
  readonly personalNumber: string;
  readonly name: string;
  readonly identityNumber: string;
  readonly shows: string;
  readonly loan: (today: Day) => HousingLoan;
  readonly counterCases?: (today: Day) => readonly CounterCase[];
  readonly housingFundsElsewhere?: readonly HousingFundElsewhere[];
}

function agencyBorrower(person: AgencyBorrower): PersonPersona {
  return {
    kind: "person",
    shows: person.shows,
    facts: (today) => {
      const contributions = paidByUnit({
        payer: "测试机关",
        from: month("2016-01"),
        to: lastMonthPaidByUnit(today),
        baseFen: ({ year }) => fen(600_000 + (year - 2016) * 60_000),
        insurances: agencyInsurances,
        housingEach: "0.12",
      });
      return {
        ...nothingElse,
        participant: {
          personalNumber: person.personalNumber,
          name: person.name,
          identityNumber: person.identityNumber,
          sex: "female",
          birthDate: day("1978-09-09"),
          scheme: "agency",
          status: "normal",
          statusSince: month("2016-01"),
          unit: { code: "U0000002", name: "测试机关" },
          household: { region: "320571", kind: "urban", address: "苏州工业园区钟园路 100 号" },
          mobile: "13800000003",
          womenRetireAt: 55,
        },
        contributions,
        housingAccount: housingAccountOn(today, {
          number: `805${person.personalNumber.slice(1)}`,
          openedOn: day("2016-01-15"),
          sealedOn: null,
          balanceThenFen: fen(8_816_402),
          contributions,
        }),
        payoutAccounts: {
          citizenCard: { bank: "苏州银行", maskedNumber: "6228 **** **** 0036", verified: true },
          boundCard: null,
        },
        housingLoan: person.loan(today),
        counterCases: person.counterCases?.(today) ?? [],
        housingFundsElsewhere: person.housingFundsElsewhere ?? [],
      };
    },
  };
}
