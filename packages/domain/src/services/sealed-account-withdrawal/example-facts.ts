import type { PersonFacts } from "../../personas/persona.ts";
import type { SealedWithdrawalInput } from "./input.ts";

/** What P12 sends who leaves all as it is on record. */
export const asRegistered: SealedWithdrawalInput = {
  householdRegion: "340000",
  householdAddress: "安徽省阜阳市颍州区清河东路 12 号",
  payee: "citizen-card",
  declarationAccepted: true,
};

/** The persona with an account that differs in some points. */
export const withAccount =
  (change: Partial<NonNullable<PersonFacts["housingAccount"]>>) =>
  ({ housingAccount }: PersonFacts): Partial<PersonFacts> =>
    housingAccount === null ? {} : { housingAccount: { ...housingAccount, ...change } };
