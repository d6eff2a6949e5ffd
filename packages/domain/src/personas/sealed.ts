import { addDays, addMonths, addMonthsClamped, type Day, day, month, monthOf } from "../dates.ts";
import type {
  ElsewhereRecord,
  HousingAccount,
  LegacyAccount,
  PayoutAccounts,
  TransferVoucher,
} from "../facts.ts";
import { type Fen, fen } from "../fen.ts";
import { nothingElse, type PersonFacts, type PersonPersona } from "./persona.ts";
import { enterpriseInsurances, housingAccountOn, paidByUnit } from "./records.ts";

/** Who left an enterprise and whose housing account lies sealed since. */
interface Left {
  readonly personalNumber: string;
  readonly name: string;
  readonly identityNumber: string;
  readonly sex: "male" | "female";
  readonly birthDate: Day;
  readonly shows: string;
  readonly sealedOn: (today: Day) => Day;
  readonly mobile: string;
  readonly balanceThenFen: Fen;
  readonly elsewhere: (today: Day) => readonly ElsewhereRecord[];
  readonly hasVoucher: boolean;
  readonly legacyAccount?: LegacyAccount;
  readonly payoutAccounts: PayoutAccounts;
}

const sealedMonthsAgo = (months: number) => (today: Day) => addMonthsClamped(today, -months);

const citizenCard = (maskedNumber: string, verified = true): PayoutAccounts => ({
  citizenCard: { bank: "苏州银行", maskedNumber, verified },
  boundCard: null,
});

/** P12: sealed eight months, voucher issued, nothing stands against the withdrawal. */
const p12Left: Left = {
  personalNumber: "P0000012",
  name: "测离一",
  identityNumber: "341299197604129934",
  sex: "male",
  birthDate: day("1976-04-12"),
  shows: "离职封存8个月，已开参保缴费凭证：封存提取",
  sealedOn: sealedMonthsAgo(8),
  mobile: "13800000012",
  balanceThenFen: fen(3_654_321),
  elsewhere: () => [],
  hasVoucher: true,
  payoutAccounts: citizenCard("6228 **** **** 0128"),
};

export const p12 = left(p12Left);

export const p12FiveMonths = left({
  ...p12Left,
  personalNumber: "P0000102",
  name: "测离二",
  identityNumber: "341299197604129512",
  shows: "封存才5个月：封存提取还不能办，显示最早日期",
  sealedOn: sealedMonthsAgo(5),
});

export const p12HalfYear = left({
  ...p12Left,
  personalNumber: "P0000103",
  name: "测离三",
  identityNumber: "341299197604129539",
  shows: "今天正好封存满半年：封存提取",
  sealedOn: sealedMonthsAgo(6),
});

export const p12HalfYearTomorrow = left({
  ...p12Left,
  personalNumber: "P0000104",
  name: "测离四",
  identityNumber: "341299197604129555",
  shows: "差一天封存满半年：封存提取明天起可办",
  sealedOn: (today) => addDays(addMonthsClamped(today, -6), 1),
});

export const p12PayingInHefei = left({
  ...p12Left,
  personalNumber: "P0000105",
  name: "测离五",
  identityNumber: "341299197604129571",
  shows: "在合肥就业并缴存公积金：封存提取被拒",
  elsewhere: (today) => [
    {
      kind: "employment",
      place: "合肥市",
      inGreaterSuzhou: false,
      since: addMonthsClamped(today, -4),
    },
    {
      kind: "housing-fund",
      place: "合肥市",
      inGreaterSuzhou: false,
      since: addMonthsClamped(today, -3),
    },
  ],
});

export const p12ReEmployed = left({
  ...p12Left,
  personalNumber: "P0000106",
  name: "测离六",
  identityNumber: "341299197604129598",
  shows: "在太仓再就业：封存提取被拒",
  elsewhere: (today) => [
    {
      kind: "employment",
      place: "太仓市",
      inGreaterSuzhou: true,
      since: addMonthsClamped(today, -2),
    },
  ],
});

