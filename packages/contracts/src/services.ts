import type { ServiceCode, services } from "@hall/domain/services";
import type { ContractOf } from "./service-contract.ts";
import { agencyHousingTransferInContract } from "./services/agency-housing-transfer-in.ts";
import { cardPhotoContract } from "./services/card-photo.ts";
import { caseProgressContract } from "./services/case-progress.ts";
import { flexPlanChangeContract } from "./services/flex-plan-change.ts";
import { housingLoanQueryContract } from "./services/housing-loan-query.ts";
import { participationCertificateContract } from "./services/participation-certificate.ts";
import { remoteCareCancellationContract } from "./services/remote-care-cancellation.ts";
import { remoteCareRegistrationContract } from "./services/remote-care-registration.ts";
import { remoteCareUnitRegistrationContract } from "./services/remote-care-unit-registration.ts";
import { remoteLoanCertificateContract } from "./services/remote-loan-certificate.ts";
import { sealedAccountWithdrawalContract } from "./services/sealed-account-withdrawal.ts";
import { studentEnrolmentContract } from "./services/student-enrolment.ts";
import { studentQueryContract } from "./services/student-query.ts";
import { unemploymentAcceptanceLetterContract } from "./services/unemployment-acceptance-letter.ts";
import { unemploymentRefundContract } from "./services/unemployment-refund.ts";

/** What every service sends and shows, by its code; one without a contract doesn't compile. */
export const contracts = {
  "agency-housing-transfer-in": agencyHousingTransferInContract,
  "card-photo": cardPhotoContract,
  "case-progress": caseProgressContract,
  "flex-plan-change": flexPlanChangeContract,
  "housing-loan-query": housingLoanQueryContract,
  "participation-certificate": participationCertificateContract,
  "remote-care-cancellation": remoteCareCancellationContract,
  "remote-care-registration": remoteCareRegistrationContract,
  "remote-care-unit-registration": remoteCareUnitRegistrationContract,
  "remote-loan-certificate": remoteLoanCertificateContract,
  "sealed-account-withdrawal": sealedAccountWithdrawalContract,
  "student-enrolment": studentEnrolmentContract,
  "student-query": studentQueryContract,
  "unemployment-acceptance-letter": unemploymentAcceptanceLetterContract,
  "unemployment-refund": unemploymentRefundContract,
} as const satisfies { readonly [Code in ServiceCode]: ContractOf<(typeof services)[Code]> };
