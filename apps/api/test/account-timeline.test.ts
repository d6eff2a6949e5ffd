import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseWalk } from "./case-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";
import { paymentWalk } from "./payment-walk.ts";

// XPL-5: one timeline joins contributions, cases, postings, papers and messages, each with its cause.

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly month: string;
  readonly on: string | null;
  readonly at: string | null;
  readonly title: string;
  readonly amountFen: number | null;
  readonly balanceFen: number | null;
  readonly cause: { readonly words: string; readonly caseNumber: string | null };
  readonly about: { readonly kind: string; readonly reference: string };
}

let test: TestHall;
let number: string;
beforeAll(async () => {
  test = await openTestHall();
  number = await caseWalk(test).approved("P0000012");
});
afterAll(() => test.close());

const ask = (query: string, as = "P0000012") =>
  test.api("get", `/account/timeline?${query}`, { as });

/** Every page after another, as somebody does who goes on to the beginning. */
async function all(query: string, limit: number, as = "P0000012"): Promise<Entry[]> {
  const items: Entry[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { json } = await ask(`${query}&limit=${limit}${cursor ? `&cursor=${cursor}` : ""}`, as);
    items.push(...json.items);
    cursor = json.nextCursor;
  }
  return items;
}

describe("the timeline of an account", () => {
  it("joins all five kinds, the newest first, whatever the pages' size", async () => {
    const whole = await all("", 100);
    expect(new Set(whole.map(({ kind }) => kind))).toEqual(
      new Set(["contribution", "case", "posting", "paper", "message"]),
    );
    expect(await all("", 3)).toEqual(whole);
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
    const months = whole.map(({ month }) => month);
    expect(months).toEqual(months.toSorted().reverse());
  });

  it("names the case as the cause of each posting, paper and message that it brought", async () => {
    const caused = (await all("", 100)).filter(({ cause }) => cause.caseNumber === number);
    const kinds = new Set(caused.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(["case", "posting", "paper", "message"]));
    for (const { kind, cause } of caused) {
      expect(cause.words).toContain(kind === "case" ? number : "封存");
    }
    const postings = caused.filter(({ kind }) => kind === "posting");
    expect(postings[0]).toMatchObject({
      about: { kind: "case", reference: number },
      balanceFen: 0,
    });
    expect(postings[0]?.amountFen).toBeLessThan(0);
  });

  it("shows months of contributions without a day, by whom they were paid", async () => {
    const paid = await all("kind=contribution", 50, "P0000003");
    const { db } = test.hall;
    const { id } = await db.person.findUniqueOrThrow({ where: { personalNumber: "P0000003" } });
    const months = await db.contribution.groupBy({ by: ["month"], where: { personId: id } });
    expect(paid).toHaveLength(months.length);
    expect(paid[0]).toMatchObject({ on: null, at: null, cause: { words: "由测试机关缴费" } });
    expect(paid[0]?.title).toMatch(/^\d{4}年\d+月缴费$/);
  });

  it("gives the balance after each posting", async () => {
    const postings = await all("kind=posting", 2);
    const oldestFirst = postings.toReversed();
    let balance = 0;
    for (const { amountFen, balanceFen } of oldestFirst) {
      balance += amountFen ?? 0;
      expect(balanceFen).toBe(balance);
    }
  });

  it("shows a span of days, both ends counted, and contributions by their month", async () => {
    const today = await all("from=2026-03-17&until=2026-03-17", 100);
    expect(today.length).toBeGreaterThan(3);
    expect(today.every(({ on, kind }) => on === "2026-03-17" || kind === "contribution")).toBe(
      true,
    );
    expect(await all("from=2026-03-18", 100)).toEqual([]);
    const year = await all("kind=contribution&from=2025-01-15&until=2025-12-15", 100, "P0000003");
    expect(year).toHaveLength(12);
    const wrong = await ask("from=2026-03-18&until=2026-03-17");
    expect([wrong.status, wrong.problem.errors?.[0]?.path]).toEqual([400, "/from"]);
  });

  it("finds words in whatever they stand, all of them", async () => {
    const byNumber = await all(`q=${number}`, 100);
    expect(byNumber.some(({ kind }) => kind === "posting")).toBe(true);
    const approved = await all(`q=${encodeURIComponent("审核通过 封存")}`, 100);
    expect(approved).toMatchObject([{ kind: "case" }]);
    const insurance = await all(`q=${encodeURIComponent("医疗保险")}`, 100, "P0000003");
    expect(new Set(insurance.map(({ kind }) => kind))).toEqual(new Set(["contribution"]));
    expect(await all(`q=${encodeURIComponent("%_")}`, 100)).toEqual([]);
    for (const typed of ["2025年3月缴费", "缴费 2025年3月"]) {
      const found = await all(`q=${encodeURIComponent(typed)}`, 10, "P0000003");
      expect(found).toMatchObject([{ title: "2025年3月缴费" }]);
    }
  });

  it("brings cases of the window too", async () => {
    const cases = await all("kind=case", 20, "P0000003");
    expect(cases.map(({ about }) => about.kind)).toContain("window-case");
  });

  it("tells when money has gone out", async () => {
    const bank = paymentWalk(test);
    const batch = await bank.sent();
    await bank.importText(await bank.sampleResult(batch));
    const { json } = await ask("limit=20&kind=case");
    expect(json.items.map(({ title }: Entry) => title)).toContain(
      "封存住房公积金账户提取：付款成功",
    );
  });

  it("is the person's own and nobody else's", async () => {
    expect((await ask("", "U0000004")).status).toBe(403);
    expect((await ask("", "reviewer1")).status).toBe(403);
    expect((await test.api("get", "/account/timeline")).status).toBe(401);
    expect(JSON.stringify((await ask("limit=100", "P0000001")).json)).not.toContain(number);
  });

  it.each(["cursor=nonsense", "from=2026-02-30", "kind=loan", "q=%00", "limit=0"])(
    "says of ?%s that it is malformed",
    async (query) => {
      expect((await ask(query)).status).toBe(400);
    },
  );

  it("takes a place that nobody made for what it is, and doesn't fail on it", async () => {
    const cursor = Buffer.from(
      JSON.stringify(["2026-03-17T02:00:00.000Z", "999999999999999999", "x"]),
    ).toString("base64url");
    expect((await ask(`cursor=${cursor}`)).status).toBe(200);
  });
});

