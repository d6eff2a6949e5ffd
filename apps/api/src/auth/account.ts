import type { ActorJson } from "@hall/contracts/auth";
import { staffRoles } from "@hall/domain/staff-roles";
import type { Actor } from "../http/actor.ts";
import type { Database } from "../store/database.ts";
import type { OwnerKind } from "./sign-in-names.ts";

/** Whose session it is, and how it began. */
export interface SessionOwner {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerKind: OwnerKind;
  readonly method: string;
}

/** Somebody signed in: what the token holds, and what the screen shows. */
export interface SignedInAccount {
  readonly actor: Actor;
  readonly shown: ActorJson;
}

/** Reads the owner of a session as of now; null when they are gone. */
export async function readAccount(
  db: Database,
  session: SessionOwner,
): Promise<SignedInAccount | null> {
  const credential = await db.credential.findUnique({ where: { ownerId: session.ownerId } });
  if (!credential) return null;
  const { mustChange: mustChangePassword } = credential;
  switch (session.ownerKind) {
    case "person":
      return personAccount(db, session, mustChangePassword);
    case "agent":
      return agentAccount(db, session, mustChangePassword);
    case "staff":
      return staffAccount(db, session, mustChangePassword);
  }
}

async function personAccount(db: Database, session: SessionOwner, mustChangePassword: boolean) {
  const person = await db.person.findUnique({
    where: { id: session.ownerId },
    select: { id: true, name: true, personalNumber: true },
  });
  if (!person) return null;
  const { id, name, personalNumber } = person;
  return {
    actor: { kind: "person", id, sessionId: session.id, mustChangePassword },
    shown: { kind: "person", id, name, personalNumber, mustChangePassword },
  } as const;
}

async function agentAccount(db: Database, session: SessionOwner, mustChangePassword: boolean) {
  const agent = await db.agent.findUnique({ where: { id: session.ownerId } });
  const unit = agent && (await db.unit.findUnique({ where: { id: agent.unitId } }));
  if (!agent || !unit) return null;
  const { id, name, unitId } = agent;
  const method = session.method === "certificate" ? "certificate" : "password";
  const { code, kind } = unit;
  return {
    actor: { kind: "agent", id, unitId, method, sessionId: session.id, mustChangePassword },
    shown: {
      kind: "agent",
      id,
      name,
      unit: { code, name: unit.name, kind },
      method,
      mustChangePassword,
    },
  } as const;
}

async function staffAccount(db: Database, session: SessionOwner, mustChangePassword: boolean) {
  const staff = await db.staff.findUnique({ where: { id: session.ownerId } });
  if (!staff || staff.lockedAt) return null;
  const { id, name, username } = staff;
  const roles = staffRoles.filter((role) => staff.roles.includes(role));
  return {
    actor: { kind: "staff", id, roles, sessionId: session.id, mustChangePassword },
    shown: { kind: "staff", id, name, username, roles, mustChangePassword },
  } as const;
}
