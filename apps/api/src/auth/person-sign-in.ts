import { signInPerson } from "@hall/contracts/auth";
import type { Hall } from "../hall.ts";
import { route } from "../http/route.ts";
import { isBarredHere } from "./demo-password.ts";
import { isPassword } from "./hashing.ts";
import { attemptSignIn, type Verdict } from "./sign-in.ts";

export const personSignIn = route(signInPerson, (call) =>
  attemptSignIn(call, "person", call.body.personalNumber, async (personalNumber) => {
    const person = await call.hall.db.person.findUnique({
      where: { personalNumber },
      select: { id: true },
    });
    const refused = await refusePassword(call.hall, person?.id ?? null, call.body.password);
    if (refused) return refused;
    if (!person) throw new Error("a password fits nobody");
    return { outcome: "in", ownerId: person.id, method: "password" };
  }),
);

/**
 * Null when the password is the owner's. Makes the same look-up and the same hash for owners that
 * aren't there.
 */
export async function refusePassword(
  hall: Hall,
  ownerId: string | null,
  password: string,
): Promise<Extract<Verdict, { outcome: "failed" }> | null> {
  const credential = await hall.db.credential.findUnique({ where: { ownerId: ownerId ?? NOBODY } });
  const fits = await isPassword(credential?.passwordHash ?? null, password);
  if (!ownerId) return { outcome: "failed", ownerId, reason: "unknown" };
  if (!fits) return { outcome: "failed", ownerId, reason: "password" };
  if (isBarredHere(hall, password)) return { outcome: "failed", ownerId, reason: "demo-password" };
  return null;
}

/** The nil UUID of RFC 9562, which no row has. */
const NOBODY = "00000000-0000-0000-0000-000000000000";
