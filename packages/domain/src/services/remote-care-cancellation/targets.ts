import { type CaseState, isOpen, nextState } from "../../case-states.ts";
import type { OnlineCase } from "../../progress.ts";
import {
  REGISTERING,
  type RemoteCareRegistration,
  registrationText,
  remoteCareKindNames,
  standsOn,
} from "../../remote-care.ts";
import type { Request, Situation } from "../../service.ts";

export interface CancellationInput {
  /** Number of the registration, or of the application that isn't decided yet. */
  readonly target: string;
}

export type CancellationNeeds = "participant" | "remoteCare" | "onlineCases";
export type CancellationSituation = Situation<CancellationNeeds>;
export type CancellationRequest = Request<CancellationNeeds, CancellationInput>;

export type Target =
  | { readonly kind: "registration"; readonly registration: RemoteCareRegistration }
  | { readonly kind: "application"; readonly application: OnlineCase };

/** Registrations that stand and applications that can be withdrawn. */
export const targetsOf = ({ facts, today }: CancellationSituation): readonly Target[] => [
  ...facts.remoteCare
    .filter((each) => standsOn(each, today))
    .map((registration) => ({ kind: "registration" as const, registration })),
  ...pendingOf(facts.onlineCases)
    .filter(({ state }) => isWithdrawable(state))
    .map((application) => ({ kind: "application" as const, application })),
];

export const pendingOf = (cases: readonly OnlineCase[]): readonly OnlineCase[] =>
  cases.filter(({ service, state }) => service === REGISTERING && isOpen(state));

/** As the applicant may withdraw it from the list of cases (APP-8). */
export const isWithdrawable = (state: CaseState): boolean => nextState(state, "withdraw") !== null;

export const numberOf = (target: Target): string =>
  target.kind === "registration" ? target.registration.number : target.application.number;

export const chosen = (asked: CancellationRequest): Target | null =>
  targetsOf(asked).find((target) => numberOf(target) === asked.input.target) ?? null;

/** What it is called where one chooses, and where it says what was cancelled. */
export const targetLabel = (target: Target): string =>
  target.kind === "registration"
    ? `${remoteCareKindNames[target.registration.kind]}登记`
    : "还没有审核的登记申请";

export const targetText = (target: Target): string =>
  target.kind === "registration"
    ? registrationText(target.registration)
    : `办件编号 ${target.application.number}`;
