import { day } from "../../dates.ts";
import { MB, type Measured } from "../../evidence.ts";
import type { RemoteCareInput } from "./input.ts";

export const at = "2026-03-17T10:00:00";
export const today = day("2026-03-17");

export const inHainan: RemoteCareInput = {
  kind: "relocated-retiree",
  region: "460000",
  address: "海南省三亚市吉阳区迎宾路 5 号 3 幢 201 室",
  from: today,
};

export const referred: RemoteCareInput = {
  kind: "referral",
  region: "310000",
  hospital: "苏州市立医院",
  hospitalLevel: "city",
  diagnosis: "肝占位性病变待查",
  destinationHospital: "复旦大学附属中山医院",
  from: today,
};

/** A photo of a paper, as a phone makes it. */
const photo: Measured = {
  kind: "image",
  format: "jpeg",
  sizeBytes: MB,
  width: 2400,
  height: 1600,
  whiteBorderPercent: null,
};
export const identity = { "identity-front": [photo], "identity-back": [photo] };
export const proof = { "residence-proof": [photo] };
export const certificate = { "referral-certificate": [photo] };
