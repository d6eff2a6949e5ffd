import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendDueReminders } from "../src/reminders/send-due.ts";
import { openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

const service = "sealed-account-withdrawal";
/** P0000102 is refused until then (SAW-1). */
const firstDay = "2026-04-17";
const ask = (as: string, body: object, key: string = randomUUID()) =>
  test.api("post", "/reminders", { as, body, key });
const mine = async (as: string) => (await test.api("get", "/reminders", { as })).json.items;
const inbox = async (as: string) => (await test.api("get", "/messages", { as })).json.items;

/** As if the day that was asked for were today. */
const dayComes = (id: string) =>
  test.hall.db.reminder.update({ where: { id }, data: { day: new Date("2026-03-17T00:00:00Z") } });

describe("XPL-2: remind me on that day", () => {
  it("is one for a day, however often it is tapped, and is its owner's alone", async () => {
    const body = { service, rule: "SAW-1", day: firstDay };
    const first = await ask("P0000102", body);
    expect(first.status).toBe(201);
    expect(first.json).toMatchObject({
      rule: "SAW-1",
      day: firstDay,
      serviceName: expect.any(String),
    });
    const many = await Promise.all(Array.from({ length: 10 }, () => ask("P0000102", body)));
    expect(new Set(many.map(({ json }) => json.id))).toEqual(new Set([first.json.id]));
    expect(await mine("P0000102")).toHaveLength(1);
    expect(await mine("P0000012")).toHaveLength(0);
    const others = await test.api("delete", `/reminders/${first.json.id}`, { as: "P0000012" });
    expect(others.status).toBe(404);
  });

  it("is sent on its day, once, with how things stand then", async () => {
    const [{ id }] = await mine("P0000102");
    expect(await sendDueReminders(test.hall)).toBe(0);
    await dayComes(id);
    expect(await sendDueReminders(test.hall)).toBe(1);
    expect(await sendDueReminders(test.hall)).toBe(0);
    const [told] = await inbox("P0000102");
    // The day was moved, the record wasn't: the message says what is still in the way.
    expect(told.title).toBe("您设的提醒：到日子了，还差一步");
    expect(told.body).toContain("2026年4月17日");
    const ways = await test.hall.db.message.findMany({
      where: { id: { startsWith: `reminder:${id}` } },
    });
    expect(ways.map(({ channel }) => channel).sort()).toEqual(["inbox", "sms"]);
    expect(await mine("P0000102")).toHaveLength(0);
  });

  it("says that it is open where it is", async () => {
    const made = await ask("P0000012", { service, rule: "SAW-1", day: firstDay });
    await dayComes(made.json.id);
    expect(await sendDueReminders(test.hall)).toBe(1);
    expect((await inbox("P0000012"))[0].title).toBe("您设的提醒：今天可以办了");
  });

  it("is cancelled, and then never sent", async () => {
    const made = await ask("P0000104", { service, rule: "SAW-1", day: firstDay });
    const gone = await test.api("delete", `/reminders/${made.json.id}`, { as: "P0000104" });
    expect(gone.status).toBe(204);
    await dayComes(made.json.id);
    expect(await sendDueReminders(test.hall)).toBe(0);
    expect(await mine("P0000104")).toHaveLength(0);
  });

  it.each([
    ["today", { service, rule: "SAW-1", day: "2026-03-17" }, 400],
    ["a rule that the service hasn't", { service, rule: "FPC-1", day: firstDay }, 404],
    ["no service", { service: "nothing", rule: "SAW-1", day: firstDay }, 404],
    ["a unit's service", { service: "student-enrolment", rule: "STE-1", day: firstDay }, 404],
    ["no rule's name", { service, rule: "'; DROP", day: firstDay }, 400],
  ])("refuses %s", async (_, body, status) => {
    expect((await ask("P0000012", body)).status).toBe(status);
  });
});
