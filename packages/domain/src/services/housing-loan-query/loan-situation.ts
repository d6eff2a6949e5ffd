import { isOnOrBefore } from "../../dates.ts";
import type { HousingLoan, LoanRepayment } from "../../facts.ts";
import { type Fen, fen, sumFen, zeroFen } from "../../fen.ts";
import { housingLoanRates, type LoanPlanRow, loanPlan } from "../../loan-plan.ts";
import type { OtherChannel } from "../../policy-shapes.ts";
import type { Situation } from "../../service.ts";

export type LoanNeeds = "participant" | "housingLoan";
export type LoanSituation = Situation<LoanNeeds>;

/** The whole plan, by the rates that held, hold and are known to come. */
export function planOfLoan(loan: HousingLoan, { policy }: LoanSituation): readonly LoanPlanRow[] {
  return loanPlan({ ...loan, rates: housingLoanRates(policy, loan) });
}

/** Instalments that have been paid by today, by their number. */
export function paidInstalments(
  loan: HousingLoan,
  { today }: LoanSituation,
): ReadonlyMap<number, LoanRepayment> {
  const paid = loan.repayments.filter(({ paidOn }) => paidOn && isOnOrBefore(paidOn, today));
  return new Map(paid.map((repayment) => [repayment.no, repayment]));
}

/** What is still owed of the principal. */
export function owedFen(loan: HousingLoan, situation: LoanSituation): Fen {
  if (loan.settledOn !== null) return zeroFen;
  const repaid = [...paidInstalments(loan, situation).values()];
  return fen(loan.principalFen - sumFen(repaid.map(({ principalFen }) => principalFen)));
}

/** Where the commercial part of a combined loan is looked up; null for any other loan. */
export function commercialPart(
  loan: HousingLoan,
  { policy, today }: LoanSituation,
): OtherChannel | null {
  return loan.kind === "combined" ? policy.on("links.commercialLoan", today) : null;
}
