import { signInStaff } from "@hall/contracts/auth";
import { verify } from "otplib";
import type { Hall } from "../hall.ts";
import { route } from "../http/route.ts";
import { sql } from "../store/database.ts";
import { refusePassword } from "./person-sign-in.ts";
import { attemptSignIn } from "./sign-in.ts";

/** RFC 6238: the code of the step before and after counts too, for clocks that differ. */
const TOLERANCE_SECONDS = 30;
/** Codes are reckoned for unknown names as well. Base32 of 20 zero bytes. */
const NOBODYS_SECRET = "A".repeat(32);

/** SGN-2: name, password and one-time code; wrong in one is wrong in all. */
export const staffSignIn = route(signInStaff, (call) =>
  attemptSignIn(call, "staff", call.body.username, async (username) => {
    const { hall, body } = call;
    const staff = await hall.db.staff.findUnique({ where: { username } });
    const refused = await refusePassword(hall, staff?.id ?? null, body.password);
    const secret = staff ? hall.cipher.open(staff.totpCipher) : NOBODYS_SECRET;
    const step = await stepOfCode(hall, secret, body.totp);
    if (refused) return refused;
    if (!staff) throw new Error("a password fits nobody");
    const { id: ownerId } = staff;
    if (step === null || !(await useStep(hall, ownerId, step))) {
      return { outcome: "failed", ownerId, reason: "totp" };
    }
    if (staff.lockedAt) return { outcome: "failed", ownerId, reason: "account-locked" };
    return { outcome: "in", ownerId, method: "password+totp" };
  }),
);

/** The time step that the code belongs to; null when to none of now. */
async function stepOfCode(hall: Hall, secret: string, token: string): Promise<number | null> {
  const epoch = Math.floor(hall.clock.system().getTime() / 1_000);
  const result = await verify({ secret, token, epoch, epochTolerance: TOLERANCE_SECONDS });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}

/** A code works once: steps only go up, and of two requests with the same code one is late. */
async function useStep(hall: Hall, staffId: string, step: number): Promise<boolean> {
  const rows = await hall.db.$queryRaw<unknown[]>(sql`
    UPDATE staff SET totp_step = ${step} WHERE id = ${staffId}::uuid AND totp_step < ${step}
    RETURNING 1`);
  return rows.length > 0;
}
