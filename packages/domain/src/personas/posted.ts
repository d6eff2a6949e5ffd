import { addMonths, type Day, day } from "../dates.ts";
import type { InsuredRegister, KnownInsured } from "../facts.ts";
import { fen } from "../fen.ts";
import { nothingElse, type PersonPersona } from "./persona.ts";
import { enterpriseInsurances, lastMonthPaidByUnit, paidByUnit } from "./records.ts";
import { inSanya } from "./remote-care.ts";

interface Posted {
  readonly personalNumber: string;
  readonly name: string;
  readonly identityNumber: string;
  readonly birthDate: string;
  readonly unit: { readonly code: string; readonly name: string };
  /** Has registered by himself already. */
  readonly isRegistered?: true;
}

const technology = { code: "U0000001", name: "测试科技" };

const people = [
  {
    personalNumber: "P0000194",
    name: "测派一",
    identityNumber: "320599198507079919",
    birthDate: "1985-07-07",
    unit: technology,
  },
  {
    personalNumber: "P0000195",
    name: "测派二",
    identityNumber: "320599198507079935",
    birthDate: "1985-07-07",
    unit: technology,
  },
  {
    personalNumber: "P0000196",
    name: "测派三",
    identityNumber: "320599199008089914",
    birthDate: "1990-08-08",
    unit: technology,
    isRegistered: true,
  },
  {
    personalNumber: "P0000197",
    name: "测派四",
    identityNumber: "320599199008089930",
    birthDate: "1990-08-08",
    unit: { code: "U0000006", name: "测试商贸" },
  },
] as const satisfies readonly Posted[];

const shows = {
  P0000194: "由测试科技参保，常驻外地：单位名册里的一个人",
  P0000195: "由测试科技参保，常驻外地：单位名册里的另一个人",
  P0000196: "由测试科技参保，本人已登记异地长期居住：单位名册里的这一行被拒",
  P0000197: "由测试商贸参保：在测试科技的名册里被拒",
} as const;

/** An employee whom a unit's roster may name. */
const employee = (
  person: Posted & { readonly personalNumber: keyof typeof shows },
): PersonPersona => ({
  kind: "person",
  shows: shows[person.personalNumber],
  facts: (today) => {
    const to = lastMonthPaidByUnit(today);
    const since = addMonths(to, -17);
    return {
      ...nothingElse,
      participant: {
        personalNumber: person.personalNumber,
        name: person.name,
        identityNumber: person.identityNumber,
        sex: "male",
        birthDate: day(person.birthDate),
        scheme: "enterprise-b",
        status: "normal",
        statusSince: since,
        unit: person.unit,
        household: { region: "320571", kind: "urban", address: "苏州工业园区星湖街 1 号" },
        mobile: `138${person.personalNumber.slice(-8).padStart(8, "0")}`,
        womenRetireAt: 55,
      },
      contributions: paidByUnit({
        payer: person.unit.name,
        from: since,
        to,
        baseFen: () => fen(1_000_000),
        insurances: enterpriseInsurances.filter((insurance) => insurance !== "housing"),
        housingEach: "0",
      }),
      remoteCare: person.isRegistered
        ? [{ ...inSanya(today, person.personalNumber), kind: "long-term-resident" }]
        : [],
    };
  },
});

const [first, second, registered, elsewhere] = people;
export const posted1 = employee(first);
export const posted2 = employee(second);
export const postedRegistered = employee(registered);
export const postedElsewhere = employee(elsewhere);

/** What is known of them when a list names them. */
export const insuredAt = (today: Day): InsuredRegister =>
  new Map(
    people.map((person): [string, KnownInsured] => {
      const { remoteCare } = employee(person).facts(today);
      const { identityNumber, name, unit } = person;
      return [identityNumber, { name, unitCode: unit.code, remoteCare }];
    }),
  );
