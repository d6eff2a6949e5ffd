import { parseMobile } from "../../mobile.ts";
import type { Request, Situation } from "../../service.ts";

export interface CardPhotoInput {
  /** Where the result of the pre-review is told (CPC-2, CPC-6). */
  readonly mobile: string;
}

export type CardPhotoNeeds = "participant" | "cardProduction";
export type CardPhotoSituation = Situation<CardPhotoNeeds>;
export type CardPhotoRequest = Request<CardPhotoNeeds, CardPhotoInput>;

/** The number in its 11 digits; as written where it is none, which a rule refuses. */
export function mobileOf({ mobile }: CardPhotoInput): string {
  const read = parseMobile(mobile);
  return read.ok ? read.number : mobile;
}
