import { refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";

/** Who is signed in at the back office, and what waits for them. */
export async function staffMeNow({ hall, actor }: Call<undefined, undefined, undefined>) {
  if (actor.kind !== "staff") return refuse("not-allowed");
  const { db } = hall;
  const [staff, claimed, unclaimed, paymentsWaiting] = await Promise.all([
    db.staff.findUnique({ where: { id: actor.id } }),
    db.application.count({ where: { assigneeId: actor.id, state: "in-review" } }),
    db.application.count({
      where: { assigneeId: null, state: { in: ["submitted", "in-review"] } },
    }),
    db.paymentOrder.count({ where: { state: "waiting", batchId: null } }),
  ]);
  if (!staff) return refuse("not-signed-in");
  const { id, name, username, personId } = staff;
  const { roles, mustChangePassword } = actor;
  return {
    actor: { kind: "staff", id, name, username, roles, mustChangePassword },
    isParticipant: personId !== null,
    work: { claimed, unclaimed, paymentsWaiting },
  };
}
