import { generate } from "otplib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHall, type TestHall } from "./harness.ts";

const AT = "/backoffice/staff";
const NEW = { username: "reviewer9", name: "测新一", roles: ["reviewer"] };

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

let keys = 0;
const send = (method: string, path: string, body?: object, as = "admin1", key?: string) => {
  keys += 1;
  return test.api(method, `${AT}${path}`, { as, body, key: key ?? `staff-test-${keys}` });
};
const idOf = async (username: string) =>
  (await test.hall.db.staff.findUniqueOrThrow({ where: { username } })).id;
const signIn = async (username: string, password: string, secret: string) => {
  await test.hall.db.staff.updateMany({ where: { username }, data: { totpStep: 0n } });
  const totp = await generate({ secret });
  return test.api("post", "/auth/staff/sign-in", { body: { username, password, totp } });
};
const logged = async (username: string) => {
  const rows = await test.hall.db.auditEvent.findMany({
    where: { subjectId: await idOf(username), action: { not: "session.end" } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ action, detail }) => [action, detail]);
};

describe("a new member of staff (SGN-2)", () => {
  let issued: { password: string; totpSecret: string; otpauth: string };

  it("gets a password and a secret, told once, and changes the password at first", async () => {
    const made = await send("post", "", NEW, "admin1", "makes-once");
    expect(made.status).toBe(201);
    issued = made.json.issued;
    expect(issued.password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(issued.otpauth).toContain(issued.totpSecret);
    const again = await send("post", "", NEW, "admin1", "makes-once");
    expect([again.status, again.json.issued]).toEqual([201, null]);
    const kept = await test.hall.db.idempotencyKey.findFirstOrThrow({
      where: { key: "makes-once" },
    });
    expect(JSON.stringify(kept.body)).not.toContain(issued.password);

    const entered = await signIn("reviewer9", issued.password, issued.totpSecret);
    expect(entered.json.actor).toMatchObject({ roles: ["reviewer"], mustChangePassword: true });
    const token = entered.json.accessToken;
    expect((await test.api("get", "/backoffice/cases", { token })).status).toBe(403);
  });

  it("is named once, is one person at most, and has roles that go together", async () => {
    expect((await send("post", "", { ...NEW, name: "测新二" })).problem.errors?.[0]?.path).toBe(
      "/username",
    );
    const faultOf = async (change: object) =>
      (await send("post", "", { ...NEW, username: "other9", ...change })).problem.errors?.[0];
    expect(await faultOf({ roles: [] })).toMatchObject({ message: "请至少选一个岗位" });
    expect(await faultOf({ roles: ["auditor", "admin"] })).toMatchObject({
      message: "系统管理和审计不能由同一人担任",
    });
    expect(await faultOf({ personalNumber: "P0000018" })).toMatchObject({
      message: "这个个人编号已属于另一位用户。",
    });
    expect(await faultOf({ username: "1x" })).toMatchObject({ path: "/username" });
  });

  it("loses the open sessions with a change of roles, and has the new ones at the next", async () => {
    const before = await test.tokenOf("reviewer9");
    expect((await test.api("get", "/backoffice/staff/me", { token: before })).status).toBe(200);
    const path = `/${await idOf("reviewer9")}/roles`;
    const changed = await send("put", path, { roles: ["finance", "counter"] });
    expect(changed.json.roles).toEqual(["counter", "finance"]);
    expect((await test.api("get", "/backoffice/staff/me", { token: before })).status).toBe(401);
    const entered = await signIn("reviewer9", issued.password, issued.totpSecret);
    expect(entered.json.actor.roles).toEqual(["counter", "finance"]);
  });

  it("locked, is signed out and turned away like anybody unknown, until unlocked", async () => {
    const { json } = await signIn("reviewer9", issued.password, issued.totpSecret);
    const path = `/${await idOf("reviewer9")}`;
    expect((await send("post", `${path}/lock`)).json.lockedBy).toBe("测管理");
    expect((await send("post", `${path}/lock`)).status).toBe(409);
    const gone = await test.api("get", "/backoffice/staff/me", { token: json.accessToken });
    expect(gone.status).toBe(401);
    const refused = await signIn("reviewer9", issued.password, issued.totpSecret);
    const unknown = await signIn("nobody9", issued.password, issued.totpSecret);
    expect([refused.status, refused.problem.detail]).toEqual([401, unknown.problem.detail]);
    await send("post", `${path}/unlock`);
    expect((await signIn("reviewer9", issued.password, issued.totpSecret)).status).toBe(200);
  });

  it("gets new credentials for lost ones; the old ones count no more", async () => {
    const path = `/${await idOf("reviewer9")}/credentials`;
    const anew = (await send("post", path)).json.issued;
    expect((await signIn("reviewer9", issued.password, issued.totpSecret)).status).toBe(401);
    expect((await signIn("reviewer9", anew.password, issued.totpSecret)).status).toBe(401);
    expect((await signIn("reviewer9", anew.password, anew.totpSecret)).status).toBe(200);
    const acts = (await logged("reviewer9")).filter(([action]) =>
      /^(staff|role)\./.test(String(action)),
    );
    expect(acts).toEqual([
      ["staff.create", { roles: "reviewer", heldRoles: "admin" }],
      ["role.change", { before: "reviewer", after: "counter finance", heldRoles: "admin" }],
      ["staff.lock", { heldRoles: "admin" }],
      ["staff.unlock", { heldRoles: "admin" }],
      ["staff.issue", { heldRoles: "admin" }],
    ]);
  });
});

describe("accounts of staff", () => {
  it("are changed by administrators alone, and by none of them their own", async () => {
    const self = await idOf("admin1");
    for (const [method, path, body] of [
      ["put", `/${self}/roles`, { roles: ["admin", "finance"] }],
      ["post", `/${self}/lock`, undefined],
      ["post", `/${self}/credentials`, undefined],
    ] as const) {
      expect((await send(method, path, body)).status).toBe(403);
    }
    for (const as of ["reviewer1", "policy1", "auditor1", "P0000001"]) {
      expect((await send("post", "", { ...NEW, username: "sneaky9" }, as)).status).toBe(403);
      expect((await send("put", `/${self}/roles`, { roles: ["counter"] }, as)).status).toBe(403);
    }
  });

  it("are listed to administrators and auditors, page by page", async () => {
    const first = await test.api("get", `${AT}?limit=3`, { as: "auditor1" });
    expect(first.json.items.map(({ username }: { username: string }) => username)).toEqual([
      "admin1",
      "auditor1",
      "counter1",
    ]);
    const next = await test.api("get", `${AT}?limit=100&cursor=${first.json.nextCursor}`, {
      as: "admin1",
    });
    expect(next.json.items.at(-1)).toMatchObject({ username: "reviewer9", personalNumber: null });
    expect((await test.api("get", AT, { as: "reviewer1" })).status).toBe(403);
  });

  it("can't be deleted, nor watch over themselves, whoever asks the database", async () => {
    const { db } = test.hall;
    await expect(db.staff.delete({ where: { username: "reviewer2" } })).rejects.toThrow();
    const roles = { data: { roles: ["admin", "auditor"] } };
    await expect(db.staff.update({ where: { username: "reviewer2" }, ...roles })).rejects.toThrow();
  });
});
