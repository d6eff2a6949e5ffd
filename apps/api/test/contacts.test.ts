import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendMessage } from "../src/worker/send-message.ts";
import { caseWalk } from "./case-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";
import { paymentWalk } from "./payment-walk.ts";

let test: TestHall;
let walk: ReturnType<typeof caseWalk>;
let pay: ReturnType<typeof paymentWalk>;
beforeAll(async () => {
  test = await openTestHall();
  walk = caseWalk(test);
  pay = paymentWalk(test);
});
afterAll(() => test.close());

const NEW_MOBILE = "13900008888";
const NEW_CARD = "6222020000000000000";
const of = (personalNumber: string) => `/backoffice/contacts/${personalNumber}`;
const base = { name: "测离一", identityChecked: true } as const;
const change = (body: object, as = "counter1", personalNumber = "P0000012") =>
  test.api("post", of(personalNumber), { as, body, key: randomUUID() });

/** The card's number with the check digit that makes it pass. */
const luhn = (body: string): string => {
  const digits = [...body].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
};
const card = { kind: "citizen-card", bank: "苏州银行", number: luhn(NEW_CARD.slice(0, -1)) };

/** As if the change had been made so many hours earlier. */
const hoursPass = (hours: number) => test.hall.db.$executeRaw`
  UPDATE person SET mobile_changed_at = mobile_changed_at - make_interval(hours => ${hours}::int)
   WHERE personal_number = 'P0000012'`;

describe("XPL-13: money waits after a phone or a card has changed", () => {
  let number: string;
  let oldMobile: string;

  it("is changed by the counter alone, against the document, never one's own", async () => {
    const { json } = await test.api("get", of("P0000012"), { as: "counter1" });
    oldMobile = json.mobile;
    expect(json).toMatchObject({ name: "测离一", heldUntil: null });
    expect(oldMobile).toMatch(/^1\d\d\*{4}\d{4}$/);
    const refused = [
      [await change({ ...base, mobile: NEW_MOBILE }, "reviewer1"), 403],
      [await change({ ...base, name: "别人", mobile: NEW_MOBILE }), 400],
      [await change({ name: base.name, mobile: NEW_MOBILE }), 400],
      [await change(base), 400],
      [await change({ ...base, mobile: "12345" }), 400],
      [await change({ ...base, card: { ...card, number: "6222020000000000001" } }), 400],
    ] as const;
    for (const [{ status }, expected] of refused) expect(status).toBe(expected);
  });

  it("tells the person on the old number and holds what waits to be paid", async () => {
    number = await walk.approved("P0000012");
    const before = await test.hall.db.message.count();
    const changed = await change({ ...base, mobile: NEW_MOBILE });
    expect(changed.status).toBe(200);
    expect(changed.json.mobile).toBe("139****8888");
    expect(changed.json.heldUntil).toContain("2026-03-18T");
    expect(await test.hall.db.message.count()).toBeGreaterThan(before);
    const sms = await test.hall.db.message.findFirstOrThrow({
      where: { title: "登记信息已变更", channel: "sms" },
    });
    await sendMessage(test.hall, sms.id);
    const { receiverMasked, body } = await test.hall.db.message.findUniqueOrThrow({
      where: { id: sms.id },
    });
    expect(receiverMasked).toBe(oldMobile);
    expect(body).toContain("手机号码");
    expect(body).toContain("24小时内暂不向您付款");
    const logged = await test.hall.db.auditEvent.findFirst({ where: { action: "contact.change" } });
    expect(JSON.stringify(logged?.detail)).not.toContain("8888");
  });

  it("is shown to finance and to the person, and nobody can pay", async () => {
    const { json } = await walk.get("/backoffice/payments", "finance1");
    expect(json.items[0].stopped).toContain("刚刚变更");
    const made = await pay.make();
    expect(made.status).toBe(409);
    expect(made.problem.detail).toContain("以后才能付款");
    const mine = await walk.get(`/applications/${number}`, "P0000012");
    expect(mine.json.payments[0].heldUntil).toContain("2026-03-18T");
  });

  it("is paid once a day has passed", async () => {
    await hoursPass(24);
    const made = await pay.make();
    expect(made.status).toBe(201);
    // A card that changes between making and releasing holds the batch as well.
    await change({ ...base, card });
    const held = await pay.release(made.json.batch.id);
    expect(held.status).toBe(403);
    expect((await pay.orderOf(number)).state).toBe("waiting");
  });
});

describe("an account that somebody else may be using", () => {
  it("is signed out everywhere by the counter, and its owner signs in anew", async () => {
    const { json: signedIn } = await test.signIn("P0000101");
    const me = (token: string) => test.api("get", "/me", { token });
    expect((await me(signedIn.accessToken)).status).toBe(200);
    const end = (as: string) => test.api("delete", `${of("P0000101")}/sign-ins`, { as });
    expect((await end("reviewer1")).status).toBe(403);
    expect((await end("counter1")).json).toEqual({ ended: 1 });
    await expect.poll(async () => (await me(signedIn.accessToken)).status).toBe(401);
    expect((await end("counter1")).json).toEqual({ ended: 0 });
    const logged = await test.hall.db.auditEvent.findFirstOrThrow({
      where: { action: "session.end" },
      orderBy: { id: "desc" },
    });
    expect(logged).toMatchObject({ actorKind: "staff", detail: { reason: "ended-by-counter" } });
    expect((await test.signIn("P0000101")).status).toBe(200);
  });
});
