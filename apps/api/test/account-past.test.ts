import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHall, type TestHall } from "./harness.ts";

// XPL-6: the account and the parameters on any past day. The charts' months stand on the same rows.

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

const on = (day: string, as = "P0000012") => test.api("get", `/account/as-of?day=${day}`, { as });

describe("the account on a past day", () => {
  it("is today's on today, with nothing unknown", async () => {
    const { status, json } = await on("2026-03-17");
    expect(status).toBe(200);
    expect(json).toMatchObject({ day: "2026-03-17", isToday: true, unknown: [] });
    const account = await test.api("get", "/services/participation-certificate/account", {
      as: "P0000012",
    });
    expect(json.accounts[0].balanceFen).toBe(account.json.housing.balanceFen);
    expect(json.person.statusName).toBe(account.json.person.statusName);
    expect(json.latest.month).toBe(account.json.latest.month);
  });

  it("refuses a day to come, and says so at the field", async () => {
    const { status, problem } = await on("2026-03-18");
    expect(status).toBe(400);
    expect(problem.detail).toBe("2026年3月18日还没有到，只能查今天和以前的日子。");
    expect(problem.errors?.[0]?.path).toBe("/day");
    expect((await on("2026-02-30")).status).toBe(400);
  });

  it("leaves out what came later, and says what can't be known", async () => {
    const { json } = await on("2020-01-15");
    const text = JSON.stringify(json);
    expect(json.person.statusName).toBeNull();
    expect(json.unknown.map(({ what }: { what: string }) => what)).toContain("参保状态和参保身份");
    expect(json.unknown.at(-1).what).toBe("规则当时的条文");
    expect(text).not.toContain("2026-");
    for (const { last } of json.totals) expect(last <= "2020-01").toBe(true);
  });

  it("shows the parameters in force on that day with mark, source and the rules that read them", async () => {
    const limitsOn = async (day: string) => {
      const { json } = await on(day);
      return json.parameters.find(({ key }: { key: string }) => key === "base.limits");
    };
    const [old, next] = await Promise.all([limitsOn("2023-06-30"), limitsOn("2023-07-01")]);
    expect(old).toMatchObject({ from: "2022-07-01", until: "2023-07-01", mark: "sample" });
    expect(next).toMatchObject({ from: "2023-07-01", value: "4,494.00 元 至 22,470.00 元" });
    const { json } = await on("2026-03-17");
    const names = json.parameters.map(({ name }: { name: string }) => name);
    expect(new Set(names).size).toBe(names.length);
    const sealed = json.parameters.find(
      ({ key }: { key: string }) => key === "withdrawal.sealedMonths",
    );
    expect(sealed.rules.length).toBeGreaterThan(0);
  });

  it("has no parameter that came later, and no account before there was one", async () => {
    const { json } = await on("1990-01-01");
    for (const { from } of json.parameters) expect(from <= "1990-01-01").toBe(true);
    expect(json.accounts).toEqual([]);
  });

  it("is a person's own", async () => {
    expect((await on("2026-01-01", "U0000004")).status).toBe(403);
    expect((await on("2026-01-01", "reviewer1")).status).toBe(403);
  });
});

describe("the course of an account", () => {
  it("has every month from the first to this one, and the balance at the end of each", async () => {
    const { json } = await test.api("get", "/account/course", { as: "P0000012" });
    const { months, balances } = json;
    expect(months.at(-1).month).toBe("2026-03");
    expect(balances.at(-1).month).toBe("2026-03");
    const { id } = await test.hall.db.person.findUniqueOrThrow({
      where: { personalNumber: "P0000012" },
    });
    const sum = await test.hall.db.contribution.aggregate({
      where: { personId: id },
      _sum: { personalFen: true, unitFen: true },
    });
    const added = (part: "personalFen" | "unitFen") =>
      months.reduce((all: number, month: Record<string, number>) => all + (month[part] ?? 0), 0);
    expect(added("personalFen")).toBe(Number(sum._sum.personalFen));
    expect(added("unitFen")).toBe(Number(sum._sum.unitFen));
    const account = await test.hall.db.housingAccount.findFirstOrThrow({ where: { personId: id } });
    const kept = await test.hall.db.ledgerAccount.findUniqueOrThrow({
      where: { id: `housing:${account.number}` },
    });
    expect(balances.at(-1).balanceFen).toBe(Number(kept.balanceFen));
  });

  it("is empty for who never paid in and has no account", async () => {
    const { db } = test.hall;
    const { id } = await db.person.findUniqueOrThrow({ where: { personalNumber: "P0000001" } });
    await db.contribution.deleteMany({ where: { personId: id } });
    const { json } = await test.api("get", "/account/course", { as: "P0000001" });
    expect(json).toEqual({ months: [], balances: [] });
  });
});
