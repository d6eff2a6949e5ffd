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
