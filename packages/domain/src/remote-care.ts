import { type Day, formatDay, isAfter, isOnOrAfter } from "./dates.ts";
import { regionName, regionOf } from "./region-codes.ts";

/**
 * Registrations for medical care elsewhere (异地就医登记): people who live elsewhere for long, as
 * retirees, by themselves or for their unit, and people whom a hospital refers elsewhere.
 */
export const remoteCareKinds = [
  "relocated-retiree",
  "long-term-resident",
  "posted-worker",
  "referral",
] as const;
export type RemoteCareKind = (typeof remoteCareKinds)[number];

export const remoteCareKindNames: Readonly<Record<RemoteCareKind, string>> = {
  "relocated-retiree": "异地安置退休",
  "long-term-resident": "异地长期居住",
  "posted-worker": "常驻异地工作",
  referral: "异地转诊",
};

/** One of each can stand at a time: to live elsewhere, and to be referred from there or here. */
export type RemoteCareLane = "long-term" | "referral";

export const laneOf = (kind: RemoteCareKind): RemoteCareLane =>
  kind === "referral" ? "referral" : "long-term";

/** A registration as it is on record. */
export interface RemoteCareRegistration {
  readonly number: string;
  readonly kind: RemoteCareKind;
  /** Where care is taken: GB/T 2260. */
  readonly region: string;
  /** The address there, or the hospital that the person is referred to. */
  readonly place: string;
  readonly from: Day;
  /** Last day, included; null where it runs until it is cancelled. */
  readonly until: Day | null;
  /** First day without it, once it was cancelled. */
  readonly endedOn: Day | null;
}

/** A registration to be entered, of the person with this identity number. */
export interface RemoteCareEntry extends Omit<RemoteCareRegistration, "endedOn"> {
  readonly identityNumber: string;
}

/** Whether it stands on that day: neither cancelled nor over. One that begins later stands too. */
export const standsOn = ({ until, endedOn }: RemoteCareRegistration, on: Day): boolean =>
  (endedOn === null || isAfter(endedOn, on)) && (until === null || isOnOrAfter(until, on));

/** The registration that a new one of this kind would be the second of. */
export const standingBeside = (
  registrations: readonly RemoteCareRegistration[],
  kind: RemoteCareKind,
  on: Day,
): RemoteCareRegistration | null =>
  registrations.find((each) => laneOf(each.kind) === laneOf(kind) && standsOn(each, on)) ?? null;

type Place = Pick<RemoteCareRegistration, "region" | "place">;

/** 海南省三亚市…: the region as far as the code tells, then what was written. */
export const placeText = ({ region, place }: Place): string =>
  `${regionName(regionOf(region)) ?? region} ${place}`.trim();

/** 自2026年3月17日起，到2026年9月17日（含当日）为止. */
export const spanText = ({
  from,
  until,
}: Pick<RemoteCareRegistration, "from" | "until">): string =>
  until === null
    ? `自${formatDay(from)}起生效，到撤销为止`
    : `自${formatDay(from)}起生效，到${formatDay(until)}（含当日）为止`;

/** One line for a list: 异地长期居住，海南省 三亚市…，自…. */
export const registrationText = (each: RemoteCareRegistration): string =>
  `${remoteCareKindNames[each.kind]}，${placeText(each)}，${spanText(each)}`;

/** The service by which a person registers; others know its cases by this code. */
export const REGISTERING = "remote-care-registration";
