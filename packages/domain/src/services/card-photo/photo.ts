import type { Day } from "../../dates.ts";
import { type EvidenceLimits, type EvidenceSlot, KB } from "../../evidence.ts";
import type { PolicyReader } from "../../policy.ts";
import type { CardPhotoRequest } from "./input.ts";

export const photoKeys = ["photo.size", "photo.pixels", "photo.whiteBorderPercent"] as const;

/** The one picture, to the pixel (CPC-3), before a white background (CPC-4). */
export const photo: EvidenceSlot<CardPhotoRequest> = {
  slot: "photo",
  label: "制卡照片",
  help: "本人近期正面免冠彩色证件照。页面会帮您裁到规定的尺寸和大小，并当场检查。",
  required: true,
  maxFiles: 1,
  outline: "portrait",
  reads: photoKeys,
  limitsOn: cardPhotoLimits,
};

function cardPhotoLimits(policy: PolicyReader, on: Day): EvidenceLimits {
  const { minKb, maxKb } = policy.on("photo.size", on);
  const { width, height } = policy.on("photo.pixels", on);
  return {
    kinds: ["image"],
    minBytes: minKb * KB,
    maxBytes: maxKb * KB,
    image: {
      formats: ["jpeg"],
      minWidth: width,
      maxWidth: width,
      minHeight: height,
      maxHeight: height,
      minWhiteBorderPercent: policy.on("photo.whiteBorderPercent", on),
    },
  };
}
