import { EmptyState } from "@hall/ui/empty-state";
import { type paymentStates, words } from "./words.ts";

type NoOrdersProps = { readonly state: keyof typeof paymentStates };

/** Nothing in this state, and what brings something there. */
export function NoOrders({ state }: NoOrdersProps) {
  return (
    <EmptyState title={words.payments.none[state]}>{words.payments.noneLead[state]}</EmptyState>
  );
}
