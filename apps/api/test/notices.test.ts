import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHall, type TestHall } from "./harness.ts";

const AT = "/backoffice/notices";
const TEXT = {
  title: "清明节放假安排",
  body: "4月4日至6日放假，4月7日起照常办理。\n网上可随时提交。",
  audience: "all",
  from: "2026-03-17",
  until: "2026-04-06",
};

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

let keys = 0;
const send = (method: string, path: string, body: object, as = "policy1") => {
  keys += 1;
  return test.api(method, `${AT}${path}`, { as, body, key: `notices-test-${keys}` });
};
const shownTo = async (as?: string) =>
  (await test.api("get", "/notices", as ? { as } : {})).json.items.map(
    ({ title }: { title: string }) => title,
  );
const published = async (change: object) => {
  const drafted = await send("post", "", { ...TEXT, ...change });
  return send("post", `/${drafted.json.id}/publication`, { version: 1 });
};

describe("a notice", () => {
  it("is drafted, changed, published for its span, and withdrawn, each step logged", async () => {
    const drafted = await send("post", "", TEXT);
    expect([drafted.status, drafted.json.state, drafted.json.draftedBy]).toEqual([
      201,
      "draft",
      "测策一",
    ]);
    const { id } = drafted.json;
    expect(await shownTo()).toEqual([]);
    const changed = await send("put", `/${id}`, { ...TEXT, title: "清明放假安排", version: 1 });
    expect(changed.json).toMatchObject({ title: "清明放假安排", version: 2 });
    expect((await send("post", `/${id}/publication`, { version: 1 })).status).toBe(409);
    const out = await send("post", `/${id}/publication`, { version: 2 }, "admin1");
    expect(out.json).toMatchObject({ state: "shown", publishedBy: "测管理", version: 3 });
    expect(await shownTo()).toEqual(["清明放假安排"]);
    expect((await send("put", `/${id}`, { ...TEXT, version: 3 })).status).toBe(409);
    const gone = await send("post", `/${id}/withdrawal`, { version: 3 });
    expect(gone.json).toMatchObject({ state: "withdrawn", withdrawnBy: "测策一" });
    expect(await shownTo()).toEqual([]);
    expect((await send("post", `/${id}/publication`, { version: 4 })).status).toBe(409);
    const logged = await test.hall.db.auditEvent.findMany({
      where: { reference: id },
      orderBy: { id: "asc" },
    });
    expect(logged.map(({ action }) => action)).toEqual([
      "notice.draft",
      "notice.draft",
      "notice.publish",
      "notice.withdraw",
    ]);
    await expect(
      test.hall.db.notice.update({ where: { id }, data: { title: "另一个标题" } }),
    ).rejects.toThrow("does not change");
  });

  it("is shown to its audience, from its first day", async () => {
    await published({ title: "大家都能看到的公告" });
    await published({ title: "给个人的公告", audience: "person" });
    await published({ title: "给单位的公告", audience: "unit" });
    const coming = await published({ title: "明天的公告", from: "2026-03-18" });
    expect(coming.json.state).toBe("coming");
    expect(await shownTo()).toEqual(["大家都能看到的公告"]);
    expect(await shownTo("P0000001")).toEqual(["给个人的公告", "大家都能看到的公告"]);
    expect(await shownTo("U0000004")).toEqual(["给单位的公告", "大家都能看到的公告"]);
    const listed = await test.api("get", `${AT}?limit=3`, { as: "auditor1" });
    const rest = await test.api("get", `${AT}?cursor=${listed.json.nextCursor}`, {
      as: "auditor1",
    });
    expect(rest.json.items.map(({ title }: { title: string }) => title)).toEqual([
      "大家都能看到的公告",
      "清明放假安排",
    ]);
  });

  it("needs words, an audience, and a span that isn't over; and staff whose work it is", async () => {
    const faultOf = async (change: object) =>
      (await send("post", "", { ...TEXT, ...change })).json.errors?.[0]?.path;
    expect(await faultOf({ title: "短" })).toBe("/title");
    expect(await faultOf({ audience: "staff" })).toBe("/audience");
    expect(await faultOf({ until: "2026-03-16" })).toBe("/until");
    expect(await faultOf({ from: "2026-04-07" })).toBe("/until");
    for (const as of ["reviewer1", "counter1", "P0000001", "U0000004"]) {
      expect((await send("post", "", TEXT, as)).status).toBe(403);
    }
  });
});
