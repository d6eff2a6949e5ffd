import { type EvidenceSlot, MB } from "../../evidence.ts";
import { isInGreaterSuzhou, regionOf } from "../../region-codes.ts";
import type { RemoteCareRequest } from "./input.ts";

/** Pictures of originals (RCP-2): no scanned bundles, so that each can be looked at by itself. */
const picture = { kinds: ["image"], maxBytes: 10 * MB, required: true } as const;

export const evidence: readonly EvidenceSlot<RemoteCareRequest>[] = [
  { ...picture, slot: "identity-front", label: "身份证正面", help: "有照片的一面。", maxFiles: 1 },
  { ...picture, slot: "identity-back", label: "身份证反面", help: "有国徽的一面。", maxFiles: 1 },
  {
    ...picture,
    slot: "residence-proof",
    label: "异地居住证明",
    help: "居住证、户口簿、房产证或租房合同等，拍原件，能看清地址。",
    maxFiles: 5,
    when: {
      words: "异地安置退休、异地长期居住，住在苏州大市以外的",
      holds: ({ input: { kind, region } }) =>
        kind !== "referral" && !isInGreaterSuzhou(regionOf(region)),
    },
  },
  {
    ...picture,
    slot: "referral-certificate",
    label: "转诊证明",
    help: "市级及以上医院开具的，拍原件，能看清医院印章。",
    maxFiles: 5,
    when: { words: "异地转诊的", holds: ({ input }) => input.kind === "referral" },
  },
];
