import type { Fact, Section } from "./sections.ts";

/**
 * What a paper says, fixed in the transaction that issues it and stored as JSON; the bytes are
 * rendered from it later and once. Dates are `YYYY-MM-DD`, months `YYYY-MM`, instants RFC 3339
 * with offset; money is an integer number of fen. Totals are never fields: they are computed
 * from the rows that are printed.
 */
export type DocumentContent =
  | FlexPlanChangeVoucher
  | ParticipationCertificate
  | ContributionDetail
  | SealedWithdrawalReport
  | Receipt
  | StudentEnrolmentList
  | SectionsPaper;

export type DocumentKind = DocumentContent["kind"];

/** What every paper carries. */
export interface PaperHeader {
  /** Number of the paper, unique; printed at the top and on each page. */
  readonly number: string;
  readonly title: string;
  /** Who issues and signs, e.g. the full name of the centre. */
  readonly issuer: string;
  readonly issuedOn: string;
  /** Last day on which the paper counts; absent if it has no end. */
  readonly validUntil?: string;
  /** 26 characters, see `verification-code.ts`. */
  readonly verificationCode: string;
  /** What the QR code holds, with the signed fragment, see `verificationUrl()`. */
  readonly verificationUrl: string;
  /** Name as the public verification page may show it, e.g. 测*一. */
  readonly maskedName: string;
  /** Null for a form that others stamp. */
  readonly seal: Seal | null;
  /** Prints on each page that the paper comes from a demonstration. */
  readonly demo: boolean;
}

export interface Seal {
  /** Set on the circle, at most 28 characters. */
  readonly organisation: string;
  /** Set under the star, e.g. 业务专用章. */
  readonly purpose: string;
  /** Adds the small mark 演示 inside the seal. */
  readonly demo: boolean;
}

/** The holder of a paper, as printed in it. */
export interface PersonLine {
  readonly name: string;
  readonly personalNumber: string;
  readonly maskedIdentityNumber: string;
}

interface Paper {
  readonly header: PaperHeader;
  /** Small print at the end; what rests on sample parameters is said here. */
  readonly notes: readonly string[];
}

/** 业务办结凭证 of a change of package or tier (service 01). */
export interface FlexPlanChangeVoucher extends Paper {
  readonly kind: "flex-plan-change-voucher";
  readonly person: PersonLine;
  readonly applicationNumber: string;
  readonly acceptedAt: string;
  readonly previous: FlexPlanLine;
  readonly next: FlexPlanLine;
  readonly effectiveMonth: string;
  /** Day of the first debit under the new plan. */
  readonly firstDebitOn: string;
  /** Monthly contribution under the new plan, one line for each insurance and the housing fund. */
  readonly lines: readonly FlexContributionLine[];
  /** Paper of a pending change that this one replaces. */
  readonly supersedes?: SupersededPaper;
}

export interface FlexPlanLine {
  readonly packageName: string;
  readonly tierName: string;
  readonly baseFen: number;
  /** Payable each month under this plan. */
  readonly monthlyFen: number;
}

export interface FlexContributionLine {
  readonly insuranceName: string;
  readonly baseFen: number;
  /** As printed, e.g. 20%. */
  readonly rate: string;
  readonly amountFen: number;
}

export interface SupersededPaper {
  readonly number: string;
  readonly issuedOn: string;
  /** What it had been about, e.g. 养老+医疗，第三档，自2026年4月起. */
  readonly summary: string;
}

/** 参保证明 (service 03). */
export interface ParticipationCertificate extends Paper {
  readonly kind: "participation-certificate";
  readonly person: PersonLine;
  /** Employer, or the way of participating, e.g. 灵活就业人员. */
  readonly unitName: string;
  /** Day to which the figures are true. */
  readonly asOf: string;
  readonly insurances: readonly ParticipationLine[];
}

export interface ParticipationLine {
  readonly insuranceName: string;
  /** e.g. 正常参保, 暂停缴费. */
  readonly status: string;
  /** Null if nothing was paid yet. */
  readonly firstMonth: string | null;
  readonly lastMonth: string | null;
  readonly monthsCounted: number;
}

/** 参保明细 (service 03). Rows are printed in the order given: by month, then insurance. */
export interface ContributionDetail extends Paper {
  readonly kind: "contribution-detail";
  readonly person: PersonLine;
  readonly fromMonth: string;
  readonly toMonth: string;
  readonly insuranceNames: readonly string[];
  /** Never empty: an empty range gets an answer and no paper. */
  readonly rows: readonly ContributionRow[];
}

export interface ContributionRow {
  readonly month: string;
  readonly insuranceName: string;
  readonly unitName: string;
  readonly baseFen: number;
  readonly personalFen: number;
  readonly unitFen: number;
}

/** 封存住房公积金账户提取业务凭证 (service 30). Paid is balance plus interest. */
export interface SealedWithdrawalReport extends Paper {
  readonly kind: "sealed-withdrawal-report";
  readonly person: PersonLine;
  readonly applicationNumber: string;
  readonly acceptedAt: string;
  readonly approvedOn: string;
  readonly accountNumber: string;
  readonly sealedOn: string;
  /** Ground of the withdrawal in words. */
  readonly reason: string;
  readonly balanceFen: number;
  readonly interestFen: number;
  readonly payee: {
    readonly holder: string;
    readonly bankName: string;
    readonly maskedAccount: string;
  };
}

/** 受理回执 of any service: what was handed in, and every file with its hash. */
export interface Receipt extends Paper {
  readonly kind: "receipt";
  readonly applicationNumber: string;
  readonly serviceName: string;
  readonly applicantName: string;
  readonly submittedAt: string;
  /** Null if the working-day calendar of that year isn't released yet. */
  readonly dueOn: string | null;
  /** What was filled in, label and text, in the order of the form. */
  readonly facts: readonly Fact[];
  readonly files: readonly ReceivedFile[];
}

export interface ReceivedFile {
  /** What it proves, e.g. 身份证正面. */
  readonly slotName: string;
  readonly fileName: string;
  /** Length as received, in bytes. */
  readonly sizeBytes: number;
  /** Hex SHA-256 of the bytes as received, 64 characters. */
  readonly receivedSha256: string;
  /** Hex SHA-256 of the re-encoded copy that is kept; null if kept as received. */
  readonly storedSha256: string | null;
}

/** 居民医保参保学生登记汇总 (service 04), one for each saved batch. */
export interface StudentEnrolmentList extends Paper {
  readonly kind: "student-enrolment-list";
  readonly schoolName: string;
  readonly unitCode: string;
  readonly agentName: string;
  readonly applicationNumber: string;
  readonly savedAt: string;
  /** Year of insurance, e.g. 2026. */
  readonly insuredYear: string;
  /** Last day to pay, included. */
  readonly payBy: string;
  readonly rows: readonly EnrolledStudentRow[];
}

export interface EnrolledStudentRow {
  readonly name: string;
  readonly maskedIdentityNumber: string;
  readonly className: string;
  readonly amountFen: number;
}

/** Any other paper: letters, reports, forms. Described by its sections alone. */
export interface SectionsPaper extends Paper {
  readonly kind: "sections";
  /** Slug of the paper in kebab-case, for file names and statistics. */
  readonly paperKind: string;
  readonly sections: readonly Section[];
}
