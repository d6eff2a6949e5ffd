import { addDays, addMonths, addMonthsClamped, day, type Month, month, monthOf } from "../dates.ts";
import type { Contribution, Participant, Separation, UnemploymentElsewhere } from "../facts.ts";
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
  readonly household: Participant["household"];
  readonly elsewhere: readonly UnemploymentElsewhere[];
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
  household: { region: "510000", kind: "urban", address: "四川省成都市锦江区 12 号" },
  elsewhere: [inChengdu("SY0000007")],
  stays: [{ employer: LAST_EMPLOYER, months: 14 }],
};

export const p7 = unemployed(p7Left);

export const p7LeftLongAgo = unemployed({
  ...p7Left,
  personalNumber: "P0000132",
  elsewhere: [inChengdu("SY0000132")],
  name: "测转二",
  identityNumber: "510199199006119917",
  shows: "离职已经3个月：接收函转柜面",
  leftMonthsAgo: 3,
});

export const p7ShortLastJob = unemployed({
  ...p7Left,
  personalNumber: "P0000133",
  elsewhere: [inChengdu("SY0000133")],
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
  elsewhere: [inChengdu("SY0000134")],
  name: "测转四",
  identityNumber: "51019919900611995X",
  shows: "没有办理失业登记：接收函被拒",
  isRegistered: false,
});

export const p7OwnWill = unemployed({
  ...p7Left,
  personalNumber: "P0000135",
  elsewhere: [inChengdu("SY0000135")],
  name: "测转五",
  identityNumber: "510199199006119992",
  shows: "本人提出离职：接收函被拒",
  reason: "own-will",
});

/** P7 registered in the park, with a benefit in Nanjing too that may have to be drawn here. */
export const p7Benefit = unemployed({
  ...p7Left,
  personalNumber: "P0000137",
  name: "测转六",
  identityNumber: "510199199006119511",
  shows: "园区户籍，成都有关系、南京有未领完的待遇：接收函选择转出地机构",
  household: { region: "320571", kind: "urban", address: "苏州工业园区星海街 1 号" },
  elsewhere: [
    inChengdu("SY0000137"),
    {
      ...inChengdu("SY0000138"),
      agency: "南京市失业保险经办机构",
      region: "320100",
      kind: "benefit",
      from: month("2022-06"),
      to: month("2024-05"),
      months: 24,
    },
  ],
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
          household: person.household,
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
        unemploymentElsewhere: person.elsewhere,
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

function inChengdu(number: string): UnemploymentElsewhere {
  return {
    number,
    agency: "成都市失业保险经办机构",
    region: "510000",
    kind: "relation",
    from: month("2019-03"),
    to: month("2022-04"),
    months: 38,
    transferredOn: null,
  };
}
