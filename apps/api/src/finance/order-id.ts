import type { LedgerAccountRef } from "@hall/domain/effects";

/** An order's id is that of the effect that made it: case, stage, round and slot. */
export function partsOfOrderId(id: string): { readonly stage: number; readonly slot: string } {
  const [, stage, , slot] = id.split(":");
  if (stage === undefined || slot === undefined) throw new Error(`${id} isn't an order's id`);
  return { stage: Number(stage), slot };
}

/** The customer's account of an id in the ledger, which an order was drawn on. */
export function ledgerAccountOf(id: string): LedgerAccountRef {
  const [kind, accountNumber] = id.split(":");
  if (kind !== "housing" || !accountNumber) throw new Error(`${id} isn't a customer's account`);
  return { kind, accountNumber };
}
