import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Authority } from "@hall/documents/authority";
import { verificationUrl } from "@hall/documents/verification-payload";
import { signVerificationPayload } from "@hall/documents/verification-signing";
import type { Section } from "@hall/domain/paper";
import type { Hall } from "../hall.ts";
import { plainDay } from "../policy-shelf.ts";
import type { PaperPress } from "./paper-press.ts";

const CENTRE = "苏州工业园区社会保险基金和公积金管理中心";
const USUAL_SEAL = "业务专用章";

interface StoredContent {
  readonly sections: readonly Section[];
  readonly notes: readonly string[];
  readonly sealPurpose?: string;
}

/** Makes the bytes of an issued paper, once; a second run finds them there. */
export async function renderDocument(hall: Hall, press: PaperPress, number: string): Promise<void> {
  const { db, config } = hall;
  const row = await db.document.findUnique({ where: { number } });
  if (!row || row.sha256) return;
  const installation = await db.installation.findUniqueOrThrow({ where: { id: 1 } });
  const issuedOn = plainDay(row.issuedOn).toString();
  const validUntil = row.validUntil ? { validUntil: plainDay(row.validUntil).toString() } : {};
  const authority = JSON.parse(readFileSync(config.secrets.authorityFile, "utf8")) as Authority;
  const payload = signVerificationPayload(
    {
      kindName: row.title,
      number,
      maskedName: row.maskedHolder,
      issuedOn,
      ...validUntil,
      code: row.verificationCode,
    },
    authority.verification,
  );
  const { sections, notes, sealPurpose } = row.content as unknown as StoredContent;
  const bytes = await press.press({
    sections,
    notes,
    header: {
      number,
      title: row.title,
      issuer: CENTRE,
      issuedOn,
      ...validUntil,
      verificationCode: row.verificationCode,
      verificationUrl: verificationUrl(publicUrl(hall), row.verificationCode, payload),
      maskedName: row.maskedHolder,
      seal: { organisation: CENTRE, purpose: sealPurpose ?? USUAL_SEAL, demo: installation.demo },
      demo: installation.demo,
    },
  });
  await db.document.updateMany({
    where: { number, sha256: null },
    data: {
      bytes,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      renderedAt: hall.clock.instant(),
    },
  });
}

function publicUrl({ config }: Hall): string {
  return config.HALL_PUBLIC_URL ?? `http://${config.HALL_HOST}:${config.HALL_PORT}`;
}
