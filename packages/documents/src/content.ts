import type { Section } from "@hall/domain/paper";

/**
 * What is printed, fixed in the transaction that issues it and stored as JSON; the bytes are
 * rendered from it later and once. Sections and notes are those of the domain's `Paper`, the
 * header is what the centre adds when it issues one. Dates are `YYYY-MM-DD`.
 */
export interface PaperContent {
  readonly header: PaperHeader;
  readonly sections: readonly Section[];
  /** Small print at the end. */
  readonly notes: readonly string[];
}

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
