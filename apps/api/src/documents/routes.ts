import { readFileSync } from "node:fs";
import {
  getDocument,
  listDocuments,
  type VerificationJson,
  verificationKey,
  verifyByCode,
  verifyByHash,
} from "@hall/contracts/documents";
import type { Authority } from "@hall/documents/authority";
import { normalizeVerificationCode } from "@hall/documents/verification-code";
import { isAfter } from "@hall/domain/dates";
import { writeAudit } from "../audit/audit.ts";
import { instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import { subjectOf } from "../http/actor.ts";
import { refuse } from "../http/refusal.ts";
import { type Route, route } from "../http/route.ts";
import { plainDay } from "../policy-shelf.ts";
import type { Prisma } from "../store/database.ts";
import { overPublicLimit } from "./public-limit.ts";

export const documentRoutes: readonly Route[] = [
  route(listDocuments, async ({ hall, actor, query: { limit, cursor } }) => {
    const rows = await hall.db.document.findMany({
      where: { subjectId: subjectOf(actor) },
      orderBy: [{ createdAt: "desc" }, { number: "desc" }],
      select: { number: true, title: true, issuedOn: true, sha256: true },
      take: limit + 1,
      ...(cursor ? { cursor: { number: cursor }, skip: 1 } : {}),
    });
    const page = rows.slice(0, limit);
    return {
      items: page.map(({ number, title, issuedOn, sha256 }) => ({
        number,
        title,
        issuedOn: plainDay(issuedOn),
        state: sha256 ? "ready" : "rendering",
      })),
      nextCursor: rows.length > limit ? (page.at(-1)?.number ?? null) : null,
    };
  }),
  route(getDocument, async ({ hall, actor, params, address }) => {
    const row = await hall.db.document.findUnique({ where: { number: params.number } });
    const isStaff = actor.kind === "staff";
    if (!row || (!isStaff && row.subjectId !== subjectOf(actor))) return refuse("not-found");
    if (isStaff) {
      const { subjectId, number: reference } = row;
      await writeAudit(hall, { actor, action: "document.look", subjectId, reference, address });
    }
    if (!row.bytes)
      return { reply: "accepted", retryAfterSeconds: 1, body: { state: "rendering" } };
    return {
      reply: "bytes",
      type: "application/pdf",
      bytes: row.bytes,
      fileName: `${row.number}.pdf`,
    };
  }),
  route(verifyByCode, async ({ hall, params, address }) => {
    const limited = await overPublicLimit(hall, address);
    if (limited) return limited;
    const code = normalizeVerificationCode(params.code);
    return verification(hall, code ? { verificationCode: code } : null);
  }),
  route(verifyByHash, async ({ hall, params, address }) => {
    const limited = await overPublicLimit(hall, address);
    if (limited) return limited;
    return verification(hall, { sha256: params.sha256 });
  }),
  route(verificationKey, async ({ hall }) => {
    const authority = JSON.parse(
      readFileSync(hall.config.secrets.authorityFile, "utf8"),
    ) as Authority;
    return { publicKey: authority.verification.publicKey };
  }),
];

/** What anybody may know of a paper (DOC-3); an unknown code says no more than that. */
async function verification(
  hall: Hall,
  where: Prisma.DocumentWhereInput | null,
): Promise<VerificationJson> {
  const row =
    where && (await hall.db.document.findFirst({ where, omit: { bytes: true, content: true } }));
  const checkedAt = instantText(hall.clock.instant());
  if (!row) {
    return {
      outcome: "unknown",
      title: null,
      number: null,
      maskedHolder: null,
      issuedOn: null,
      validUntil: null,
      supersededBy: null,
      checkedAt,
    };
  }
  const validUntil = row.validUntil && plainDay(row.validUntil);
  const expired = validUntil !== null && isAfter(hall.clock.now().toPlainDate(), validUntil);
  const outcome = row.revokedAt
    ? "revoked"
    : row.supersededBy
      ? "superseded"
      : expired
        ? "expired"
        : "valid";
  return {
    outcome,
    title: row.title,
    number: row.number,
    maskedHolder: row.maskedHolder,
    issuedOn: plainDay(row.issuedOn).toString(),
    validUntil: validUntil?.toString() ?? null,
    supersededBy: row.supersededBy,
    checkedAt,
  };
}
