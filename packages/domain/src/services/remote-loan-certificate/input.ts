import {
  addMonths,
  addMonthsClamped,
  type Day,
  type Month,
  monthOf,
  monthsFromTo,
} from "../../dates.ts";
import type { Contribution, HousingAccount } from "../../facts.ts";
import type { PolicyReader } from "../../policy.ts";
import type { Request, Situation } from "../../service.ts";

/** The fund centre that is to lend, as it was asked for on the telephone. */
export interface LoanCertificateInput {
  /** Where the home is: GB/T 2260, 320571 for the park. */
  readonly region: string;
  readonly city: string;
  /** The full name of the fund centre there; the certificate is addressed to it. */
  readonly centreName: string;
  readonly contactName: string;
  readonly contactPhone: string;
}

export type LoanCertificateNeeds =
  | "participant"
  | "contributions"
  | "housingAccount"
  | "housingLoan"
  | "issuedPapers";

export type LoanCertificateSituation = Situation<LoanCertificateNeeds>;
export type LoanCertificateRequest = Request<LoanCertificateNeeds, LoanCertificateInput>;

export const certificateKind = "remote-loan-certificate";
export const certificateName = "异地贷款缴存证明";

/** The months that must have been paid, those of them that weren't, and the unbroken run to date. */
export interface DepositRun {
  readonly required: readonly Month[];
  readonly missing: readonly Month[];
  /** Months paid one after the other, up to the newest that can be expected. */
  readonly unbroken: number;
}

/**
 * The run of deposits up to this month, or up to last month while this one isn't paid yet: units
 * pay in the course of the month, and the certificate can't wait for that day.
 */
export function depositRun(
  contributions: readonly Contribution[],
  today: Day,
  policy: PolicyReader,
): DepositRun {
  const paid = new Set(
    contributions.filter((row) => row.insurance === "housing").map((row) => row.month.toString()),
  );
  const isPaid = (month: Month) => paid.has(month.toString());
  const thisMonth = monthOf(today);
  const newest = isPaid(thisMonth) ? thisMonth : addMonths(thisMonth, -1);
  const needed = policy.on("remoteLoan.minMonths", today);
  const required = monthsFromTo(addMonths(newest, 1 - needed), newest);
  let unbroken = 0;
  while (isPaid(addMonths(newest, -unbroken))) unbroken += 1;
  return { required, missing: required.filter((month) => !isPaid(month)), unbroken };
}

/** The last day on which another fund centre may take the certificate. */
export function validUntil({ policy, today }: LoanCertificateSituation): Day {
  return addMonthsClamped(today, policy.on("remoteLoan.validMonths", today));
}

/** The account that is certified. Throws where the rules didn't hold: it is called when they do. */
export function certifiedAccount({ facts }: LoanCertificateSituation): HousingAccount {
  if (facts.housingAccount === null) throw new Error("certified though there is no account");
  return facts.housingAccount;
}
