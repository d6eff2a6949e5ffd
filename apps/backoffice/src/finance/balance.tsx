import { Money } from "@hall/ui/money";
import { words } from "./words.ts";

type BalanceProps = {
  /** Whole fen as the ledger keeps it: what an account was credited is above zero. */
  readonly fen: number;
  readonly isStrong?: boolean;
};

/** A balance by its side, 借 or 贷, and 平 where there is none: staff don't read signs. */
export function Balance({ fen, isStrong = false }: BalanceProps) {
  const { debit, credit, even } = words.ledger.sides;
  const side = fen === 0 ? even : fen < 0 ? debit : credit;
  return (
    <span className="whitespace-nowrap">
      <span className="mr-2 text-ink-soft">{side}</span>
      <Money fen={Math.abs(fen)} isStrong={isStrong} />
    </span>
  );
}
