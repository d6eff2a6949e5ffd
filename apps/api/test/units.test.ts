import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadFacts } from "../src/facts/load.ts";
import { openTestHall, type TestHall } from "./harness.ts";

const AT = "/backoffice/units";
const ASKED = {
  kind: "remote-care-registration",
  agreement: "异地就医单位登记开通申请 3号",
  validFrom: "2026-03-17",
};

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

let keys = 0;
const post = (path: string, body: object, as = "counter1", key?: string) => {
  keys += 1;
  return test.api("post", `${AT}${path}`, { as, body, key: key ?? `units-test-${keys}` });
};
const get = (path: string, as = "counter1") => test.api("get", `${AT}${path}`, { as });
const unitId = async (code: string) =>
  (await test.hall.db.unit.findUniqueOrThrow({ where: { code } })).id;
const factsOf = async (code: string) =>
  (await loadFacts(test.hall, await unitId(code), ["unitPermissions"]))?.facts.unitPermissions;
const permissionAudits = (reference: string) =>
  test.hall.db.auditEvent.findMany({ where: { reference }, orderBy: { id: "asc" } });

describe("units", () => {
  it("are found by code, credit code and name, with what is opened to each", async () => {
    const codesOf = async (search: string) =>
      (await get(`?search=${encodeURIComponent(search)}`)).json.items.map(
        ({ code }: { code: string }) => code,
      );
    expect(await codesOf("u0000001")).toEqual(["U0000001"]);
    expect(await codesOf("123205949999990A9Q")).toEqual(["U0000004"]);
    expect(await codesOf("小学")).toEqual(["U0000004", "U0000005"]);
    expect(await codesOf("没有这个单位")).toEqual([]);
    const { json } = await get("?search=测试科技");
    expect(json.items[0]).toMatchObject({
      kindName: "用人单位",
      permitted: expect.arrayContaining(["异地就医登记（单位申请）"]),
    });
  });

  it("come by pages", async () => {
    const first = await get("?limit=2");
    const second = await get(`?limit=2&cursor=${first.json.nextCursor}`);
    expect(second.json.items[0].code > first.json.items[1].code).toBe(true);
  });

  it("show agents masked and certificates, to staff who need them, and the look is logged", async () => {
    const { json } = await get("/U0000001", "auditor1");
    expect(json.agents).toEqual([
      { name: "测试科技经办", maskedMobile: "139****0001", isFirst: true },
    ]);
    expect(json.certificates).toHaveLength(1);
    const look = await test.hall.db.auditEvent.findFirst({ where: { action: "unit.look" } });
    expect(look?.subjectId).toBe(await unitId("U0000001"));
    expect((await get("/U0000001", "finance1")).status).toBe(403);
    expect((await get("/U0000001", "U0000001")).status).toBe(403);
    expect((await get("/U9999999")).status).toBe(404);
  });
});

describe("a permission (RCU-1, CRW-2)", () => {
  it("is opened once, known to the rules, told to the unit, and closed with a reason", async () => {
    expect(await factsOf("U0000006")).toEqual([]);
    const [opened, again] = await Promise.all([
      post("/U0000006/permissions", ASKED, "counter1", "opens-once"),
      post("/U0000006/permissions", ASKED, "counter1", "opens-once"),
    ]);
    expect([opened.status, again.status]).toEqual([201, 201]);
    expect(again.json.id).toBe(opened.json.id);
    expect(opened.json).toMatchObject({ state: "in-force", openedBy: "测柜一", validUntil: null });
    expect(await factsOf("U0000006")).toMatchObject([{ kind: ASKED.kind, closedOn: null }]);

    const path = `/U0000006/permissions/${opened.json.id}/closing`;
    const closed = await post(path, { reason: "单位已没有常驻外地人员" });
    expect(closed.json).toMatchObject({ state: "closed", closeReason: "单位已没有常驻外地人员" });
    expect((await post(path, { reason: "再关闭一次" })).status).toBe(409);
    const facts = await factsOf("U0000006");
    expect(facts?.map(({ closedOn }) => String(closedOn))).toEqual(["2026-03-17"]);

    const { json } = await test.api("get", "/messages", { as: "U0000006" });
    expect(json.items.map(({ body }: { body: string }) => body)).toEqual([
      "中心已关闭贵单位的“异地就医登记（单位申请）”：单位已没有常驻外地人员。需要再次开通的，请到中心柜面申请。",
      "中心已为贵单位开通“异地就医登记（单位申请）”，自2026年3月17日起长期有效。经办人员登录网上办事大厅即可申请。",
    ]);
    const sms = await test.hall.db.message.count({
      where: { channel: "sms", subjectId: await unitId("U0000006") },
    });
    expect(sms).toBe(2);
    expect((await permissionAudits(opened.json.id)).map(({ action }) => action)).toEqual([
      "permission.open",
      "permission.close",
    ]);
    expect((await get("/U0000006")).json.permissions).toHaveLength(1);
  });

  it("isn't opened twice for a day, by two at once either; the next one begins after it", async () => {
    const span = { ...ASKED, validUntil: "2026-06-30" };
    const both = await Promise.all([
      post("/U0000005/permissions", span),
      post("/U0000005/permissions", span),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const overlapping = { ...ASKED, validFrom: "2026-06-30" };
    expect((await post("/U0000005/permissions", overlapping)).status).toBe(409);
    const next = await post("/U0000005/permissions", { ...ASKED, validFrom: "2026-07-01" });
    expect([next.status, next.json.state]).toEqual([201, "coming"]);
    const other = await post("/U0000005/permissions", { ...ASKED, kind: "collective-rent" });
    expect(other.status).toBe(201);
  });

  it("is opened by the counter alone, with an agreement and a span that can be", async () => {
    for (const as of ["reviewer1", "admin1", "policy1", "U0000001", "P0000001"]) {
      expect((await post("/U0000003/permissions", ASKED, as)).status).toBe(403);
    }
    const refused = async (change: object) =>
      (await post("/U0000003/permissions", { ...ASKED, ...change })).json.errors?.[0]?.path;
    expect(await refused({ agreement: " " })).toBe("/agreement");
    expect(await refused({ kind: "everything" })).toBe("/kind");
    expect(await refused({ validUntil: "2026-03-16" })).toBe("/validUntil");
    expect(await refused({ validFrom: "2026-01-01", validUntil: "2026-03-16" })).toBe(
      "/validUntil",
    );
    expect((await post("/U9999999/permissions", ASKED)).status).toBe(404);
    expect(await factsOf("U0000003")).toEqual([]);
  });

  it("doesn't change and isn't deleted, whoever asks the database", async () => {
    const { db } = test.hall;
    const any = await db.unitPermission.findFirstOrThrow({ where: { closedAt: null } });
    const where = { id: any.id };
    await expect(db.unitPermission.delete({ where })).rejects.toThrow("append only");
    await expect(
      db.unitPermission.update({ where, data: { agreement: "另一份协议" } }),
    ).rejects.toThrow("does not change");
  });
});
