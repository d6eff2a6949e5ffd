import { randomUUID, X509Certificate } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Authority } from "@hall/documents/authority";
import { issueUnitCertificate } from "@hall/documents/unit-certificate";
import { addMonths, type Day, monthOf } from "@hall/domain/dates";
import type { School, UnitFacts } from "@hall/domain/facts";
import { personas } from "@hall/domain/personas/personas";
import { enrolledPupils, youngEmployee } from "@hall/domain/personas/schools";
import type { UnitPermission } from "@hall/domain/unit-permissions";
import { asDate } from "../store/database.ts";
import { DEMO_CERTIFICATE_PASSPHRASE, giveDemoPassword } from "./password.ts";
import type { SeedingHall } from "./seeding-hall.ts";

/** Ids of the seeded units by their code. */
export type UnitIds = ReadonlyMap<string, string>;

const otherUnits: readonly UnitFacts[] = [
  { code: "U0000002", name: "测试机关", creditCode: "123205949999998B84", kind: "agency" },
  { code: "U0000003", name: "测试公租房", creditCode: "91320594MA9999C36H", kind: "rental" },
];

/** Employers come in by certificate alone. */
export const WITH_CERTIFICATE: readonly string[] = ["U0000001", "U0000006"];

export async function seedUnits(
  hall: SeedingHall,
  today: Day,
  authority: Authority,
): Promise<UnitIds> {
  const units = [
    ...otherUnits.map((unit) => ({ unit, school: null, unitPermissions: [] })),
    ...Object.values(personas).flatMap((persona) =>
      persona.kind === "unit" ? [persona.facts(today)] : [],
    ),
  ];
  const ids = new Map<string, string>();
  for (const { unit, school, unitPermissions } of units) {
    ids.set(unit.code, await seedUnit(hall, unit, school));
    await seedPermissions(hall, ids.get(unit.code) ?? "", unitPermissions);
    if (WITH_CERTIFICATE.includes(unit.code)) {
      await seedCertificate(hall, unit, ids.get(unit.code) ?? "", authority);
    }
  }
  return ids;
}

async function seedUnit(
  hall: SeedingHall,
  unit: UnitFacts,
  school: School | null,
): Promise<string> {
  const { db, cipher } = hall;
  const id = randomUUID();
  const agentId = randomUUID();
  await db.subject.create({ data: { id, kind: "unit" } });
  await db.unit.create({ data: { id, ...unit } });
  await db.agent.create({
    data: {
      id: agentId,
      unitId: id,
      name: `${unit.name}经办`,
      isFirst: true,
      mobileCipher: cipher.seal(`139000${unit.code.slice(-5)}`),
    },
  });
  await giveDemoPassword(hall, "agent", agentId);
  if (school) {
    await db.schoolClass.createMany({
      data: school.classes.map((each) => ({ unitId: id, ...each })),
    });
  }
  return id;
}

/** As taken over from the paper files of the time before: nobody of today's staff opened them. */
async function seedPermissions(
  { db }: SeedingHall,
  unitId: string,
  permissions: readonly UnitPermission[],
): Promise<void> {
  await db.unitPermission.createMany({
    data: permissions.map(({ kind, agreement, validFrom, validUntil }) => ({
      id: randomUUID(),
      unitId,
      kind,
      agreement,
      validFrom: asDate(validFrom),
      validUntil: validUntil && asDate(validUntil),
      openedAt: asDate(validFrom),
    })),
  });
}

/** The certificate goes to a file, as a unit would have it on a stick; the server keeps no key. */
async function seedCertificate(
  hall: SeedingHall,
  unit: UnitFacts,
  unitId: string,
  authority: Authority,
): Promise<void> {
  const passphrase = DEMO_CERTIFICATE_PASSPHRASE;
  const issued = await issueUnitCertificate(
    { unitCode: unit.code, unitName: unit.name, passphrase },
    authority.root,
  );
  const directory = process.env["HALL_DATA_DIR"];
  if (directory) {
    await mkdir(directory, { recursive: true });
    await writeFile(join(directory, `${unit.code}.p12`), issued.p12, { mode: 0o600 });
  }
  const certificate = new X509Certificate(issued.certificatePem);
  await hall.db.unitCertificate.create({
    data: {
      serial: issued.serial,
      unitId,
      pem: issued.certificatePem,
      notBefore: new Date(certificate.validFrom),
      notAfter: new Date(certificate.validTo),
    },
  });
}

/** Pupils enrolled for this year, and a young employee whom a list may name by mistake. */
export async function seedStudents(hall: SeedingHall, today: Day, units: UnitIds): Promise<void> {
  const { db, cipher } = hall;
  const { book } = await hall.policy.at();
  const payBy = asDate(today.with({ day: book.on("resident.payByDay", today) }));
  const premiumFen = book.on("resident.studentPremium", today).premiumFen;
  await db.studentEnrolment.createMany({
    data: enrolledPupils.map((pupil) => ({
      id: `seed:${pupil.identityNumber.slice(-6)}`,
      year: today.year,
      identityHash: cipher.lookup(pupil.identityNumber),
      identityCipher: cipher.seal(pupil.identityNumber),
      name: pupil.name,
      sex: pupil.sex,
      birthDate: asDate(pupil.birthDate),
      unitId: units.get(pupil.unitCode) ?? "",
      classCode: pupil.classCode,
      guardian: pupil.guardian,
      mobileCipher: cipher.seal(pupil.mobile),
      premiumFen,
      payBy,
      state: pupil.state,
      enrolledOn: asDate(today.with({ month: 1, day: 5 })),
    })),
  });
  await seedYoungEmployee(hall, today, units);
}

async function seedYoungEmployee(
  { db, cipher }: SeedingHall,
  today: Day,
  units: UnitIds,
): Promise<void> {
  const id = randomUUID();
  const since = asDate(
    addMonths(monthOf(today), -youngEmployee.monthsEmployed).toPlainDate({ day: 1 }),
  );
  await db.subject.create({ data: { id, kind: "person" } });
  await db.person.create({
    data: {
      id,
      personalNumber: "P0000090",
      name: youngEmployee.name,
      identityCipher: cipher.seal(youngEmployee.identityNumber),
      identityHash: cipher.lookup(youngEmployee.identityNumber),
      sex: youngEmployee.sex,
      birthDate: asDate(youngEmployee.birthDate),
      scheme: "enterprise-b",
      status: "normal",
      statusSince: since,
      householdRegion: "320571",
      householdKind: "urban",
      householdAddress: "苏州工业园区",
      womenRetireAt: 50,
    },
  });
  await db.employment.create({
    data: { id: randomUUID(), personId: id, unitId: units.get("U0000001") ?? "", fromMonth: since },
  });
}
