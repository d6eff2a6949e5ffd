import { type EvidenceReceiptJson, type FileJson, LOOSE_FILE_HOURS } from "@hall/contracts/files";
import type { Measured } from "@hall/domain/evidence";
import { z } from "zod";
import { instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import type { Prisma } from "../store/database.ts";
import { slotFace } from "./evidence-slots.ts";

export type FileRow = Prisma.EvidenceFileGetPayload<object>;

const HOUR_MS = 3_600_000;
const LONGEST_NAME = 120;

/** As the checker wrote it, and nobody else. */
export const measuredSchema = z.union([
  z.object({
    kind: z.literal("image"),
    format: z.enum(["jpeg", "png", "webp"]),
    sizeBytes: z.int(),
    width: z.int(),
    height: z.int(),
    whiteBorderPercent: z.int().nullable(),
  }),
  z.object({ kind: z.literal("pdf"), sizeBytes: z.int(), pages: z.int() }),
]) satisfies z.ZodType<Measured>;

const faultsSchema = z.array(z.object({ path: z.string(), message: z.string() }));

export function fileJson(hall: Hall, row: FileRow): FileJson {
  const measured = row.measured === null ? null : measuredSchema.parse(row.measured);
  const isLoose = row.applicationNumber === null;
  return {
    id: row.id,
    service: row.service,
    slot: row.slot,
    fileName: hall.cipher.open(row.nameCipher),
    state: row.state as FileJson["state"],
    sizeBytes: row.sizeBytes,
    receivedBytes: row.receivedBytes,
    mediaType: row.mediaType,
    width: measured?.kind === "image" ? measured.width : null,
    height: measured?.kind === "image" ? measured.height : null,
    pages: measured?.kind === "pdf" ? measured.pages : null,
    receivedSha256: row.receivedSha256,
    storedSha256: row.storedSha256,
    faults: faultsSchema.parse(row.faults ?? []),
    applicationNumber: row.applicationNumber,
    createdAt: instantText(row.createdAt),
    expiresAt: isLoose ? instantText(new Date(row.createdAt.getTime() + LIFE_MS)) : null,
  };
}

/** How long a file lives that no case names. */
export const LIFE_MS = LOOSE_FILE_HOURS * HOUR_MS;

/** Throws for a file that isn't stored: PostgreSQL lets no case name one. */
export function receiptOf(hall: Hall, row: FileRow): EvidenceReceiptJson {
  const { mediaType, receivedSha256, storedSha256, attachedAt } = row;
  if (!mediaType || !receivedSha256 || !storedSha256 || !attachedAt) {
    throw new Error(`evidence ${row.id} is named by a case and not stored`);
  }
  return {
    fileId: row.id,
    slot: row.slot,
    ...slotFace(row.service, row.slot),
    fileName: hall.cipher.open(row.nameCipher),
    mediaType,
    sizeBytes: row.sizeBytes,
    receivedSha256,
    storedSha256,
    attachedAt: instantText(attachedAt),
    state: row.damage === null ? "readable" : "damaged",
    verifiedAt: row.verifiedAt && instantText(row.verifiedAt),
  };
}

/**
 * A file's name as it is shown: the last part of a path, without what doesn't print or turns the
 * direction of writing, which have dressed a program up as a picture.
 */
export function cleanName(sent: string): string {
  const last = sent.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const printed = last.replaceAll(/[\p{C}\p{Zl}\p{Zp}"<>:|?*]/gu, "").trim();
  const name = printed.replace(/^\.+/, "");
  return [...name].slice(-LONGEST_NAME).join("") || "未命名";
}

const extensions: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "application/pdf": "pdf",
};

/** The name under which a browser saves the copy that is kept, by what it is. */
export function savedName(fileName: string, mediaType: string): string {
  const base = fileName.replace(/\.[A-Za-z0-9]{1,5}$/, "") || fileName;
  return `${base}.${extensions[mediaType] ?? "bin"}`;
}
