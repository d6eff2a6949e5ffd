import type { Day } from "./dates.ts";

/** A row of a school's list that passed its check. */
export interface EnrolledStudent {
  readonly name: string;
  readonly identityNumber: string;
  readonly sex: "male" | "female";
  readonly birthDate: Day;
  readonly classCode: string;
  readonly guardian: string;
  readonly mobile: string;
}

/** payable until the parent pays; reduced by the school during the year. */
export const enrolmentStates = ["payable", "paid", "lapsed", "reduced"] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];

export const enrolmentStateNames: Readonly<Record<EnrolmentState, string>> = {
  payable: "待缴费",
  paid: "已缴费",
  lapsed: "逾期失效",
  reduced: "已减少",
};
