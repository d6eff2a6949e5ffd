import { classes } from "./style.ts";
import { words } from "./words.ts";

/**
 * A sum in yuan with thousands separators and two decimals, `-1,234.50`.
 * @param fen whole fen, of any sign; beyond 2^53 as bigint
 */
export function yuanText(fen: number | bigint): string {
  const whole = BigInt(fen);
  const magnitude = whole < 0n ? -whole : whole;
  const yuan = (magnitude / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  const cents = (magnitude % 100n).toString().padStart(2, "0");
  return `${whole < 0n ? "-" : ""}${yuan}.${cents}`;
}

/** A text in which no line ends between a sum and its 元. */
export const withUnits = (text: string): string => text.replaceAll(/(?<=\d) (?=元)/g, "\u00a0");

/**
 * Reads what a person types as a sum: spaces, separators and a trailing 元 are tolerated.
 * @returns whole fen from 0 to 2^53 - 1, or undefined if it isn't a sum
 */
export function parseYuan(text: string): number | undefined {
  const plain = text
    .replace(/[\s,，]/g, "")
    .replace(/[元¥￥]/g, "")
    .replace("。", ".");
  const match = /^(\d{1,12})(?:\.(\d{0,2}))?$/.exec(plain);
  if (!match?.[1]) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

export type MoneyProps = {
  /** Whole fen. */
  readonly fen: number | bigint;
  readonly isStrong?: boolean;
  /** The big figure of a card. */
  readonly isFigure?: boolean;
  /** A plus before what comes in. */
  readonly isSigned?: boolean;
};

/** A sum with 元; the figures line up when the place around it is right-aligned. */
export function Money({ fen, isStrong = false, isFigure = false, isSigned = false }: MoneyProps) {
  return (
    <span
      className={classes(
        "whitespace-nowrap tabular-nums",
        isStrong && "font-semibold",
        isFigure && "text-figure font-semibold",
      )}
    >
      {isSigned && fen > 0 ? "+" : ""}
      {yuanText(fen)}
      <span className={classes("ml-1 font-normal", isFigure && "text-body text-ink-soft")}>
        {words.yuan}
      </span>
    </span>
  );
}
