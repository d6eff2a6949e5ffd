import { addMonths, addMonthsClamped, day, isSameMonth, month, monthOf } from "../dates.ts";
import { fen } from "../fen.ts";
import { inNanjing, p3 } from "./borrowers.ts";
import { cloneOf, nothingElse, type PersonPersona } from "./persona.ts";
import { agencyInsurances, housingAccountOn, paidByUnit } from "./records.ts";

/** P3 for whom the housing fund wasn't paid three months ago. */
export const p3Gap = cloneOf(
  p3,
  "P0000164",
  "测机三",
  "320599197809099929",
  "机关事业单位参保，三个月前漏缴一个月公积金：机关公积金转入被拒",
  (facts, today) => {
    const gap = addMonths(monthOf(today), -3);
    const contributions = facts.contributions.filter(
      (paid) => paid.insurance !== "housing" || !isSameMonth(paid.month, gap),
    );
    return {
      contributions,
      housingAccount: housingAccountOn(today, {
        number: "8050000164",
        openedOn: day("2016-01-15"),
        sealedOn: null,
        balanceThenFen: fen(8_816_402),
        contributions,
      }),
      housingLoan: null,
      counterCases: [],
      housingFundsElsewhere: [inNanjing("NJ0000164")],
    };
  },
);

/** P3 with accounts in two other places, to choose between; she never took a loan. */
export const p3TwoFunds = cloneOf(
  p3,
  "P0000165",
  "测机四",
  "320599197809099988",
  "机关事业单位参保，南京、合肥各有一个公积金账户：机关公积金转入",
  ({ housingAccount }) => ({
    housingAccount: housingAccount && { ...housingAccount, number: "8050000165" },
    housingLoan: null,
    counterCases: [],
    housingFundsElsewhere: [
      {
        centre: "合肥市住房公积金管理中心",
        accountNumber: "HF0000165",
        employer: "合肥测试机关",
        inGreaterSuzhou: false,
        from: month("2008-07"),
        to: month("2011-02"),
        transferredOn: null,
      },
      inNanjing("NJ0000165"),
    ],
  }),
);

/** P10: paid for four months at a public institution and left; a fund in Shanghai. */
export const p10: PersonPersona = {
  kind: "person",
  shows: "在事业单位缴存4个月后离职：机关公积金转入被拒",
  facts: (today) => {
    const thisMonth = monthOf(today);
    const contributions = paidByUnit({
      payer: "测试机关",
      from: addMonths(thisMonth, -5),
      to: addMonths(thisMonth, -2),
      baseFen: () => fen(900_000),
      insurances: agencyInsurances,
      housingEach: "0.12",
    });
    return {
      ...nothingElse,
      participant: {
        personalNumber: "P0000010",
        name: "测台一",
        identityNumber: "830000197908309910",
        sex: "male",
        birthDate: day("1979-08-30"),
        scheme: "agency",
        status: "left",
        statusSince: addMonths(thisMonth, -1),
        unit: null,
        household: { region: "710000", kind: "urban", address: "台湾省台北市" },
        mobile: "13800000010",
        womenRetireAt: 55,
      },
      contributions,
      housingAccount: housingAccountOn(today, {
        number: "8050000010",
        openedOn: addMonths(thisMonth, -5).toPlainDate({ day: 15 }),
        sealedOn: addMonthsClamped(today, -1),
        balanceThenFen: fen(0),
        contributions,
      }),
      payoutAccounts: {
        citizenCard: { bank: "苏州银行", maskedNumber: "6228 **** **** 0104", verified: true },
        boundCard: null,
      },
      housingFundsElsewhere: [
        {
          centre: "上海市公积金管理中心",
          accountNumber: "SH0000010",
          employer: "上海测试单位",
          inGreaterSuzhou: false,
          from: month("2018-04"),
          to: month("2020-10"),
          transferredOn: null,
        },
      ],
    };
  },
};
