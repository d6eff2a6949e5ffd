import { createHash } from "node:crypto";
import { identityCheckCharacter } from "@hall/domain/check-digits";
import { addDays, day } from "@hall/domain/dates";

/** A made-up person: the same for the same seed and index, whoever asks. */
export interface GrownPerson {
  /** From 1. */
  readonly index: number;
  readonly id: string;
  readonly personalNumber: string;
  readonly name: string;
  readonly identityNumber: string;
  readonly sex: "male" | "female";
  /** ISO. */
  readonly birthDate: string;
  readonly mobile: string;
  readonly isFlexible: boolean;
  /** Months of contributions: a year for most, up to twenty years for every hundredth. */
  readonly months: number;
  /** Every tenth has a housing account, every fiftieth a loan. */
  readonly hasAccount: boolean;
  readonly hasLoan: boolean;
  /** Every fifth has had a case that is done. */
  readonly hasCase: boolean;
}

/** Beyond it, birth dates and serial numbers would repeat an identity number. */
export const MOST_PEOPLE = 5_000_000;

const SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
const GIVEN = "测试样例甲乙丙丁戊己庚辛壬癸";
const FIRST_BIRTH = day("1966-01-01");
const BIRTH_DAYS = 14_000;
const ISO_BIRTHS = Array.from({ length: BIRTH_DAYS }, (_, n) => addDays(FIRST_BIRTH, n).toString());

/**
 * A person's id: version 4 by its form, from the hash of seed and index, so that it lies anywhere
 * in the indexes as a random one does. `idInSql` is the same for PostgreSQL.
 */
export function idOf(seed: number, kind: string, index: number): string {
  const hash = createHash("md5").update(`${seed}:${kind}:${index}`).digest("hex");
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `4${hash.slice(13, 16)}`];
  return [...parts, `8${hash.slice(17, 20)}`, hash.slice(20)].join("-");
}

/** The id of the person whose index an expression gives. */
export const personIdInSql = (seed: number, index: string): string =>
  `overlay(overlay(md5('${seed}' || chr(58) || 'person' || chr(58) || ${index}) placing '4' from 13) placing '8' from 17)::uuid`;

export function grownPerson(seed: number, index: number): GrownPerson {
  const draw = drawer(seed, index);
  const birthDate = ISO_BIRTHS[index % BIRTH_DAYS] ?? "";
  const sex = draw(2) === 0 ? "female" : "male";
  // The serial's last digit is odd for men.
  const serial = Math.floor(index / BIRTH_DAYS) * 2 + (sex === "male" ? 1 : 2);
  const body = `320571${birthDate.replaceAll("-", "")}${String(serial).padStart(3, "0")}`;
  return {
    index,
    id: idOf(seed, "person", index),
    personalNumber: `P${1_000_000 + index}`,
    name: SURNAMES.charAt(draw(SURNAMES.length)) + GIVEN.charAt(draw(14)) + GIVEN.charAt(draw(14)),
    identityNumber: body + identityCheckCharacter(body),
    sex,
    birthDate,
    mobile: `139${String(index).padStart(8, "0")}`,
    isFlexible: index % 5 < 2,
    months: index % 100 === 0 ? 13 + draw(228) : 12,
    hasAccount: index % 10 === 0,
    hasLoan: index % 50 === 0,
    hasCase: index % 5 === 1,
  };
}

/** People `from` to `to`, both counted. */
export function* grownPeople(seed: number, from: number, to: number): Generator<GrownPerson> {
  for (let index = from; index <= to; index += 1) yield grownPerson(seed, index);
}

/** Whole numbers below a bound, one after the other (xorshift over a mixed seed). */
function drawer(seed: number, index: number): (below: number) => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b);
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
