import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { FileJson } from "@hall/contracts/files";
import { type EvidenceSlot, MB } from "@hall/domain/evidence";
import { services } from "@hall/domain/services";
import sharp from "sharp";
import type { Answer, TestHall } from "./harness.ts";

const SERVICE = "sealed-account-withdrawal";

const both = { kinds: ["image", "pdf"], maxBytes: 2 * MB } as const;
const slots: readonly EvidenceSlot<{ input: unknown }>[] = [
  { ...both, slot: "identity-front", label: "身份证人像面", required: true, maxFiles: 1 },
  { ...both, slot: "proof", label: "其他证明", required: false, maxFiles: 2 },
  {
    ...both,
    slot: "far-proof",
    label: "外省证明",
    required: true,
    maxFiles: 1,
    when: { words: "户籍在新疆的", holds: ({ input }) => JSON.stringify(input).includes("650000") },
  },
];

/**
 * A service that staff review and that asks for evidence, whatever the catalogue holds: in this
 * process alone, the withdrawal of a sealed account is made to.
 */
export function askForEvidence(): string {
  Object.assign(services[SERVICE], { evidence: slots });
  return SERVICE;
}

/** A photo of 400 by 300 that tells which camera made it. */
export const photoOf = () =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: "#a55" } })
    .withExif({ IFD0: { Make: "Testcam" } })
    .jpeg()
    .toBuffer();

/** Walks files through the hall, as a browser would. */
export function fileWalk(test: TestHall, photo: Buffer) {
  const create = (as: string, more: object = {}, key: string = randomUUID()) => {
    const file = { service: SERVICE, slot: "identity-front", fileName: "正面.jpg" };
    const body = { ...file, sizeBytes: photo.length, ...more };
    return test.api("post", "/files", { as, key, body });
  };

  async function put(as: string, id: string, bytes: Uint8Array, offset = 0, type = OCTETS) {
    const response = await fetch(`${test.url}/api/v1/files/${id}?offset=${offset}`, {
      method: "PUT",
      body: new Uint8Array(bytes),
      headers: { authorization: `Bearer ${await test.tokenOf(as)}`, "content-type": type },
    });
    const json: Answer["json"] = await response.json();
    return { status: response.status, json };
  }

  async function uploaded(as: string, slot = "identity-front", bytes = photo): Promise<FileJson> {
    const { json } = await create(as, { slot, sizeBytes: bytes.length });
    const sent = await put(as, json.id, bytes);
    if (sent.json.state !== "ready") throw new Error(JSON.stringify(sent.json));
    return sent.json;
  }

  const input = (householdRegion = "340000") => ({
    householdRegion,
    householdAddress: "安徽省阜阳市颍州区清河东路 12 号",
    payee: "citizen-card",
    declarationAccepted: true,
  });
  const check = (as: string, region?: string) =>
    test.api("post", `/services/${SERVICE}/check`, { as, body: { input: input(region) } });
  const submit = (as: string, quoteHash: string, evidence: unknown, region?: string) =>
    test.api("post", `/services/${SERVICE}/applications`, {
      as,
      key: randomUUID(),
      body: { input: input(region), quoteHash, evidence },
    });

  return {
    create,
    put,
    uploaded,
    check,
    submit,
    rowOf: (id: string) => test.hall.db.evidenceFile.findUniqueOrThrow({ where: { id } }),
    blobOf: (key: string | null) =>
      join(test.dataDir, "files", key?.slice(0, 2) ?? "", key?.slice(2, 4) ?? "", key ?? ""),
    partOf: (id: string) => join(test.dataDir, "uploads", `${id}.part`),
  };
}

const OCTETS = "application/octet-stream";