describe("a long account among many", () => {
  it("is read by keys, at the beginning as at the end", async () => {
    const { db } = test.hall;
    const { id } = await db.person.findUniqueOrThrow({ where: { personalNumber: "P0000107" } });
    await db.$executeRaw`
      INSERT INTO contribution (person_id, month, insurance, base_fen, personal_fen, unit_fen, payer)
      SELECT ${id}::uuid, m, i, 500000, 40000, 80000, '测试科技'
        FROM generate_series(date '2005-01-01', date '2024-12-01', interval '1 month') AS m,
             unnest(ARRAY['pension', 'medical', 'unemployment', 'injury', 'maternity', 'housing']) AS i
      ON CONFLICT DO NOTHING`;
    await db.$executeRaw`
      INSERT INTO contribution (person_id, month, insurance, base_fen, personal_fen, unit_fen, payer)
      SELECT md5(n::text)::uuid, date '2025-01-01', 'pension', 500000, 40000, 80000, '别的单位'
        FROM generate_series(1, 60000) AS n`;
    await db.$executeRaw`ANALYZE contribution`;
    const entries = await all("", 100, "P0000107");
    expect(entries.filter(({ kind }) => kind === "contribution").length).toBeGreaterThanOrEqual(
      240,
    );
    const plan = await db.$queryRaw<{ "QUERY PLAN": string }[]>`
      EXPLAIN SELECT month, sum(personal_fen) FROM contribution WHERE person_id = ${id}::uuid
       GROUP BY month ORDER BY month DESC LIMIT 21`;
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).not.toContain("Seq Scan");
    const began = performance.now();
    await ask("limit=20", "P0000107");
    expect(performance.now() - began).toBeLessThan(500);
  });
});
