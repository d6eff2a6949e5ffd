import { randomUUID } from "node:crypto";
import { fromStored } from "@hall/domain/stored-json";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { replay } from "../src/cases/replay.ts";
import { openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

const service = "/services/flex-plan-change";
const tier = (tierCode: string) => ({ packageCode: "pension-medical", tierCode });

async function quoteHash(input: unknown, as = "P0000001"): Promise<string> {
  const { json } = await test.api("POST", `${service}/check`, { as, body: { input } });
  return json.quoteHash;
}

async function submit(input: unknown, key: string = randomUUID(), hash?: string) {
  const body = { input, quoteHash: hash ?? (await quoteHash(input)) };
  return test.api("POST", `${service}/applications`, { as: "P0000001", body, key });
}

describe("an instant application (APP-2, APP-5)", () => {
  it("is decided, written and told at once", async () => {
    const { status, json, headers } = await submit(tier("t3"));
    expect(status).toBe(201);
    expect(headers.get("location")).toBe(`/api/v1/applications/${json.number}`);
    expect(json.state).toBe("done");
    expect(json.steps.map((step: { event: string }) => step.event)).toEqual(["submit", "finish"]);
    expect(json.documents).toHaveLength(1);
    const read = await test.api("GET", `/applications/${json.number}`, { as: "P0000001" });
    expect(read.json).toEqual(json);
    const { json: inbox } = await test.api("GET", "/messages", { as: "P0000001" });
    expect(inbox.items[0].body).toContain(json.number);
    const sms = await test.hall.db.message.findFirst({
      where: { applicationNumber: json.number, channel: "sms" },
    });
    expect(sms?.state).toBe("queued");
  });

  it("replaces an earlier one for the same month, whose voucher is superseded", async () => {
    const first = await submit(tier("t4"));
    const second = await submit(tier("t5"));
    expect(second.status).toBe(201);
    const number = first.json.documents[0].number;
    const { verificationCode } = await test.hall.db.document.findUniqueOrThrow({
      where: { number },
    });
    const { json } = await test.api("GET", `/verification/${verificationCode}`);
    expect(json.outcome).toBe("superseded");
    expect(json.supersededBy).toBe(second.json.documents[0].number);
    const plans = await test.hall.db.flexPlan.findMany({
      where: { supersededBy: null, applicationNumber: { not: null } },
    });
    expect(plans.map((plan) => plan.tierCode)).toEqual(["t5"]);
  });

  it("keeps what it was decided on, and no identity number in the clear", async () => {
    const { json } = await submit(tier("t1"));
    const row = await test.hall.db.application.findUniqueOrThrow({
      where: { number: json.number },
    });
    const record = z
      .object({
        input: z.unknown(),
        facts: z.object({ participant: z.object({ identityNumber: z.string() }) }),
      })
      .parse(fromStored(JSON.parse(test.hall.cipher.open(row.record))));
    expect(record.input).toEqual(tier("t1"));
    expect(record.facts.participant.identityNumber).toBe("320599198003159915");
    const { record: _sealed, ...plain } = row;
    expect(JSON.stringify(plain)).not.toContain("320599198003159915");
  });
});

describe("a decided case", () => {
  it("is judged the same when it is replayed (APP-6)", async () => {
    const { json } = await submit(tier("t3"));
    const replayed = await replay(test.hall, json.number);
    expect(replayed?.now.map(({ rule }) => rule)).toEqual(["FPC-1", "FPC-3", "FPC-4"]);
    expect(replayed?.same).toBe(true);
  });

  it("shows what would be decided otherwise", async () => {
    const { json } = await submit(tier("t4"));
    const { record } = await test.hall.db.application.findUniqueOrThrow({
      where: { number: json.number },
      select: { record: true },
    });
    const changed = test.hall.cipher.open(record).replace('"normal"', '"suspended"');
    const sealed = test.hall.cipher.seal(changed);
    await test.hall.db.application.update({
      where: { number: json.number },
      data: { record: sealed },
    });
    expect((await replay(test.hall, json.number))?.same).toBe(false);
  });
});

describe("a submission is made once (APP-4)", () => {
  it("answers fifty at once with one application", async () => {
    const input = tier("t6");
    const hash = await quoteHash(input);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit(input, key, hash)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ json }) => json.number)).size).toBe(1);
    const made = await test.hall.db.flexPlan.count({ where: { tierCode: "t6" } });
    expect(made).toBe(1);
  });

  it("refuses another body under the same key", async () => {
    const key = randomUUID();
    await submit(tier("t2"), key);
    const { status, problem } = await submit(tier("t3"), key);
    expect(status).toBe(409);
    expect(problem.code).toBe("key-reused");
  });

  it("demands a key", async () => {
    const { status, problem } = await test.api("POST", `${service}/applications`, {
      as: "P0000001",
      body: { input: tier("t4"), quoteHash: "" },
    });
    expect(status).toBe(400);
    expect(problem.errors?.[0]?.path).toBe("/header/Idempotency-Key");
  });
});