export const p12RetirementAge = left({
  ...p12Left,
  personalNumber: "P0000107",
  name: "测离七",
  identityNumber: "341299196405209910",
  birthDate: day("1964-05-20"),
  shows: "已到法定退休年龄，封存才1个月：封存提取不看封存时间；有原公积金账户",
  sealedOn: sealedMonthsAgo(1),
  legacyAccount: { number: "7050000107", balanceFen: fen(1_208_355) },
});

export const p12NoVoucher = left({
  ...p12Left,
  personalNumber: "P0000108",
  name: "测离八",
  identityNumber: "341299197604129715",
  shows: "没有开过参保缴费凭证：封存提取被拒",
  hasVoucher: false,
});

export const p12CardNotVerified = left({
  ...p12Left,
  personalNumber: "P0000109",
  name: "测离九",
  identityNumber: "341299197604129731",
  shows: "市民卡银行账户未核验：封存提取可办，付款等核验",
  payoutAccounts: citizenCard("6228 **** **** 0919", false),
});

export const p12LargeBalance = left({
  ...p12Left,
  personalNumber: "P0000110",
  name: "测离十",
  identityNumber: "341299197604129758",
  shows: "提取金额大，要两人审核；有市民卡和绑定卡两个收款账户",
  balanceThenFen: fen(18_654_321),
  payoutAccounts: {
    ...citizenCard("6228 **** **** 1107"),
    boundCard: { bank: "中国工商银行", maskedNumber: "6222 **** **** 1109", verified: true },
  },
});

/** P18: reviewer1 as a participant; her own case goes to somebody else. */
export const p18 = left({
  ...p12Left,
  personalNumber: "P0000018",
  name: "测审一",
  identityNumber: "320599198502209948",
  sex: "female",
  birthDate: day("1985-02-20"),
  shows: "reviewer1 本人的封存账户：本人的办件本人不能审核",
  sealedOn: sealedMonthsAgo(10),
  mobile: "13800000018",
  balanceThenFen: fen(2_100_000),
  payoutAccounts: citizenCard("6228 **** **** 1818"),
});

function left(person: Left): PersonPersona {
  return {
    kind: "person",
    shows: person.shows,
    facts: (today) => {
      const sealedOn = person.sealedOn(today);
      const contributions = paidByUnit({
        payer: "测试科技",
        from: month("2018-07"),
        to: addMonths(monthOf(sealedOn), -1),
        baseFen: () => fen(650_000),
        insurances: enterpriseInsurances,
        housingEach: "0.08",
      });
      return {
        ...nothingElse,
        participant: participantOf(person, sealedOn),
        contributions,
        housingAccount: housingAccountOn(today, {
          number: accountNumber(person),
          openedOn: day("2018-07-16"),
          sealedOn,
          balanceThenFen: person.balanceThenFen,
          contributions,
        }),
        legacyAccount: person.legacyAccount ?? null,
        payoutAccounts: person.payoutAccounts,
        elsewhere: person.elsewhere(today),
        transferVouchers: person.hasVoucher ? vouchersOf(person, sealedOn) : [],
      };
    },
  };
}

function participantOf(person: Left, sealedOn: Day): PersonFacts["participant"] {
  return {
    personalNumber: person.personalNumber,
    name: person.name,
    identityNumber: person.identityNumber,
    sex: person.sex,
    birthDate: person.birthDate,
    scheme: "enterprise-a",
    status: "left",
    statusSince: monthOf(sealedOn),
    unit: null,
    household: { region: "340000", kind: "urban", address: "安徽省阜阳市颍州区清河东路 12 号" },
    mobile: person.mobile,
    womenRetireAt: 55,
  };
}

/** Issued a week after the account was sealed, when the relation was asked to leave. */
function vouchersOf(person: Left, sealedOn: Day): readonly TransferVoucher[] {
  const issuedOn = addDays(sealedOn, 7);
  return (["pension", "medical"] as const).map((insurance) => ({
    insurance,
    number: `${insurance === "pension" ? "YL" : "YB"}${person.personalNumber.slice(1)}`,
    issuedOn,
    transferredOn: null,
  }));
}

function accountNumber(person: Left): HousingAccount["number"] {
  return `805${person.personalNumber.slice(1)}`;
}
