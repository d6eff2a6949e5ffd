import { addDays, addMonths, addMonthsClamped, day, type Month, month, monthOf } from "../dates.ts";
import type { Contribution, Separation, UnemploymentElsewhere } from "../facts.ts";
import { fen } from "../fen.ts";
import { nothingElse, type PersonPersona } from "./persona.ts";
import { enterpriseInsurances, housingAccountOn, paidByUnit } from "./records.ts";

/** Who left the park's last employer, with insurance in Chengdu from before. */
interface Unemployed {
  readonly personalNumber: string;
  readonly name: string;
  readonly identityNumber: string;
  readonly shows: string;
  readonly leftMonthsAgo: number;
  readonly reason: Separation["reason"];
  readonly isRegistered: boolean;
  /** The employers one after the other, the last of them last. */
  readonly stays: readonly { readonly employer: string; readonly months: number }[];
}

const LAST_EMPLOYER = "测试科技";

/** P7: left a month ago after 14 months. */
const p7Left: Unemployed = {
  personalNumber: "P0000007",
  name: "测转一",
  identityNumber: "510199199006119976",
  shows: "离职1个月，成都有失业保险关系：接收函，一天最多五份",
  leftMonthsAgo: 1,
  reason: "contract-ended",
  isRegistered: true,
  stays: [{ employer: LAST_EMPLOYER, months: 14 }],
};

export const p7 = unemployed(p7Left);

export const p7LeftLongAgo = unemployed({
  ...p7Left,
  personalNumber: "P0000132",
  name: "测转二",
  identityNumber: "510199199006119917",
  shows: "离职已经3个月：接收函转柜面",
  leftMonthsAgo: 3,
});

export const p7ShortLastJob = unemployed({
  ...p7Left,
  personalNumber: "P0000133",
  name: "测转三",
  identityNumber: "510199199006119933",
  shows: "最后一家单位只缴了3个月：接收函转柜面",
  stays: [
    { employer: "测试精密", months: 11 },
    { employer: LAST_EMPLOYER, months: 3 },
  ],
});

export const p7NotRegistered = unemployed({
  ...p7Left,
  personalNumber: "P0000134",
  name: "测转四",
  identityNumber: "51019919900611995X",
  shows: "没有办理失业登记：接收函被拒",
  isRegistered: false,
});

export const p7OwnWill = unemployed({
  ...p7Left,
  personalNumber: "P0000135",
  name: "测转五",
  identityNumber: "510199199006119992",
  shows: "本人提出离职：接收函被拒",
  reason: "own-will",
});

function unemployed(person: Unemployed): PersonPersona {
  return {
    kind: "person",
    shows: person.shows,
    facts: (today) => {
      const leftOn = addMonthsClamped(today, -person.leftMonthsAgo);
      const contributions = paidDuring(person.stays, monthOf(leftOn));
      return {
        ...nothingElse,
        participant: {
          personalNumber: person.personalNumber,
          name: person.name,
          identityNumber: person.identityNumber,
          sex: "male",
          birthDate: day("1990-06-11"),
          scheme: "enterprise-a",
          status: "left",
          statusSince: addMonths(monthOf(leftOn), 1),
          unit: null,
          household: { region: "510000", kind: "urban", address: "四川省成都市锦江区 12 号" },
          mobile: "13800000007",
          womenRetireAt: 55,
        },
        contributions,
        housingAccount: housingAccountOn(today, {
          number: `805${person.personalNumber.slice(1)}`,
          openedOn: (contributions[0]?.month ?? monthOf(leftOn)).toPlainDate({ day: 15 }),
          sealedOn: leftOn,
          balanceThenFen: fen(620_000),
          contributions,
        }),
        payoutAccounts: {
          citizenCard: { bank: "苏州银行", maskedNumber: "6228 **** **** 0078", verified: true },
          boundCard: null,
        },
        separation: {
          employer: LAST_EMPLOYER,
          leftOn,
          reason: person.reason,
          registeredOn: person.isRegistered ? addDays(leftOn, 10) : null,
        },
        unemploymentElsewhere: [inChengdu(person)],
      };
    },
  };
}

function paidDuring(stays: Unemployed["stays"], last: Month): readonly Contribution[] {
  let to = last;
  const paid = stays.toReversed().map(({ employer, months }) => {
    const from = addMonths(to, 1 - months);
    const rows = paidByUnit({
      payer: employer,
      from,
      to,
      baseFen: () => fen(860_000),
      insurances: enterpriseInsurances,
      housingEach: "0.08",
    });
    to = addMonths(from, -1);
    return rows;
  });
  return paid.toReversed().flat();
}

function inChengdu({ personalNumber }: Unemployed): UnemploymentElsewhere {
  return {
    number: `SY${personalNumber.slice(1)}`,
    agency: "成都市失业保险经办机构",
    region: "510000",
    kind: "relation",
    from: month("2019-03"),
    to: month("2022-04"),
    months: 38,
    transferredOn: null,
  };
}
