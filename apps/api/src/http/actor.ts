import type { Access } from "@hall/contracts/endpoint";
import type { StaffRole } from "@hall/domain/staff-roles";

/** Who is calling, as the access token says. */
export type Actor =
  | {
      readonly kind: "person";
      readonly id: string;
      readonly sessionId: string;
      readonly mustChangePassword: boolean;
    }
  | {
      readonly kind: "agent";
      readonly id: string;
      readonly unitId: string;
      readonly method: "password" | "certificate";
      readonly sessionId: string;
      readonly mustChangePassword: boolean;
    }
  | {
      readonly kind: "staff";
      readonly id: string;
      readonly roles: readonly StaffRole[];
      readonly sessionId: string;
      readonly mustChangePassword: boolean;
    };

/** Whose facts an actor's requests are about: the person, or the agent's unit. */
export function subjectOf(actor: Actor): string {
  return actor.kind === "agent" ? actor.unitId : actor.id;
}

/** What proved who they are (SGN-1); null for staff, who ask for nobody. */
export function signInOf(actor: Actor): "password" | "certificate" | null {
  if (actor.kind === "agent") return actor.method;
  return actor.kind === "person" ? "password" : null;
}

export function mayAccess(actor: Actor, access: readonly Access[]): boolean {
  if (actor.kind !== "staff") return access.includes(actor.kind);
  return actor.roles.some((role) => access.includes(role));
}
