import type { DocumentContent } from "../content.ts";
import type { Section } from "../sections.ts";
import { contributionDetail } from "./contribution-detail.ts";
import { flexPlanChangeVoucher } from "./flex-plan-change-voucher.ts";
import { participationCertificate } from "./participation-certificate.ts";
import { receipt } from "./receipt.ts";
import { sealedWithdrawalReport } from "./sealed-withdrawal-report.ts";
import { studentEnrolmentList } from "./student-enrolment-list.ts";

/** What a paper says, block by block; the small print comes last. */
export function sectionsOf(document: DocumentContent): readonly Section[] {
  const { notes } = document;
  const sections = bodyOf(document);
  return notes.length > 0 ? [...sections, { type: "notes", notes }] : sections;
}

function bodyOf(document: DocumentContent): readonly Section[] {
  switch (document.kind) {
    case "flex-plan-change-voucher":
      return flexPlanChangeVoucher(document);
    case "participation-certificate":
      return participationCertificate(document);
    case "contribution-detail":
      return contributionDetail(document);
    case "sealed-withdrawal-report":
      return sealedWithdrawalReport(document);
    case "receipt":
      return receipt(document);
    case "student-enrolment-list":
      return studentEnrolmentList(document);
    case "sections":
      return document.sections;
  }
}
