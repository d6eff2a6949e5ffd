import { randomUUID } from "node:crypto";
import type { createStaff } from "@hall/contracts/backoffice/staff";
import type { z } from "zod";
import { auditPart } from "../audit/audit.ts";
import { tooBusy } from "../auth/sign-in.ts";
import type { Hall } from "../hall.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import { created } from "../http/reply.ts";
import type { Call } from "../http/route.ts";
import { commit, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { newCredentials } from "./credentials.ts";
import { accountJson, type StaffRow } from "./present.ts";

type Body = z.output<NonNullable<typeof createStaff.body>>;

/** A new member of staff, with a password that is changed at the first sign-in (SGN-2, SGN-4). */
export async function create(call: Call<undefined, undefined, Body>) {
  const { hall, actor, body, idempotency, address } = call;
  const personId = await participant(hall, body.personalNumber);
  if (personId !== null && typeof personId === "object") return personId;
  const credentials = await newCredentials(body.username);
  if (credentials === "busy") return tooBusy();
  const { issued, passwordHash, totpSecret } = credentials;
  const row: StaffRow = {
    id: randomUUID(),
    username: body.username,
    name: body.name,
    roles: body.roles,
    personId,
    totpCipher: hall.cipher.seal(totpSecret),
    totpStep: 0n,
    lockedAt: null,
    lockedBy: null,
  };
  const account = { ...(await accountJson(hall, row, actor.id)), mustChangePassword: true };
  const outcome = await commit(
    hall.db,
    [
      sql`INSERT INTO staff (id, username, name, roles, person_id, totp_cipher)
          VALUES (${row.id}::uuid, ${row.username}, ${row.name}, ${row.roles}::text[],
                  ${row.personId}::uuid, ${row.totpCipher})
          ON CONFLICT (username) DO NOTHING RETURNING 1`,
    ],
    [
      write(
        "subject",
        sql`INSERT INTO subject (id, kind) VALUES (${row.id}::uuid, 'staff') RETURNING 1`,
      ),
      write(
        "credential",
        sql`INSERT INTO credential (owner_id, owner_kind, password_hash, must_change)
            VALUES (${row.id}::uuid, 'staff', ${passwordHash}, true) RETURNING 1`,
      ),
      write("idempotency", idempotency.remember(201, { account, issued: null })),
      write(
        "audit",
        auditPart({
          actor,
          action: "staff.create",
          subjectId: row.id,
          detail: { roles: row.roles.join(" ") },
          address,
          at: hall.clock.instant(),
        }),
      ),
    ],
  );
  if (outcome === "moved") {
    const message = "这个用户名已有人使用，请换一个。";
    return refuse("conflict", message, { errors: [{ path: "/username", message }] });
  }
  return created({ account, issued }, "/backoffice/staff");
}

/** The person whom the new member of staff is; each is one member of staff at most. */
async function participant(
  { db }: Hall,
  personalNumber: string | undefined,
): Promise<string | null | Refusal> {
  if (personalNumber === undefined) return null;
  const wrong = (message: string) =>
    refuse("malformed", message, { errors: [{ path: "/personalNumber", message }] });
  const person = await db.person.findUnique({ where: { personalNumber }, select: { id: true } });
  if (!person) return wrong("没有这个个人编号，请核对。");
  const taken = await db.staff.findFirst({ where: { personId: person.id }, select: { id: true } });
  return taken ? wrong("这个个人编号已属于另一位用户。") : person.id;
}
