import { randomUUID } from "node:crypto";
import type { UnitPerson } from "@hall/contracts/unit-overview";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SEEDED_NOW } from "./global-setup.ts";
import { openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

const today = Temporal.PlainDateTime.from(SEEDED_NOW).toPlainDate();
async function employedBy(code: string): Promise<readonly string[]> {
  const { id } = await unitOf(code);
  const employments = await test.hall.db.employment.findMany({
    where: { unitId: id, toMonth: null },
  });
  const people = await test.hall.db.person.findMany({
    where: { id: { in: employments.map(({ personId }) => personId) } },
  });
  return people.map(({ personalNumber }) => personalNumber).sort();
}
const overviewOf = async (as: string) => (await test.api("get", "/unit", { as })).json;

describe("the day of a unit", () => {
  it("says who it is, who acts for it, what was opened to it and how it was signed in", async () => {
    const seen = await overviewOf("U0000001");
    expect(seen.unit).toMatchObject({ code: "U0000001", name: "测试科技", kindName: "用人单位" });
    expect(seen.agents.map(({ isYou }: { isYou: boolean }) => isYou)).toContain(true);
    expect(seen.employees).toBe((await employedBy("U0000001")).length);
    expect(seen.signedInBy).toBe("certificate");
    const permissions = await test.hall.db.unitPermission.findMany({
      where: { unitId: (await unitOf("U0000001")).id },
    });
    expect(seen.permissions).toHaveLength(permissions.length);
    expect(JSON.stringify(seen)).not.toContain("openedBy");
    expect((await overviewOf("U0000006")).permissions).toEqual([]);
  });

  it("counts the pupils of a school, and none of who collects for nobody", async () => {
    const { id: unitId } = await unitOf("U0000004");
    const count = (state: string) =>
      test.hall.db.studentEnrolment.count({ where: { unitId, state } });
    const seen = await overviewOf("U0000004");
    expect(seen.students).toMatchObject({
      payable: await count("payable"),
      paid: await count("paid"),
      lapsed: await count("lapsed"),
    });
    expect((await overviewOf("U0000006")).students).toBeNull();
  });

  it("tells a school in autumn that the next year is on, and nobody else", async () => {
    const autumn = await openTestHall({ HALL_NOW: "2026-09-07T09:00:00" });
    try {
      const seen = async (as: string) => (await autumn.api("get", "/unit", { as })).json.waiting;
      const season = (waiting: { kind: string }[]) =>
        waiting.filter(({ kind }) => kind === "season");
      expect(season(await seen("U0000004"))).toMatchObject([
        { year: 2027, deadline: "2026-09-25", enrolled: 0 },
      ]);
      expect(season(await seen("U0000006"))).toEqual([]);
      expect(season((await overviewOf("U0000004")).waiting)).toEqual([]);
      const { json } = await autumn.api("get", "/services/student-enrolment/standing", {
        as: "U0000004",
      });
      expect(json.defaults).toEqual({ year: 2027 });
    } finally {
      await autumn.close();
    }
  });

  it("tells a certificate that is valid, revoked and over", async () => {
    const { id: unitId } = await unitOf("U0000005");
    const bound = { serial: "0a1b", unitId, pem: "", notBefore: new Date("2026-01-01") };
    const until = (days: number) => new Date(Date.now() + days * 86_400_000);
    await test.hall.db.unitCertificate.create({ data: { ...bound, notAfter: until(400) } });
    const stateOf = async () => (await overviewOf("U0000005")).certificate.state;
    expect(await stateOf()).toBe("valid");
    const change = (data: object) =>
      test.hall.db.unitCertificate.update({ where: { serial: "0a1b" }, data });
    await change({ notAfter: until(-1) });
    expect(await stateOf()).toBe("expired");
    await change({ notAfter: until(400), revokedAt: new Date() });
    expect(await stateOf()).toBe("revoked");
  });

  it("lists what waits by its last day, and what was filed with its state", async () => {
    const { id: unitId } = await unitOf("U0000004");
    const { id: agentId } = await test.hall.db.agent.findFirstOrThrow({ where: { unitId } });
    const at = test.hall.clock.instant();
    const list = { unitId, agentId, service: "student-enrolment", fileSha256: "", options: {} };
    await test.hall.db.listBatch.create({
      data: {
        ...list,
        id: randomUUID(),
        fileName: "一年级.xlsx",
        state: "checked",
        totalRows: 3000,
        faultRows: 7,
        createdAt: at,
      },
    });
    const seen = await overviewOf("U0000004");
    const waiting = seen.waiting.find(({ kind }: { kind: string }) => kind === "list");
    expect(waiting).toMatchObject({
      deadline: today.add({ days: 89 }).toString(),
      serviceName: "居民医保参保学生新增",
      batch: { fileName: "一年级.xlsx", totalRows: 3000, faultRows: 7 },
    });
    const deadlines = seen.waiting.map(({ deadline }: { deadline: string }) => deadline);
    expect(deadlines).toEqual(deadlines.toSorted());
    expect((await overviewOf("U0000006")).waiting).toEqual([]);
  });

  it("isn't a citizen's", async () => {
    expect((await test.api("get", "/unit", { as: "P0000001" })).status).toBe(403);
    expect((await test.api("get", "/unit/people", { as: "P0000001" })).status).toBe(403);
  });
});

describe("the people of a unit", () => {
  it("come page by page, own ones alone, numbers masked, and the look is logged", async () => {
    const numbers: string[] = [];
    let cursor = "";
    do {
      const { json } = await test.api("get", `/unit/people?limit=4${cursor}`, { as: "U0000001" });
      numbers.push(...json.items.map(({ personalNumber }: UnitPerson) => personalNumber));
      expect(JSON.stringify(json.items)).not.toMatch(/\d{17}[\dX]/);
      cursor = json.nextCursor ? `&cursor=${json.nextCursor}` : "";
    } while (cursor);
    expect(numbers).toContain("P0000002");
    expect(numbers).toEqual(await employedBy("U0000001"));
    const logged = await test.hall.db.auditEvent.findFirstOrThrow({
      where: { action: "query.make", subjectId: (await unitOf("U0000001")).id },
      orderBy: { id: "desc" },
    });
    expect(logged.detail).toMatchObject({ view: "people" });
    expect((await test.api("get", "/unit/people?cursor=!", { as: "U0000001" })).status).toBe(400);
  });
});

const unitOf = (code: string) => test.hall.db.unit.findUniqueOrThrow({ where: { code } });
