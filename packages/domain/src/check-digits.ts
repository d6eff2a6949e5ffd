import { type Day, dayFromParts } from "./dates.ts";

/** Weights of the 17 leading digits of GB 11643: 2^(18 - position) mod 11. */
const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
/** Check characters by the remainder of the weighted sum (ISO 7064 MOD 11-2). */
const IDENTITY_CHECKS = "10X98765432";

/** The 18th character of an identity number from its 17 digits (GB 11643, ISO 7064 MOD 11-2). */
export function identityCheckCharacter(seventeenDigits: string): string {
  const sum = IDENTITY_WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number(seventeenDigits.charAt(index)),
    0,
  );
  return IDENTITY_CHECKS.charAt(sum % 11);
}

/** The check digit of a row of digits by ISO 7064 MOD 11,10; catches every single wrong digit. */
export function mod1110CheckDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** Whether a row of digits, its last one being the check digit, passes Luhn (ISO/IEC 7812-1). */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const value = Number(character) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/**
 * The number of a case (办件编号): date, 8 random digits, check digit (ISO 7064 MOD 11,10). The
 * digits are drawn by the caller, so that numbers tell nothing of how many cases there were.
 */
export function applicationNumber(date: Day, randomDigits: string): string {
  if (!/^\d{8}$/.test(randomDigits)) throw new RangeError("8 random digits are needed");
  const body = date.toString().replaceAll("-", "") + randomDigits;
  return body + mod1110CheckDigit(body);
}

/** Whether a text is a well-formed case number: 17 digits, a real date, the right check digit. */
export function isApplicationNumber(text: string): boolean {
  const match = /^(\d{4})(\d{2})(\d{2})\d{9}$/.exec(text);
  if (match === null) return false;
  const date = dayFromParts(Number(match[1]), Number(match[2]), Number(match[3]));
  return date !== null && mod1110CheckDigit(text.slice(0, -1)) === text.slice(-1);
}
