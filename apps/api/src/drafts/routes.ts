import { createHash, randomUUID } from "node:crypto";
import { deleteDraft, listDrafts, saveDraft } from "@hall/contracts/drafts";
import { RULES_VERSION } from "../cases/case-parts.ts";
import { findService } from "../cases/services.ts";
import type { Hall } from "../hall.ts";
import type { Actor } from "../http/actor.ts";
import { refuse } from "../http/refusal.ts";
import { type Route, route } from "../http/route.ts";
import type { Prisma } from "../store/database.ts";

const LARGEST_CHARACTERS = 200_000;

/** Drafts save themselves and come back on any device (APP-3). One for each service. */
export const draftRoutes: readonly Route[] = [
  route(listDrafts, async ({ hall, actor, query }) => {
    const basis = await basisNow(hall);
    const rows = await hall.db.draft.findMany({
      where: { ownerId: actor.id, ...(query.service ? { service: query.service } : {}) },
      orderBy: { updatedAt: "desc" },
    });
    return { items: rows.map((row) => draftJson(row, basis)) };
  }),
  route(saveDraft, async ({ hall, actor, params: { service }, body }) => {
    if (findService(service)?.kind !== "application") return refuse("not-found");
    if (JSON.stringify(body.input).length > LARGEST_CHARACTERS) return refuse("too-large");
    return save(hall, actor, service, body);
  }),
  route(deleteDraft, async ({ hall, actor, params: { service } }) => {
    await hall.db.draft.deleteMany({ where: { ownerId: actor.id, service } });
  }),
];

async function save(
  hall: Hall,
  actor: Actor,
  service: string,
  { input, version }: { input: Record<string, unknown>; version?: number | undefined },
) {
  const basis = await basisNow(hall);
  const where = { ownerId_service: { ownerId: actor.id, service } };
  const written = { input: input as Prisma.InputJsonValue, basis, updatedAt: hall.clock.instant() };
  if (version === undefined) {
    const row = await hall.db.draft.upsert({
      where,
      create: { id: randomUUID(), ownerId: actor.id, service, ...written },
      update: { ...written, version: { increment: 1 } },
    });
    return draftJson(row, basis);
  }
  const { count } = await hall.db.draft.updateMany({
    where: { ownerId: actor.id, service, version },
    data: { ...written, version: { increment: 1 } },
  });
  if (count === 0) return refuse("stale-version");
  return draftJson(await hall.db.draft.findUniqueOrThrow({ where }), basis);
}

/** Rules and prices that a draft was last saved under: another basis is told to its owner. */
async function basisNow(hall: Hall): Promise<string> {
  const { version } = await hall.policy.at();
  return createHash("sha256").update(`${RULES_VERSION} ${version}`).digest("hex").slice(0, 16);
}

interface DraftRow {
  readonly id: string;
  readonly service: string;
  readonly input: unknown;
  readonly version: number;
  readonly updatedAt: Date;
  readonly basis: string;
}

const draftJson = ({ basis, ...row }: DraftRow, now: string) => ({
  id: row.id,
  service: row.service,
  input: row.input,
  version: row.version,
  updatedAt: row.updatedAt,
  changed: basis !== now,
});
