import { type BenefitMonth, demandedBy, refundMonths } from "../../benefits.ts";
import { addDays, type Day } from "../../dates.ts";
import type { IssuedPaper } from "../../facts.ts";
import type { AnsweredRequest, CaseRequest, Request, Situation } from "../../service.ts";

export interface RefundInput {
  /** Own data and every month were looked over. */
  readonly detailsConfirmed: boolean;
}

export type RefundNeeds =
  | "participant"
  | "contributions"
  | "unemploymentElsewhere"
  | "benefitPlans"
  | "benefitMatters"
  | "bankSlips"
  | "issuedPapers";

export type RefundSituation = Situation<RefundNeeds>;
export type RefundRequest = Request<RefundNeeds, RefundInput>;
export type RefundDecided = CaseRequest<RefundNeeds, RefundInput>;
export type RefundPaid = AnsweredRequest<RefundNeeds, RefundInput>;

export const formKind = "unemployment-refund-form";
export const formName = "苏州工业园区失业金退支申请表";

export const declaration: readonly string[] = [
  "本人已核对个人信息和逐月的退支明细，金额和原因与本人情况相符。",
  "本人通过银行柜台转账退款，并把银行缴款凭证交到中心柜面。",
];

export const monthsToRefund = ({ facts }: RefundSituation) => refundMonths(facts);

/** What the form of this case asks for: fixed when it was printed, whatever was reported since. */
export function monthsOnForm({
  facts,
  applicationNumber,
}: RefundDecided): readonly { readonly plan: string; readonly month: BenefitMonth }[] {
  return demandedBy(applicationNumber, facts.benefitPlans);
}

/** The form printed last; one that was cancelled is none. */
export function lastForm({ facts }: RefundSituation): IssuedPaper | null {
  return facts.issuedPapers.findLast(({ kind }) => kind === formKind) ?? null;
}

/** The first day on which a form printed on `printedOn` can be printed again, from 00:00. */
export function firstDayAgain(
  printedOn: Day,
  { policy, today }: Pick<RefundSituation, "policy" | "today">,
): Day {
  return addDays(printedOn, policy.on("unemployment.reprintDays", today));
}
