import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../src/routes.ts";
import { caseWalk } from "../test/case-walk.ts";
import { openTestHall, type TestHall } from "../test/harness.ts";
import { count } from "./counts.ts";
import { handledBy } from "./planted.ts";

let test: TestHall;
let requests = 0;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(async () => {
  count("idempotency and races", { requests });
  await test.close();
});

const FIFTY = Array.from({ length: 50 }, (_, index) => index);
const PLAN = "/services/flex-plan-change";
const tier = (tierCode: string) => ({ packageCode: "pension-medical", tierCode });

/** All at the same moment. */
function together<T>(send: (index: number) => Promise<T>): Promise<readonly T[]> {
  requests += FIFTY.length;
  return Promise.all(FIFTY.map(send));
}

const statuses = (answers: readonly { readonly status: number }[]) => {
  const found: Record<number, number> = {};
  for (const { status } of answers) found[status] = (found[status] ?? 0) + 1;
  return found;
};

/** What else came than what may come. */
const besides = (found: Readonly<Record<number, number>>, ...allowed: readonly number[]) =>
  Object.fromEntries(Object.entries(found).filter(([status]) => !allowed.includes(Number(status))));

async function plan(tierCode: string, hall = test) {
  const input = tier(tierCode);
  const { json } = await hall.api("post", `${PLAN}/check`, { as: "P0000001", body: { input } });
  return { input, quoteHash: json.quoteHash };
}

const submit = (body: unknown, key: string, as = "P0000001", hall = test) =>
  hall.api("post", `${PLAN}/applications`, { as, key, body });

describe("one key (APP-4)", () => {
  it("makes one application, out of fifty at once, and gives all the same answer", async () => {
    const before = await test.hall.db.application.count();
    const body = await plan("t4");
    const key = randomUUID();
    const answers = await together(() => submit(body, key));
    expect(statuses(answers)).toEqual({ 201: 50 });
    expect(new Set(answers.map(({ json }) => json.number)).size).toBe(1);
    expect((await test.hall.db.application.count()) - before).toBe(1);
  });

  it("takes one of fifty different bodies, and refuses the others", async () => {
    const bodies = await Promise.all(["t3", "t5", "t6"].map((code) => plan(code)));
    const key = randomUUID();
    const answers = await together((index) => submit(bodies[index % 3], key));
    const found = statuses(answers);
    expect(besides(found, 201, 409)).toEqual({});
    const numbers = answers.filter(({ status }) => status === 201).map(({ json }) => json.number);
    expect(new Set(numbers).size).toBe(1);
    const late = await submit(bodies[0], key);
    const other = await submit(bodies[1], key);
    expect([late.status, other.status].includes(409)).toBe(true);
  });

  it("of somebody else opens nothing of theirs", async () => {
    const key = randomUUID();
    // Any of the tiers above may be the one in force.
    const mine = await submit(await plan("t2"), key);
    expect(mine.status).toBe(201);
    const theirs = await submit({ input: tier("t2"), quoteHash: "" }, key, "P0000012");
    expect(theirs.status).not.toBe(201);
    expect(JSON.stringify(theirs.json)).not.toContain(mine.json.number);
    expect(theirs.headers.get("idempotency-replayed")).toBeNull();
  });

  it("is bound to its address: the same key elsewhere is another request", async () => {
    const key = randomUUID();
    const { json } = await submit(await plan("t1"), key);
    const rated = await test.api("post", `/applications/${json.number}/rating`, {
      as: "P0000001",
      key,
      body: { stars: 5 },
    });
    expect(rated.json.number ?? rated.status).not.toBe(201);
    expect(rated.headers.get("idempotency-replayed")).toBeNull();
  });
});

async function oneClaim(number: string) {
  const claims = await together((index) =>
    test.api("post", `/backoffice/cases/${number}/claim`, {
      as: index % 2 ? "reviewer1" : "reviewer2",
      key: randomUUID(),
    }),
  );
  // Who has it may claim it again; the other never.
  const who = claims.map(({ status }, index) => (status === 200 ? index % 2 : null));
  expect(new Set(who.filter((each) => each !== null)).size).toBe(1);
  const holder = who.includes(1) ? "reviewer1" : "reviewer2";
  const { json } = await test.api("get", `/backoffice/cases/${number}`, { as: holder });
  expect(json.number).toBe(number);
}

