import { Decimal } from "decimal.js";

declare const fenBrand: unique symbol;

/** An amount of money in fen (1/100 yuan), signed, always whole. */
export type Fen = bigint & { readonly [fenBrand]: true };

/** Decimal with 60 significant digits: wide enough that no product of this domain is cut. */
export const ExactDecimal = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

const FEN_PER_YUAN = 100n;

/** Makes an amount from a whole number of fen. Throws RangeError for fractions and unsafe numbers. */
export function fen(n: bigint | number): Fen {
  if (typeof n === "number" && !Number.isSafeInteger(n)) {
    throw new RangeError(`not a whole number of fen: ${n}`);
  }
  return BigInt(n) as Fen;
}

/** Nothing: 0 fen. */
export const zeroFen: Fen = fen(0);

export function sumFen(list: Iterable<Fen>): Fen {
  let total = 0n;
  for (const amount of list) total += amount;
  return fen(total);
}

/** left - right, which may be negative. */
export function subtractFen(left: Fen, right: Fen): Fen {
  return fen(left - right);
}

/** The smallest of the given amounts. */
export function minFen(first: Fen, ...others: readonly Fen[]): Fen {
  let least = first;
  for (const amount of others) if (amount < least) least = amount;
  return least;
}

/** The largest of the given amounts. */
export function maxFen(first: Fen, ...others: readonly Fen[]): Fen {
  let most = first;
  for (const amount of others) if (amount > most) most = amount;
  return most;
}

/** Rounds fen with a fraction to whole fen; a half goes away from zero (half-up). */
export function roundFen(amountFen: Decimal): Fen {
  return fen(BigInt(amountFen.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed(0)));
}

/** amount x rate, half-up to the fen. The rate is a decimal fraction: "0.015" is 1.5 %. */
export function timesRate(amount: Fen, rate: string | Decimal): Fen {
  return roundFen(new ExactDecimal(amount.toString()).times(rate));
}

/** Writes yuan with two decimals and thousands separators, without a currency sign: 12,345.60. */
export function formatYuan(amount: Fen): string {
  const size = amount < 0n ? -amount : amount;
  const yuan = (size / FEN_PER_YUAN).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = (size % FEN_PER_YUAN).toString().padStart(2, "0");
  return `${amount < 0n ? "-" : ""}${yuan}.${rest}`;
}

const WRITTEN_YUAN = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,2}))?$/;

/** Reads yuan with at most two decimals, separators optional, as people write them; null if not. */
export function parseYuan(text: string): Fen | null {
  const plain = text
    .trim()
    .replace(/^[\u00a5\uffe5]\s*/, "")
    .replaceAll("\uff0c", ",");
  const match = WRITTEN_YUAN.exec(plain);
  if (match === null) return null;
  const [, sign = "", yuan = "0", rest = ""] = match;
  const size = BigInt(yuan.replaceAll(",", "")) * FEN_PER_YUAN + BigInt(rest.padEnd(2, "0"));
  return fen(sign === "-" ? -size : size);
}

/** A rate as people read it: "0.085" is 8.5%. */
export function formatRate(rate: string): string {
  return `${new ExactDecimal(rate).times(100).toString()}%`;
}
