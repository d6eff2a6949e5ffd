import { lastTwelveMonths, type MonthRange, paidIn } from "../../contributions.ts";
import { addMonthsClamped, type Day } from "../../dates.ts";
import type { Contribution, Insurance } from "../../facts.ts";
import type { Request, Situation } from "../../service.ts";

export interface CertificateInput {
  readonly paper: "certificate" | "detail";
  /** Of the detail; null asks for the last twelve months. */
  readonly range: MonthRange | null;
  /** Of the detail; none named means all. */
  readonly insurances: readonly Insurance[];
}

export type CertificateNeeds = "participant" | "contributions" | "housingAccount" | "legacyAccount";
export type CertificateSituation = Situation<CertificateNeeds>;
export type CertificateRequest = Request<CertificateNeeds, CertificateInput>;

export const paperNames: Readonly<Record<CertificateInput["paper"], string>> = {
  certificate: "参保证明",
  detail: "参保缴费明细",
};

export function rangeAsked({ input, today }: CertificateRequest): MonthRange {
  return input.range ?? lastTwelveMonths(today);
}

/** The rows that a detail prints; its totals are made of the same. */
export function rowsAsked(asked: CertificateRequest): readonly Contribution[] {
  return paidIn(asked.facts.contributions, rangeAsked(asked), asked.input.insurances);
}

/** The last day on which the paper can be verified. */
export function validUntil({ policy, today }: CertificateSituation): Day {
  return addMonthsClamped(today, policy.on("certificate.validMonths", today));
}
