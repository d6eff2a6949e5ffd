import { agencyHousingTransferIn } from "./services/agency-housing-transfer-in/service.ts";
import { cardPhoto } from "./services/card-photo/service.ts";
import { caseProgress } from "./services/case-progress/service.ts";
import { flexPlanChange } from "./services/flex-plan-change/service.ts";
import { housingLoanQuery } from "./services/housing-loan-query/service.ts";
import { participationCertificate } from "./services/participation-certificate/service.ts";
import { remoteCareCancellation } from "./services/remote-care-cancellation/service.ts";
import { remoteCareRegistration } from "./services/remote-care-registration/service.ts";
import { remoteCareUnitRegistration } from "./services/remote-care-unit-registration/service.ts";
import { remoteLoanCertificate } from "./services/remote-loan-certificate/service.ts";
import { sealedAccountWithdrawal } from "./services/sealed-account-withdrawal/service.ts";
import { studentEnrolment } from "./services/student-enrolment/service.ts";
import { studentQuery } from "./services/student-query/service.ts";
import { unemploymentAcceptanceLetter } from "./services/unemployment-acceptance-letter/service.ts";
import { unemploymentRefund } from "./services/unemployment-refund/service.ts";

/** Every service of the hall, by its code. Contracts and API are checked against these keys. */
export const services = {
  "agency-housing-transfer-in": agencyHousingTransferIn,
  "card-photo": cardPhoto,
  "case-progress": caseProgress,
  "flex-plan-change": flexPlanChange,
  "housing-loan-query": housingLoanQuery,
  "participation-certificate": participationCertificate,
  "remote-care-cancellation": remoteCareCancellation,
  "remote-care-registration": remoteCareRegistration,
  "remote-care-unit-registration": remoteCareUnitRegistration,
  "remote-loan-certificate": remoteLoanCertificate,
  "sealed-account-withdrawal": sealedAccountWithdrawal,
  "student-enrolment": studentEnrolment,
  "student-query": studentQuery,
  "unemployment-acceptance-letter": unemploymentAcceptanceLetter,
  "unemployment-refund": unemploymentRefund,
} as const;

export type ServiceCode = keyof typeof services;

/** The Chinese name of a service; the code itself for one that has been given up. */
export function serviceName(code: string): string {
  return Object.entries(services).find(([key]) => key === code)?.[1].name ?? code;
}
