import type { getUnit, listUnits } from "@hall/contracts/backoffice/units";
import { unitKindNames } from "@hall/domain/collecting-unit";
import { maskMobile } from "@hall/domain/masks";
import { isPermittedOn, unitPermissionNames } from "@hall/domain/unit-permissions";
import type { z } from "zod";
import { writeAudit } from "../audit/audit.ts";
import { fromCursor, pageOfRows, toCursor } from "../backoffice/cursor.ts";
import { staffNames } from "../backoffice/staff.ts";
import { instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import { isRefusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import type { Prisma } from "../store/database.ts";
import { permissionsOf } from "../store/unit-permissions.ts";
import { permissionJson } from "./present.ts";

type Query = z.output<NonNullable<typeof listUnits.query>>;
type Unit = Prisma.UnitGetPayload<object>;

export async function unitsPage({ hall, query }: Call<undefined, Query, undefined>) {
  const cursor = fromCursor(query.cursor, "text");
  if (isRefusal(cursor)) return cursor;
  const [after] = cursor ?? [];
  const rows = await hall.db.unit.findMany({
    where: { AND: [matching(query.search), after ? { code: { gt: after } } : {}] },
    orderBy: { code: "asc" },
    take: query.limit + 1,
  });
  const { page, nextCursor } = pageOfRows(rows, query.limit, ({ code }) => toCursor(code));
  const today = hall.clock.now().toPlainDate();
  const permissions = await permissionsOf(
    hall,
    page.map(({ id }) => id),
  );
  const permittedTo = (unitId: string) =>
    permissions
      .filter((each) => each.unitId === unitId && isPermittedOn(each, today))
      .map(({ kind }) => unitPermissionNames[kind]);
  return {
    items: page.map((unit) => ({ ...unitJson(unit), permitted: permittedTo(unit.id) })),
    nextCursor,
  };
}

/** Codes by how they begin, since whoever types one knows it; names by any part. */
function matching(search: string | undefined): Prisma.UnitWhereInput {
  if (!search) return {};
  const code = search.toUpperCase();
  return {
    OR: [
      { code: { startsWith: code } },
      { creditCode: { startsWith: code } },
      { name: { contains: search } },
    ],
  };
}

const unitJson = ({ code, name, creditCode, kind }: Unit) => ({
  code,
  name,
  creditCode,
  kind,
  kindName: unitKindNames[kind as keyof typeof unitKindNames],
});

type GetCall = Call<z.output<NonNullable<typeof getUnit.params>>, undefined, undefined>;

export async function unitNow({ hall, actor, params, address }: GetCall) {
  const unit = await hall.db.unit.findUnique({ where: { code: params.code } });
  if (!unit) return refuse("not-found");
  const [agents, certificates, permissions] = await partsOf(hall, unit.id);
  const names = await staffNames(
    hall,
    permissions.flatMap(({ openedBy, closedBy }) => [openedBy, closedBy]),
  );
  const today = hall.clock.now().toPlainDate();
  await writeAudit(hall, { actor, action: "unit.look", subjectId: unit.id, address });
  return {
    ...unitJson(unit),
    agents: agents.map(({ name, mobileCipher, isFirst }) => ({
      name,
      maskedMobile: mobileCipher && maskMobile(hall.cipher.open(mobileCipher)),
      isFirst,
    })),
    certificates: certificates.map(({ serial, notBefore, notAfter, revokedAt }) => ({
      serial,
      notBefore: instantText(notBefore),
      notAfter: instantText(notAfter),
      revokedAt: revokedAt && instantText(revokedAt),
    })),
    permissions: permissions.map((each) => permissionJson(each, today, names)),
  };
}

const partsOf = (hall: Hall, unitId: string) =>
  Promise.all([
    hall.db.agent.findMany({ where: { unitId }, orderBy: [{ isFirst: "desc" }, { name: "asc" }] }),
    hall.db.unitCertificate.findMany({ where: { unitId }, orderBy: { notBefore: "desc" } }),
    permissionsOf(hall, [unitId]),
  ]);
