import { examples as agencyHousingTransferIn } from "../services/agency-housing-transfer-in/examples.ts";
import { examples as cardPhoto } from "../services/card-photo/examples.ts";
import { examples as caseProgress } from "../services/case-progress/examples.ts";
import { examples as flexPlanChange } from "../services/flex-plan-change/examples.ts";
import { examples as housingLoanQuery } from "../services/housing-loan-query/examples.ts";
import { examples as participationCertificate } from "../services/participation-certificate/examples.ts";
import { examples as remoteCareCancellation } from "../services/remote-care-cancellation/examples.ts";
import { examples as remoteCareRegistration } from "../services/remote-care-registration/examples.ts";
import { examples as remoteCareUnitRegistration } from "../services/remote-care-unit-registration/examples.ts";
import { examples as remoteLoanCertificate } from "../services/remote-loan-certificate/examples.ts";
import { examples as sealedAccountWithdrawal } from "../services/sealed-account-withdrawal/examples.ts";
import { examples as studentEnrolment } from "../services/student-enrolment/examples.ts";
import { examples as studentQuery } from "../services/student-query/examples.ts";
import { examples as unemploymentAcceptanceLetter } from "../services/unemployment-acceptance-letter/examples.ts";
import { examples as unemploymentRefund } from "../services/unemployment-refund/examples.ts";
import type { ServiceCode } from "../services.ts";
import type { AnyRow } from "./run.ts";

/** Every service's table; a service without one doesn't compile. */
export const examples = {
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
} as const satisfies Record<ServiceCode, readonly AnyRow[]>;
