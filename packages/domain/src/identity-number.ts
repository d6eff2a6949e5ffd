import { identityCheckCharacter } from "./check-digits.ts";
import { type Day, dayFromParts, formatDay, isAfter } from "./dates.ts";

export type IdentityNumberKind =
  | "resident"
  /** Residence permit of people from Hong Kong, Macau or Taiwan: 810000, 820000, 830000. */
  | "residence-permit"
  /** Permanent residence card of foreigners, 18 characters that begin with 9. */
  | "foreign-permanent-resident"
  /** The same card in its older form, 3 letters and 12 digits. */
  | "foreign-permanent-resident-older"
  | "travel-permit-hong-kong-macau"
  | "travel-permit-taiwan";

export type Sex = "male" | "female";

export interface IdentityNumber {
  readonly ok: true;
  readonly kind: IdentityNumberKind;
  /** As it is stored and compared: capital letters, no blanks. */
  readonly number: string;
  /** Only numbers of 18 characters carry birth date and sex. */
  readonly birthDate?: Day;
  readonly sex?: Sex;
}

export interface IdentityNumberFault {
  readonly ok: false;
  readonly reason: "empty" | "length" | "characters" | "old-form" | "birth-date" | "check-digit";
  /** A sentence for the person who typed it; it doesn't repeat the number. */
  readonly message: string;
}

const EARLIEST_BIRTH_YEAR = 1900;
const SHORTER_FORMS: readonly (readonly [RegExp, IdentityNumberKind])[] = [
  [/^[A-Z]{3}\d{12}$/, "foreign-permanent-resident-older"],
  [/^[HM]\d{8}$/, "travel-permit-hong-kong-macau"],
  [/^\d{8}$/, "travel-permit-taiwan"],
];

/**
 * Reads the number of an identity paper: resident numbers (GB 11643) and those with the same check
 * (residence permits, permanent residence cards), the older permanent residence card, and travel
 * permits. Region codes aren't looked up, since abolished ones stay valid. Full-width characters,
 * small letters and blanks are put right. With `today` a birth date to come is refused.
 */
export function parseIdentityNumber(
  text: string,
  today?: Day,
): IdentityNumber | IdentityNumberFault {
  const number = text.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
  if (number === "") return fault("empty", "请填写证件号码。");
  for (const [form, kind] of SHORTER_FORMS) {
    if (form.test(number)) return { ok: true, kind, number };
  }
  if (/^\d{15}$/.test(number)) {
    return fault("old-form", "15位的旧号码已经停用，请填写现在证件上的18位号码。");
  }
  if (/[^0-9A-Z]/.test(number)) {
    return fault("characters", "证件号码里只能有数字和字母，请删去其他符号。");
  }
  if (number.length !== 18) {
    return fault("length", `证件号码应为18位，现在是${number.length}位，请核对是否漏填或多填。`);
  }
  if (!/^\d{17}[0-9X]$/.test(number)) {
    return fault("characters", "18位证件号码的前17位应为数字，最后一位是数字或X。");
  }
  return readEighteen(number, today);
}

function readEighteen(
  number: string,
  today: Day | undefined,
): IdentityNumber | IdentityNumberFault {
  const written = number.slice(6, 14);
  const year = Number(written.slice(0, 4));
  const date = dayFromParts(year, Number(written.slice(4, 6)), Number(written.slice(6)));
  if (date === null || year < EARLIEST_BIRTH_YEAR) {
    return fault("birth-date", "证件号码第7至14位应是出生日期，现在填的不是有效日期，请核对。");
  }
  if (today !== undefined && isAfter(date, today)) {
    return fault("birth-date", `证件号码里的出生日期${formatDay(date)}还没有到，请核对。`);
  }
  if (identityCheckCharacter(number.slice(0, 17)) !== number.charAt(17)) {
    return fault("check-digit", "证件号码与它的最后一位校验码对不上，请逐位核对。");
  }
  const sex = Number(number.charAt(16)) % 2 === 1 ? "male" : "female";
  return { ok: true, kind: kindOfEighteen(number), number, birthDate: date, sex };
}

function kindOfEighteen(number: string): IdentityNumberKind {
  if (number.startsWith("9")) return "foreign-permanent-resident";
  return /^8[123]0000/.test(number) ? "residence-permit" : "resident";
}

function fault(reason: IdentityNumberFault["reason"], message: string): IdentityNumberFault {
  return { ok: false, reason, message };
}
