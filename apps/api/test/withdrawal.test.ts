import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseWalk } from "./case-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
let walk: ReturnType<typeof caseWalk>;
beforeAll(async () => {
  test = await openTestHall();
  walk = caseWalk(test);
});
afterAll(() => test.close());

const withdraw = (number: string, as: string) =>
  walk.post(`/applications/${number}/withdrawal`, as);
const holds = (number: string) =>
  test.hall.db.accountHold.count({ where: { applicationNumber: number, releasedAt: null } });

describe("the applicant takes a case back (APP-8)", () => {
  const person = "P0000012";
  let number: string;

  it("until its review begins, and the account is free again", async () => {
    number = await walk.submit(person);
    expect(await holds(number)).toBe(1);
    expect((await withdraw(number, "P0000110")).status).toBe(404);
    const { status, json } = await withdraw(number, person);
    expect([status, json.state]).toEqual([200, "withdrawn"]);
    expect(await holds(number)).toBe(0);
    expect((await walk.claim(number)).status).toBe(409);
  });

  it("not once a reviewer has it, and again where more is needed", async () => {
    number = await walk.submit(person);
    await walk.claim(number);
    const { status, problem } = await withdraw(number, person);
    expect(status).toBe(409);
    expect(problem.detail).toMatch(/审核/);
    await walk.decide(number, {
      kind: "ask",
      missing: [{ item: "户籍地址", words: "请写到门牌号" }],
    });
    expect((await withdraw(number, person)).json.state).toBe("withdrawn");
    expect(await holds(number)).toBe(0);
  });

  it("not once it is decided", async () => {
    number = await walk.approved(person);
    expect((await withdraw(number, person)).status).toBe(409);
    expect(await holds(number)).toBe(1);
  });
});
