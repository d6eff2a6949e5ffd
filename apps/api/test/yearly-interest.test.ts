import { fen } from "@hall/domain/fen";
import { settlementOf } from "@hall/domain/housing-accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeClock } from "../src/clock.ts";
import { loadFacts } from "../src/facts/load.ts";
import { postInterest } from "../src/finance/post-interest.ts";
import type { Hall } from "../src/hall.ts";
import { openTestHall, type TestHall } from "./harness.ts";

const PERSON = "P0000002";
let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

const at = (moment: string): Hall => ({ ...test.hall, clock: makeClock(moment) });

async function account() {
  const { id } = await test.hall.db.person.findUniqueOrThrow({
    where: { personalNumber: PERSON },
    select: { id: true },
  });
  const loaded = await loadFacts(test.hall, id, ["housingAccount"]);
  if (!loaded?.facts.housingAccount) throw new Error(`${PERSON} has no housing account`);
  return loaded.facts.housingAccount;
}

const open = () => test.hall.db.housingAccount.count({ where: { status: { not: "closed" } } });
const postings = () =>
  test.hall.db.ledgerPosting.findMany({ where: { memo: "年度结息" }, orderBy: { id: "asc" } });

describe("LDG-6: interest on 30 June", () => {
  it("owes nothing before", async () => {
    expect(await postInterest(at("2026-06-29T23:00:00"))).toBe(0);
    expect(await postings()).toEqual([]);
  });

  it("credits every open account once, also where two run at once and a day late", async () => {
    const before = await account();
    const { book } = await test.hall.policy.at();
    const day = makeClock("2026-10-15T09:00:00").now().toPlainDate();
    const windingUp = settlementOf(before, day, book).totalFen;

    const late = at("2026-07-01T00:10:00");
    const credited = await Promise.all([postInterest(late), postInterest(late)]);
    expect(credited[0] + credited[1]).toBe(await open());
    expect(await postInterest(late)).toBe(0);

    const after = await account();
    const [mine] = settlementOf(before, day, book).postings;
    expect(after.balanceFen).toBe(fen(before.balanceFen + (mine?.interestFen ?? 0n)));
    expect(mine?.interestFen).toBeGreaterThan(0n);
    expect(after.interestUpTo.toString()).toBe("2026-06-30");
    // What the person is owed doesn't depend on whether the run came.
    expect(settlementOf(after, day, book).totalFen).toBe(windingUp);
  });

  it("keeps the books even, and tells the cause in the timeline", async () => {
    const made = await postings();
    expect(new Set(made.map(({ businessDay }) => businessDay.toISOString().slice(0, 10)))).toEqual(
      new Set(["2026-06-30"]),
    );
    const sum = await test.hall.db.ledgerEntry.aggregate({ _sum: { amountFen: true } });
    expect(sum._sum.amountFen).toBe(0n);
    const { json } = await test.api("GET", "/account/timeline?kind=posting&limit=20", {
      as: PERSON,
    });
    expect(json.items[0]).toMatchObject({
      on: "2026-06-30",
      title: "住房公积金账户：年度结息",
      cause: { words: "中心年度结息", caseNumber: null },
    });
  });

  it("catches up a year that was missed, with interest on the interest", async () => {
    const before = await account();
    expect(await postInterest(at("2028-06-30T01:10:00"))).toBe(await open());
    const years = await test.hall.db.ledgerPosting.findMany({
      where: { id: { startsWith: `interest-${before.number}:` } },
      orderBy: { id: "asc" },
    });
    expect(years.map(({ id }) => id.split(":")[1])).toEqual([
      "2026-06-30",
      "2027-06-30",
      "2028-06-30",
    ]);
  });
});
