import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseWalk } from "./case-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";
import { paymentWalk } from "./payment-walk.ts";

// XPL-8, AUD-3: who has looked at my record, when, in which role, for which case.

interface Look {
  readonly id: string;
  readonly role: string;
  readonly what: string;
  readonly caseNumber: string | null;
  readonly matter: string | null;
  readonly isOnline: boolean;
}

let test: TestHall;
let walk: ReturnType<typeof caseWalk>;
let number: string;
beforeAll(async () => {
  test = await openTestHall();
  walk = caseWalk(test);
  number = await walk.submit("P0000012");
});
afterAll(() => test.close());

const looks = async (as = "P0000012", query = ""): Promise<Look[]> =>
  (await test.api("get", `/account/looks?limit=50${query}`, { as })).json.items;
const latest = async () => (await looks())[0];

describe("who has looked at my record", () => {
  it("is nobody before anybody did", async () => {
    expect(await looks()).toEqual([]);
  });

  it("tells a look at a case with role, case and matter, and no name", async () => {
    await walk.look(number);
    expect(await latest()).toMatchObject({
      role: "审核人员",
      what: "查看了办件和办理时核对的情况",
      caseNumber: number,
      matter: "封存住房公积金账户提取",
      isOnline: true,
    });
    expect(JSON.stringify(await looks())).not.toContain("reviewer1");
    await walk.look(number, "auditor1");
    expect(await latest()).toMatchObject({ role: "审计人员" });
  });

  it("tells what was done with the case, the newest first, page by page", async () => {
    await walk.claim(number);
    await walk.decide(number, { kind: "approve" });
    const whole = await looks();
    expect(whole.map(({ what }) => what).slice(0, 2)).toEqual([
      "作出了审核决定",
      "认领了办件，开始审核",
    ]);
    const first = await test.api("get", "/account/looks?limit=1", { as: "P0000012" });
    const second = await looks("P0000012", `&cursor=${first.json.nextCursor}`);
    expect(second).toEqual(whole.slice(1));
  });

  it("is somebody's own alone", async () => {
    expect(await looks("P0000001")).toEqual([]);
    expect((await test.api("get", "/account/looks", { as: "U0000004" })).status).toBe(403);
    expect((await test.api("get", "/account/looks", { as: "reviewer1" })).status).toBe(403);
    const nonsense = await test.api("get", "/account/looks?cursor=x", { as: "P0000012" });
    expect(nonsense.status).toBe(400);
  });

  it("knows the role that was held then, whatever is held now", async () => {
    const { db } = test.hall;
    await db.staff.update({ where: { username: "reviewer1" }, data: { roles: ["counter"] } });
    expect((await looks()).at(-1)).toMatchObject({ role: "审核人员" });
    await db.staff.update({ where: { username: "reviewer1" }, data: { roles: ["reviewer"] } });
  });
});

/** Every way in which staff come to see whose record it is: each leaves a look naming the person. */
describe("staff who see a person's data", () => {
  const about = async () => (await looks()).map(({ what }) => what);

  it.each([
    ["a case", "reviewer1", () => `/backoffice/cases/${number}`, "查看了办件和办理时核对的情况"],
    [
      "the ledger of a case",
      "finance1",
      () => `/backoffice/ledger?application=${number}`,
      "查看了公积金账户的账目",
    ],
  ])("leave a look at %s", async (_, as, path, what) => {
    const before = (await about()).length;
    expect((await test.api("get", path(), { as })).status).toBe(200);
    const after = await about();
    expect(after).toHaveLength(before + 1);
    expect(after[0]).toBe(what);
  });

  it("leave a look at a paper, told by its case", async () => {
    const { db } = test.hall;
    const { id } = await db.person.findUniqueOrThrow({ where: { personalNumber: "P0000012" } });
    const paper = await db.document.findFirst({ where: { subjectId: id } });
    if (!paper) throw new Error("the approval issued no paper");
    await test.api("get", `/documents/${paper.number}`, { as: "reviewer1" });
    expect(await latest()).toMatchObject({ what: "查看了文书", caseNumber: number });
  });

  it("leave one at each person whose account number goes to the bank", async () => {
    const bank = paymentWalk(test);
    const batch = await bank.sent();
    await bank.bankFile(batch);
    expect(await latest()).toMatchObject({
      role: "财务人员",
      what: "把收款账户和姓名交给银行付款",
      caseNumber: number,
    });
  });

  it("leave one at each person whose message can be read in the outbox", async () => {
    const { db } = test.hall;
    const sms = await db.message.findFirstOrThrow({
      where: { channel: "sms", applicationNumber: number },
    });
    const before = (await about()).length;
    await test.api("get", "/backoffice/messages?channel=sms", { as: "admin1" });
    expect(await about()).toHaveLength(before);
    await db.localDelivery.create({
      data: {
        messageId: sms.id,
        channel: "sms",
        receiver: "138****0012",
        body: sms.body,
        receivedAt: sms.createdAt,
      },
    });
    await test.api("get", "/backoffice/messages?channel=sms", { as: "admin1" });
    expect((await about())[0]).toBe("查看了发给您的消息");
    expect(await about()).toHaveLength(before + 1);
  });

  it("see no whole name in lists, and the looks at lists are logged", async () => {
    const lists = [
      ["reviewer1", "/backoffice/cases"],
      ["counter1", "/backoffice/awaited"],
      ["counter1", "/backoffice/counter-cases"],
      ["finance1", "/backoffice/payments?state=sent"],
    ] as const;
    const { db } = test.hall;
    const names = (await db.person.findMany({ select: { name: true } })).map(({ name }) => name);
    for (const [as, path] of lists) {
      const logged = await db.auditEvent.count();
      const { status, json } = await test.api("get", path, { as });
      expect([path, status]).toEqual([path, 200]);
      const text = JSON.stringify(json);
      expect([path, names.filter((name) => text.includes(name))]).toEqual([path, []]);
      expect([path, await db.auditEvent.count()]).toEqual([path, logged + 1]);
    }
  });
});
