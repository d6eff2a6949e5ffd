import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { measure } from "../src/cases/measured.ts";
import { openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

const service = "sealed-account-withdrawal";
let made = 0;

/** A case that was handed in and ended at these moments of Shanghai's clocks. */
async function ended(submitted: string, finished: string, state = "done") {
  made += 1;
  const { id } = await test.hall.db.person.findUniqueOrThrow({
    where: { personalNumber: "P0000012" },
  });
  await test.hall.db.application.create({
    data: {
      number: `2026030100${String(made).padStart(7, "0")}`,
      service,
      subjectId: id,
      filedBy: id,
      filedByName: "测离一",
      channel: "online",
      object: randomUUID(),
      state,
      record: Buffer.from(""),
      findings: [],
      policy: [],
      rulesVersion: "test",
      submittedAt: new Date(`${submitted}+08:00`),
      acceptedOn: new Date(`${submitted.slice(0, 10)}T00:00:00Z`),
      finishedAt: new Date(`${finished}+08:00`),
    },
  });
}

describe("XPL-14: how long it really takes", () => {
  it("says nothing of too few cases", async () => {
    for (let each = 0; each < 9; each += 1)
      await ended("2026-03-02T09:00:00", "2026-03-03T09:00:00");
    // What was withdrawn, and what ended earlier, doesn't count.
    await ended("2026-03-02T09:00:00", "2026-03-16T09:00:00", "withdrawn");
    await ended("2026-01-05T09:00:00", "2026-01-30T09:00:00");
    expect(await measure(test.hall, service)).toEqual({
      days: 30,
      fewest: 10,
      cases: 9,
      seconds: null,
      workingDays: null,
    });
    const { json } = await test.api("get", `/services/${service}`);
    expect(json.measured).toMatchObject({ cases: 9, workingDays: null });
  });

  it("tells the time of nine in ten, in working days", async () => {
    // Monday to Monday over a weekend: five working days.
    await ended("2026-03-02T09:00:00", "2026-03-09T09:00:00", "refused");
    expect(await measure(test.hall, service)).toMatchObject({
      cases: 10,
      seconds: 86_400,
      workingDays: 1,
    });
    await ended("2026-03-02T09:00:00", "2026-03-09T09:00:00");
    expect(await measure(test.hall, service)).toMatchObject({ cases: 11, workingDays: 5 });
  });

  it("is no matter of queries", async () => {
    const { json } = await test.api("get", "/services/housing-loan-query");
    expect(json.measured).toBeNull();
  });
});
