import { randomUUID } from "node:crypto";
import { policyEntryToJson } from "@hall/domain/policy";
import { policyValues } from "@hall/domain/policy-values";
import { asDate, type Database, type Prisma } from "../store/database.ts";

/** The values with which the hall starts, released, each with its mark and source (POL-3). */
export async function seedPolicy(db: Database): Promise<void> {
  if (await db.policyVersion.findUnique({ where: { id: 1 } })) return;
  const values = db.policyValue.createMany({
    data: policyValues.map((entry) => {
      const { key, value, mark, source } = policyEntryToJson(entry);
      return {
        id: randomUUID(),
        key,
        value: value as unknown as Prisma.InputJsonValue,
        mark,
        source,
        fromDay: asDate(entry.from),
        untilDay: entry.until && asDate(entry.until),
        state: "released",
      };
    }),
  });
  const version = db.policyVersion.create({ data: { id: 1, version: 1 } });
  await db.$transaction([values, version]);
}