describe("what doesn't hold is refused with its reasons", () => {
  it("by a rule, with figures (XPL-1)", async () => {
    const { status, problem } = await test.api("POST", `${service}/applications`, {
      as: "P0000101",
      body: { input: tier("t3"), quoteHash: "x" },
      key: randomUUID(),
    });
    expect(status).toBe(422);
    const failing = problem.findings?.filter((finding) => finding.outcome === "fails");
    expect(failing?.map((finding) => finding.rule)).toEqual(["FPC-1"]);
    expect(failing?.[0]?.figures.some((figure) => figure.role === "actual")).toBe(true);
  });

  it("by a quote that is no longer true, with the new one (XPL-3)", async () => {
    const { status, problem } = await submit(tier("t7"), randomUUID(), "stale");
    expect(status).toBe(409);
    expect(problem.code).toBe("stale-quote");
    expect(problem.quoteHash).toMatch(/^[0-9a-f]{64}$/);
    expect(problem.quote).toMatchObject({ total: { label: "新方案每月应缴" } });
  });

  it("by its shape, naming the field", async () => {
    const { status, problem } = await test.api("POST", `${service}/check`, {
      as: "P0000001",
      body: { input: { packageCode: "", extra: 1 } },
    });
    expect(status).toBe(400);
    expect(problem.errors?.length).toBeGreaterThan(0);
  });
});

describe("a case is its applicant's", () => {
  it("isn't there for another", async () => {
    const { json } = await submit(tier("t4"));
    const { status } = await test.api("GET", `/applications/${json.number}`, { as: "P0000012" });
    expect(status).toBe(404);
    const paper = await test.api("GET", `/documents/${json.documents[0].number}`, {
      as: "P0000012",
    });
    expect(paper.status).toBe(404);
  });

  it("is rated once, when it is done", async () => {
    const { json } = await submit(tier("t3"));
    const rating = (key: string) =>
      test.api("POST", `/applications/${json.number}/rating`, {
        as: "P0000001",
        body: { stars: 5 },
        key,
      });
    expect((await rating(randomUUID())).json.rating).toEqual({
      stars: 5,
      words: null,
      followUp: null,
    });
    expect((await rating(randomUUID())).status).toBe(409);
  });
});

describe("drafts (APP-3)", () => {
  it("come back, and a stale one isn't overwritten", async () => {
    const put = (version?: number) =>
      test.api("PUT", "/drafts/flex-plan-change", {
        as: "P0000001",
        body: { input: tier("t4"), ...(version === undefined ? {} : { version }) },
      });
    const first = await put();
    expect(first.json).toMatchObject({ service: "flex-plan-change", changed: false });
    expect((await put(first.json.version)).status).toBe(200);
    expect((await put(first.json.version)).status).toBe(409);
  });
});

describe("a repetition of an act on a case", () => {
  it("is answered with the case as it stands", async () => {
    const { json } = await submit(tier("t4"));
    const key = randomUUID();
    const rating = () =>
      test.api("POST", `/applications/${json.number}/rating`, {
        as: "P0000001",
        body: { stars: 4 },
        key,
      });
    const first = await rating();
    const second = await rating();
    expect(second.status).toBe(200);
    expect(second.json).toEqual(first.json);
  });
});
