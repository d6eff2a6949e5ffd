import { words } from "./words.ts";

/** The case, the stage that made it, how often it was made anew, and what for. */
const ORDER_ID = /^(\d+):\d+:(\d+):[\w.-]+(?::(?:paid|returned))?$/;

/**
 * A payment order as one speaks of it: its case, and which order of the case it is. Banks keep the
 * whole id; what isn't an order's id, such as a stray line of a bank's file, stays as it is.
 */
export function orderName(id: string): string {
  const [, number, round] = ORDER_ID.exec(id) ?? [];
  if (number === undefined || round === undefined) return id;
  return `${number} ${words.payments.nth(Number(round) + 1)}`;
}

/** What a posting came from, in a word; null where its memo says it all. */
export function occasionName(effect: string): string | null {
  return occasions.get(effect) ?? null;
}

const occasions: ReadonlyMap<string, string> = new Map(Object.entries(words.ledger.occasions));

/** What a difference is about: an order, a batch, an account or a day. */
export function referenceName(reference: string): string {
  if (reference === "control:payments-in-transit") return words.statement.inTransit;
  const [kind, number] = reference.split(":");
  if (kind === "housing" && number) return words.statement.housingAccount(number);
  return orderName(reference);
}
