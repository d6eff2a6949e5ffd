import type { HousingFundElsewhere, TransferNeeds } from "../../housing-transfers.ts";
import type { Request, Situation } from "../../service.ts";

export interface AgencyTransferInput {
  /** Number of the account to be left, at the centre that keeps it. */
  readonly accountNumber: string;
}

export type AgencyTransferSituation = Situation<TransferNeeds>;
export type AgencyTransferRequest = Request<TransferNeeds, AgencyTransferInput>;

/** Accounts outside Greater Suzhou that haven't been moved. */
export const movable = ({ facts }: AgencyTransferSituation): readonly HousingFundElsewhere[] =>
  facts.housingFundsElsewhere.filter(
    ({ inGreaterSuzhou, transferredOn }) => !inGreaterSuzhou && transferredOn === null,
  );

export const chosen = (asked: AgencyTransferRequest): HousingFundElsewhere | null =>
  movable(asked).find(({ accountNumber }) => accountNumber === asked.input.accountNumber) ?? null;

/** The account to be left. Throws where the rules didn't hold: it is called only when they do. */
export function left(asked: AgencyTransferRequest): HousingFundElsewhere {
  const account = chosen(asked);
  if (account === null) throw new Error("decided though a rule refuses");
  return account;
}