async function moneyMovesOnce(number: string) {
  const approve = { kind: "approve" };
  const walk = caseWalk(test);
  for (const as of ["reviewer1", "reviewer2"]) {
    await walk.claim(number, as);
    await together(() => walk.decide(number, approve, as));
  }
  const orders = await test.hall.db.paymentOrder.count({ where: { applicationNumber: number } });
  expect(orders).toBe(1);
  const made = await together(() =>
    test.api("post", "/backoffice/payment-batches", {
      as: "finance1",
      key: randomUUID(),
      body: {},
    }),
  );
  expect(statuses(made)[201]).toBe(1);
  const sum = await test.hall.db.ledgerEntry.aggregate({ _sum: { amountFen: true } });
  expect(sum._sum.amountFen ?? 0n).toBe(0n);
}

describe("fifty at once, each with a key of its own", () => {
  it("get one certificate where a month has one", async () => {
    const at = "/services/remote-loan-certificate";
    const input = {
      region: "510000",
      city: "成都市",
      centreName: "成都住房公积金管理中心",
      contactName: "个贷窗口",
      contactPhone: "028-12345678",
    };
    const as = "P0000002";
    const { json } = await test.api("post", `${at}/check`, { as, body: { input } });
    const body = { input, quoteHash: json.quoteHash };
    const answers = await together(() =>
      test.api("post", `${at}/applications`, { as, key: randomUUID(), body }),
    );
    const found = statuses(answers);
    expect(besides(found, 409, 422)).toEqual({ 201: 1 });
    const service = "remote-loan-certificate";
    expect(await test.hall.db.application.count({ where: { service } })).toBe(1);
  });

  it("take money from an account once (CAS-1, LDG-2)", async () => {
    const at = "/services/sealed-account-withdrawal";
    const input = {
      householdRegion: "340000",
      householdAddress: "安徽省阜阳市颍州区清河东路 12 号",
      payee: "citizen-card",
      declarationAccepted: true,
    };
    const as = "P0000012";
    const { json } = await test.api("post", `${at}/check`, { as, body: { input } });
    const body = { input, quoteHash: json.quoteHash, evidence: [] };
    const answers = await together(() =>
      test.api("post", `${at}/applications`, { as, key: randomUUID(), body }),
    );
    expect(statuses(answers)[201]).toBe(1);
    const number = answers.find(({ status }) => status === 201)?.json.number;
    await oneClaim(number);
    await moneyMovesOnce(number);
  });

  it("use a one-time code once (SGN-6)", async () => {
    const personalNumber = "P0000003";
    const at = "/auth/person/password-reset";
    const asked = await test.api("post", at, { body: { personalNumber }, from: "203.0.113.1" });
    expect(asked.status).toBe(202);
    const sms = await test.hall.db.message.findFirstOrThrow({
      where: { id: { startsWith: "code:" } },
    });
    const code = /\d{6}/.exec(sms.body)?.[0];
    const answers = await together((index) =>
      test.api("post", `${at}/confirmation`, {
        body: { personalNumber, code, newPassword: `Sommer-Regen-${index}-Wald` },
        from: `203.0.113.${index}`,
      }),
    );
    expect(statuses(answers)).toEqual({ 204: 1, 400: 49 });
  });
});

describe("a planted hole", () => {
  it("is found: a submission that forgets its key", async () => {
    const broken = await openTestHall(
      {},
      {
        mounted: handledBy(routes, "flex-plan-change.submit", async ({ hall, actor }) => {
          const number = randomUUID();
          await hall.db.draft.create({
            data: {
              id: number,
              ownerId: actor.id,
              service: number,
              input: {},
              basis: "x",
              updatedAt: hall.clock.instant(),
            },
          });
          const bytes = Buffer.from(JSON.stringify({ number }));
          return { reply: "bytes", type: "application/json", bytes };
        }),
      },
    );
    const body = await plan("t4", broken);
    const key = randomUUID();
    const answers = await together(() => submit(body, key, "P0000001", broken));
    await broken.close();
    expect(new Set(answers.map(({ json }) => json.number)).size).toBe(50);
  });
});
