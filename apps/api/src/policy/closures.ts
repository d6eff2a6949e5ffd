import { randomUUID } from "node:crypto";
import type { closeService, openService } from "@hall/contracts/backoffice/policy";
import { serviceName, services } from "@hall/domain/services";
import type { z } from "zod";
import { auditPart } from "../audit/audit.ts";
import { staffNames } from "../backoffice/staff.ts";
import { instantText } from "../clock.ts";
import { refuse } from "../http/refusal.ts";
import { created } from "../http/reply.ts";
import type { Call } from "../http/route.ts";
import { commit, write } from "../store/commit.ts";
import { type Prisma, sql } from "../store/database.ts";

type Closure = Prisma.ClosureGetPayload<Record<string, never>>;

export async function listClosed({ hall }: Call<undefined, undefined, undefined>) {
  const now = hall.clock.instant();
  const rows = await hall.db.closure.findMany({
    where: { OR: [{ untilAt: null }, { untilAt: { gt: now } }] },
    orderBy: [{ fromAt: "asc" }, { id: "asc" }],
  });
  const names = await staffNames(
    hall,
    rows.map(({ createdBy }) => createdBy),
  );
  return { items: rows.map((row) => presentClosure(row, names, now)) };
}

function presentClosure(row: Closure, names: ReadonlyMap<string, string>, now: Date) {
  return {
    id: row.id,
    service: row.service,
    serviceName: serviceName(row.service),
    kind: row.kind,
    notice: row.notice,
    from: instantText(row.fromAt),
    until: row.untilAt && instantText(row.untilAt),
    createdBy: names.get(row.createdBy) ?? "",
    isInForce: row.fromAt <= now && (row.untilAt === null || row.untilAt > now),
  };
}

type CloseCall = Call<undefined, undefined, z.output<NonNullable<typeof closeService.body>>>;

/** Closes a service for maintenance or by season, with what applicants are told (GDE-4). */
export async function close({ hall, actor, body, idempotency, address }: CloseCall) {
  const { service, kind, notice } = body;
  const at = hall.clock.instant();
  if (!(service in services)) {
    return refuse("malformed", "没有这个事项。", {
      errors: [{ path: "/service", message: "没有这个事项" }],
    });
  }
  const fromAt = body.from ? new Date(body.from) : at;
  const untilAt = body.until ? new Date(body.until) : null;
  const years = [fromAt, untilAt ?? fromAt].map((time) => time.getUTCFullYear());
  if (years.some((year) => year < 2020 || year > 2200)) {
    return refuse("malformed", "开始或结束时间不对，请核对年份。");
  }
  if (untilAt && (untilAt <= fromAt || untilAt <= at)) {
    return refuse("malformed", "结束时间须晚于开始时间和现在。", {
      errors: [{ path: "/until", message: "结束时间太早" }],
    });
  }
  const row: Closure = {
    id: randomUUID(),
    service,
    kind,
    notice,
    fromAt,
    untilAt,
    createdBy: actor.id,
  };
  const answer = presentClosure(row, await staffNames(hall, [actor.id]), at);
  await commit(
    hall.db,
    [
      sql`INSERT INTO closure (id, service, kind, notice, from_at, until_at, created_by)
          VALUES (${row.id}::uuid, ${service}, ${kind}, ${notice}, ${fromAt}::timestamptz,
                  ${untilAt}::timestamptz, ${actor.id}::uuid) RETURNING 1`,
    ],
    [
      write("idempotency", idempotency.remember(201, answer)),
      write(
        "audit",
        auditPart({
          actor,
          action: "service.close",
          reference: row.id,
          detail: { service, kind },
          address,
          at,
        }),
      ),
    ],
  );
  return created(answer, "/backoffice/closures");
}

type OpenCall = Call<z.output<NonNullable<typeof openService.params>>, undefined, undefined>;

export async function open({ hall, actor, params, address }: OpenCall) {
  const row = await hall.db.closure.findUnique({ where: { id: params.id } });
  if (!row) return refuse("not-found");
  const at = hall.clock.instant();
  const { service, kind } = row;
  const outcome = await commit(
    hall.db,
    [sql`DELETE FROM closure WHERE id = ${row.id}::uuid RETURNING 1`],
    [
      write(
        "audit",
        auditPart({
          actor,
          action: "service.open",
          reference: row.id,
          detail: { service, kind },
          address,
          at,
        }),
      ),
    ],
  );
  return outcome === "moved" ? refuse("not-found") : undefined;
}
