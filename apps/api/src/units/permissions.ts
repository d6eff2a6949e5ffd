import { randomUUID } from "node:crypto";
import type { closePermission, openPermission } from "@hall/contracts/backoffice/units";
import { formatDay, isBefore } from "@hall/domain/dates";
import { writeMessage } from "@hall/domain/messages";
import { unitPermissionNames } from "@hall/domain/unit-permissions";
import type { z } from "zod";
import { auditPart } from "../audit/audit.ts";
import { staffNames, staffOf } from "../backoffice/staff.ts";
import { refuse } from "../http/refusal.ts";
import { created } from "../http/reply.ts";
import type { Call } from "../http/route.ts";
import { commit, exactly, subjectMoves, write } from "../store/commit.ts";
import { unitNotice } from "../store/unit-notice.ts";
import {
  findPermission,
  type KeptPermission,
  permissionClose,
  permissionInsert,
} from "../store/unit-permissions.ts";
import { permissionJson } from "./present.ts";

type OpenCall = Call<
  z.output<NonNullable<typeof openPermission.params>>,
  undefined,
  z.output<NonNullable<typeof openPermission.body>>
>;

/** Opens a permission to a unit and tells it (RCU-1, CRW-2). */
export async function open({ hall, actor, params, body, idempotency, address }: OpenCall) {
  const unit = await hall.db.unit.findUnique({ where: { code: params.code } });
  if (!unit) return refuse("not-found");
  const at = hall.clock.instant();
  const today = hall.clock.now().toPlainDate();
  const { validFrom, validUntil = null } = body;
  if (validUntil && (isBefore(validUntil, validFrom) || isBefore(validUntil, today))) {
    const message = "有效期的最后一天须不早于第一天和今天。";
    return refuse("malformed", message, { errors: [{ path: "/validUntil", message }] });
  }
  const opened: KeptPermission = {
    id: randomUUID(),
    unitId: unit.id,
    kind: body.kind,
    agreement: body.agreement,
    validFrom,
    validUntil,
    openedAt: at,
    openedBy: actor.id,
    closedAt: null,
    closedOn: null,
    closedBy: null,
    closeReason: null,
  };
  const staff = await staffOf(hall, actor);
  const answer = permissionJson(opened, today, new Map([[staff.id, staff.name]]));
  const message = writeMessage("permission-opened", {
    permission: answer.kindName,
    span: spanWords(opened),
  });
  const outcome = await commit(
    hall.db,
    [subjectMoves(unit.id)],
    [
      permissionInsert(opened),
      ...unitNotice(`permission:${opened.id}:opened`, unit.id, message, at),
      write("idempotency", idempotency.remember(201, answer)),
      write(
        "audit",
        auditPart({
          actor,
          action: "permission.open",
          subjectId: unit.id,
          reference: opened.id,
          detail: { kind: opened.kind },
          address,
          at,
        }),
      ),
    ],
  );
  if (outcome === "moved") {
    return refuse("conflict", "这段时间内，该单位已有这项权限。需要改期的，请先关闭原来的。");
  }
  return created(answer, `/backoffice/units/${unit.code}`);
}

function spanWords({ validFrom, validUntil }: KeptPermission): string {
  const from = `自${formatDay(validFrom)}起`;
  return validUntil ? `${from}至${formatDay(validUntil)}有效` : `${from}长期有效`;
}

type CloseCall = Call<
  z.output<NonNullable<typeof closePermission.params>>,
  undefined,
  z.output<NonNullable<typeof closePermission.body>>
>;

/** Closes a permission from today on and tells the unit why; nothing that was decided changes. */
export async function close({ hall, actor, params, body, idempotency, address }: CloseCall) {
  const unit = await hall.db.unit.findUnique({ where: { code: params.code } });
  const found = unit && (await findPermission(hall, unit.id, params.id));
  if (!found) return refuse("not-found");
  const at = hall.clock.instant();
  const on = hall.clock.now().toPlainDate();
  const { reason } = body;
  const closed = {
    ...found,
    closedAt: at,
    closedOn: on,
    closedBy: actor.id,
    closeReason: reason,
  };
  const answer = permissionJson(closed, on, await staffNames(hall, [found.openedBy, actor.id]));
  const message = writeMessage("permission-closed", {
    permission: unitPermissionNames[found.kind],
    reason,
  });
  const outcome = await commit(
    hall.db,
    [subjectMoves(unit.id)],
    [
      permissionClose(found.id, { at, on, by: actor.id, reason }),
      exactly("permission_closed", 1),
      ...unitNotice(`permission:${found.id}:closed`, unit.id, message, at),
      write("idempotency", idempotency.remember(200, answer)),
      write(
        "audit",
        auditPart({
          actor,
          action: "permission.close",
          subjectId: unit.id,
          reference: found.id,
          detail: { kind: found.kind },
          address,
          at,
        }),
      ),
    ],
  );
  return outcome === "moved" ? refuse("conflict", "这项权限已经关闭。") : answer;
}
