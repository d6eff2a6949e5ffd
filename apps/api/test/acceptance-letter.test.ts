import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { replay } from "../src/cases/replay.ts";
import { openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

const service = "/services/unemployment-acceptance-letter";
const P7 = "P0000007";
const input = { relation: "SY0000007" };

const standing = async (as: string) => (await test.api("GET", `${service}/standing`, { as })).json;

async function hashOf(as: string, sent: unknown): Promise<string> {
  const { json } = await test.api("POST", `${service}/check`, { as, body: { input: sent } });
  return json.quoteHash;
}

const submit = (as: string, sent: unknown, quoteHash: string) =>
  test.api("POST", `${service}/applications`, {
    as,
    body: { input: sent, quoteHash },
    key: randomUUID(),
  });

describe("who goes to the counter or is refused", () => {
  it.each([
    ["P0000132", "counter", "UAL-5"],
    ["P0000133", "counter", "UAL-5"],
    ["P0000134", "refused", "UAL-7"],
    ["P0000135", "refused", "UAL-7"],
  ])("%s: %s by %s", async (person, outcome, rule) => {
    const shown = await standing(person);
    expect(shown.outcome).toBe(outcome);
    const refusing = shown.findings.filter((each: { outcome: string }) => each.outcome !== "holds");
    expect(refusing.map((each: { rule: string }) => each.rule)).toEqual([rule]);
    const { status } = await submit(person, { relation: `SY${person.slice(1)}` }, "");
    expect(status).toBe(422);
  });
});

describe("letters", () => {
  it("are five a day, out of fifty asked for at once", async () => {
    expect((await standing(P7)).outcome).toBe("open");
    const hash = await hashOf(P7, input);
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit(P7, input, hash)));
    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(5);
    expect(made.every(({ json }) => json.state === "done")).toBe(true);
    const refused = answers.filter(({ status }) => status === 422);
    expect(refused).toHaveLength(45);
    for (const { problem } of refused) {
      const [finding] = problem.findings?.filter(({ outcome }) => outcome !== "holds") ?? [];
      expect(finding).toMatchObject({ rule: "UAL-3", outcome: "later", firstDay: "2026-03-18" });
    }
    const papers = await test.hall.db.document.findMany({
      where: { kind: "unemployment-acceptance-letter" },
    });
    expect(new Set(papers.map(({ number }) => number)).size).toBe(5);
    expect(papers.every(({ maskedHolder }) => maskedHolder === "测*一")).toBe(true);
    expect(JSON.stringify(papers[0]?.content)).toContain("失业保险网上业务电子专用章");
    expect((await standing(P7)).outcome).toBe("later");
  });

  it("are each a case of their own, told in the inbox, and replayed alike", async () => {
    const { json } = await test.api("GET", "/messages", { as: P7 });
    const told = json.items.filter(({ title }: { title: string }) => title === "文书已开具");
    expect(told).toHaveLength(5);
    const cases = await test.hall.db.application.findMany({
      where: { service: "unemployment-acceptance-letter" },
    });
    expect(cases).toHaveLength(5);
    // The fifth was decided on the four before it.
    for (const { number } of cases) expect((await replay(test.hall, number))?.same).toBe(true);
  });

  it("can be verified by anyone (DOC-3)", async () => {
    const paper = await test.hall.db.document.findFirstOrThrow({
      where: { kind: "unemployment-acceptance-letter" },
    });
    const { json } = await test.api("GET", `/verification/${paper.verificationCode}`);
    expect(json).toMatchObject({ outcome: "valid", title: "苏州工业园区失业保险关系接收函" });
  });
});

describe("after midnight in Shanghai", () => {
  it("letters are to be had again", async () => {
    const clock = vi.spyOn(test.hall.clock, "now");
    clock.mockReturnValue(Temporal.PlainDateTime.from("2026-03-17T23:59:59.999"));
    expect((await standing(P7)).outcome).toBe("later");
    clock.mockReturnValue(Temporal.PlainDateTime.from("2026-03-18T00:00:00"));
    const { status } = await submit(P7, input, await hashOf(P7, input));
    clock.mockRestore();
    expect(status).toBe(201);
  });
});
