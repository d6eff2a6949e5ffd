import { hashPassword } from "../auth/hashing.ts";
import type { SeedingHall } from "./seeding-hall.ts";

export const DEMO_PASSWORD = "Demo-2026!";
export const DEMO_CERTIFICATE_PASSPHRASE = "Demo-2026!";

/** The demo's password for somebody; one among them must change it at the first sign-in. */
export async function giveDemoPassword(
  hall: SeedingHall,
  ownerKind: "person" | "agent" | "staff",
  ownerId: string,
  mustChange = false,
): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await hall.db.credential.create({ data: { ownerId, ownerKind, passwordHash, mustChange } });
}
