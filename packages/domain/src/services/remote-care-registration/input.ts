import { addMonthsClamped, type Day } from "../../dates.ts";
import type { RemoteCareEntry, RemoteCareKind } from "../../remote-care.ts";
import type { CaseRequest, Request, Situation } from "../../service.ts";

/** Kinds that a person registers alone; posted workers are registered by their unit. */
export type OwnKind = Exclude<RemoteCareKind, "posted-worker">;

/** By whom the hospital that refers is run; only from the city's own on does its word count. */
export type HospitalLevel = "province" | "city" | "county";

export const hospitalLevelNames: Readonly<Record<HospitalLevel, string>> = {
  province: "省级医院",
  city: "市级医院",
  county: "县（区）级及以下医院",
};

export interface RemoteCareInput {
  readonly kind: OwnKind;
  /** Where care is taken: GB/T 2260, 320571 for the park. */
  readonly region: string;
  readonly from: Day;
  /** Where one lives there; not for a referral. */
  readonly address?: string | undefined;
  /** For a referral: who diagnosed what, and to which hospital elsewhere it refers. */
  readonly hospital?: string | undefined;
  readonly hospitalLevel?: HospitalLevel | undefined;
  readonly diagnosis?: string | undefined;
  readonly destinationHospital?: string | undefined;
}

export type RemoteCareNeeds = "participant" | "remoteCare";
export type RemoteCareSituation = Situation<RemoteCareNeeds>;
export type RemoteCareRequest = Request<RemoteCareNeeds, RemoteCareInput>;

/** Last day of a referral, included; the others run until they are cancelled (RCP-7). */
export const lastDay = ({ input, policy }: RemoteCareRequest): Day | null =>
  input.kind === "referral"
    ? addMonthsClamped(input.from, policy.on("remoteCare.referralMonths", input.from))
    : null;

/** What was written about the place: the hospital elsewhere, or the address. */
export const placeOf = ({ kind, address, destinationHospital }: RemoteCareInput): string =>
  (kind === "referral" ? destinationHospital : address)?.trim() ?? "";

/** The registration as it is entered when it is confirmed. */
export const entryOf = (asked: CaseRequest<RemoteCareNeeds, RemoteCareInput>): RemoteCareEntry => ({
  number: asked.applicationNumber,
  identityNumber: asked.facts.participant.identityNumber,
  kind: asked.input.kind,
  region: asked.input.region,
  place: placeOf(asked.input),
  from: asked.input.from,
  until: lastDay(asked),
});
