import type { FactName } from "@hall/domain/facts";
import { bankSlips } from "./bank-slips.ts";
import { benefitMatters } from "./benefit-matters.ts";
import { benefitPlans } from "./benefit-plans.ts";
import { cardProduction } from "./card-production.ts";
import { contributions } from "./contributions.ts";
import { counterCases } from "./counter-cases.ts";
import { elsewhere } from "./elsewhere.ts";
import { flexPlans } from "./flex-plans.ts";
import { housingAccount } from "./housing-account.ts";
import { housingFundsElsewhere } from "./housing-funds-elsewhere.ts";
import { housingLoan } from "./housing-loan.ts";
import { housingTransfersIn } from "./housing-transfers-in.ts";
import { insuredRegister } from "./insured-register.ts";
import { issuedPapers } from "./issued-papers.ts";
import { legacyAccount } from "./legacy-account.ts";
import type { FactLoader } from "./loader.ts";
import { onlineCases } from "./online-cases.ts";
import { participant } from "./participant.ts";
import { payoutAccounts } from "./payout-accounts.ts";
import { remoteCare } from "./remote-care.ts";
import { school } from "./school.ts";
import { separation } from "./separation.ts";
import { studentRegister } from "./student-register.ts";
import { transferVouchers } from "./transfer-vouchers.ts";
import { unemploymentElsewhere } from "./unemployment-elsewhere.ts";
import { unit } from "./unit.ts";
import { unitPermissions } from "./unit-permissions.ts";

/** One loader per fact; a fact without one doesn't compile. */
export const loaders: { readonly [F in FactName]: FactLoader<F> } = {
  bankSlips,
  benefitMatters,
  benefitPlans,
  cardProduction,
  contributions,
  counterCases,
  elsewhere,
  flexPlans,
  housingAccount,
  housingFundsElsewhere,
  housingLoan,
  housingTransfersIn,
  insuredRegister,
  issuedPapers,
  legacyAccount,
  onlineCases,
  participant,
  payoutAccounts,
  remoteCare,
  school,
  separation,
  studentRegister,
  transferVouchers,
  unemploymentElsewhere,
  unit,
  unitPermissions,
};
