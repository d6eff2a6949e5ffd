import { randomUUID } from "node:crypto";
import type { StaffRole } from "@hall/domain/staff-roles";
import { generateSecret } from "otplib";
import { giveDemoPassword } from "./password.ts";
import type { SeedingHall } from "./seeding-hall.ts";

interface DemoStaff {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  /** Personal number where she is insured here herself. */
  readonly participant?: string;
}

const staff: readonly DemoStaff[] = [
  { username: "reviewer1", name: "测审一", roles: ["reviewer"], participant: "P0000018" },
  { username: "reviewer2", name: "测审二", roles: ["reviewer"] },
  { username: "finance1", name: "测财一", roles: ["finance"] },
  { username: "finance2", name: "测财二", roles: ["finance"] },
  { username: "counter1", name: "测柜一", roles: ["counter"] },
  { username: "policy1", name: "测策一", roles: ["policy"] },
  { username: "policy2", name: "测策二", roles: ["policy"] },
  { username: "auditor1", name: "测审计", roles: ["auditor"] },
  { username: "admin1", name: "测管理", roles: ["admin"] },
];

export interface SeededStaff {
  readonly username: string;
  readonly roles: readonly string[];
  readonly totpSecret: string;
}

export async function seedStaff(hall: SeedingHall): Promise<readonly SeededStaff[]> {
  const seeded: SeededStaff[] = [];
  for (const { username, name, roles, participant } of staff) {
    const id = randomUUID();
    const totpSecret = generateSecret();
    const person = participant
      ? await hall.db.person.findUnique({ where: { personalNumber: participant } })
      : null;
    await hall.db.subject.create({ data: { id, kind: "staff" } });
    await hall.db.staff.create({
      data: {
        id,
        username,
        name,
        roles: [...roles],
        personId: person?.id ?? null,
        totpCipher: hall.cipher.seal(totpSecret),
      },
    });
    await giveDemoPassword(hall, "staff", id);
    seeded.push({ username, roles, totpSecret });
  }
  return seeded;
}
