import { addDays, type Day } from "@hall/domain/dates";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instantOf } from "../src/clock.ts";
import { caseWalk } from "./case-walk.ts";
import { SEEDED_NOW } from "./global-setup.ts";
import { openTestHall, type TestHall } from "./harness.ts";

const SERVICE = "/services/unemployment-refund";
const PERSON = "P0000006";
const input = { detailsConfirmed: true };
const printedOn = Temporal.PlainDateTime.from(SEEDED_NOW).toPlainDate();

let test: TestHall;
let walk: ReturnType<typeof caseWalk>;
beforeAll(async () => {
  test = await openTestHall();
  walk = caseWalk(test);
});
afterAll(() => test.close());

/** The business clock stands at this moment of a day while something is done. */
async function at<T>(day: Day, time: string, done: () => Promise<T>): Promise<T> {
  const { now, instant } = test.hall.clock;
  const moment = day.toPlainDateTime(Temporal.PlainTime.from(time));
  Object.assign(test.hall.clock, {
    now: () => moment,
    instant: () => instantOf(moment),
  });
  try {
    return await done();
  } finally {
    Object.assign(test.hall.clock, { now, instant });
  }
}

const check = (as = PERSON) => test.api("POST", `${SERVICE}/check`, { as, body: { input } });

async function submit(as = PERSON) {
  const { json } = await check(as);
  return walk.post(`${SERVICE}/applications`, as, { input, quoteHash: json.quoteHash });
}

const awaited = "/backoffice/awaited";

async function enter(number: string, values: Record<string, string>) {
  const { json } = await walk.get(`${awaited}/${number}`, "counter1");
  const body = { version: json.version, result: { kind: "done", values } };
  return walk.post(`${awaited}/${number}/answer`, "counter1", body);
}

const claims = (findings: readonly { outcome: string; claim: string }[] = []) =>
  findings.filter(({ outcome }) => outcome !== "holds").map(({ claim }) => claim);

const today = printedOn.toString();
let number = "";

describe("a refund of the benefit", () => {
  it("brings the form and waits for the counter", async () => {
    const { json: standing } = await walk.get(`${SERVICE}/standing`, PERSON);
    expect(JSON.stringify(standing.facts)).toContain("失业金申领");
    const { status, json } = await submit();
    expect(status).toBe(201);
    expect(json.state).toBe("waiting-counter");
    expect(json.nextStep).toContain("银行缴款凭证");
    expect(json.documents[0].title).toBe("苏州工业园区失业金退支申请表");
    expect(json.dueReason).toBeNull();
    number = json.number;
    const inbox = await walk.get("/messages", PERSON);
    const bodies = JSON.stringify(inbox.json.items);
    expect(bodies).toContain("3,874.00");
    expect(bodies).not.toContain("工作日历");
  });

  it("sends a renewed application within seven days to the counter (UBR-6)", async () => {
    const { json } = await check();
    expect(json.ok).toBe(false);
    expect(claims(json.findings).sort()).toEqual(["noOpenCaseAboutTheSame", "notPrintedLately"]);
    const outcomes = json.findings.map(({ outcome }: { outcome: string }) => outcome);
    expect(outcomes).not.toContain("fails");
    const standing = await at(addDays(printedOn, 6), "23:59:59", () =>
      walk.get(`${SERVICE}/standing`, PERSON),
    );
    expect(standing.json.outcome).toBe("counter");
  });

  it("can't be withdrawn before seven days are over (UBR-9)", async () => {
    const early = await at(addDays(printedOn, 6), "23:59:59", () =>
      walk.post(`/applications/${number}/withdrawal`, PERSON),
    );
    expect(early.status).toBe(422);
    expect(claims(early.problem.findings)).toEqual(["formIsSevenDaysOld"]);
  });

  it("is cancelled on the seventh day and made anew with another sum", async () => {
    const day = addDays(printedOn, 7);
    const before = await walk.get(`/applications/${number}`, PERSON);
    expect(before.json.actions).toContain("withdraw");
    const withdrawn = await at(day, "00:00:00", () =>
      walk.post(`/applications/${number}/withdrawal`, PERSON),
    );
    expect(withdrawn.json.state).toBe("withdrawn");
    const cancelled = await test.hall.db.document.findFirstOrThrow({
      where: { applicationNumber: number },
    });
    const seen = await test.api("GET", `/verification/${cancelled.verificationCode}`);
    expect(seen.json.outcome).toBe("revoked");
    // What was drawn for June turns out to have been less.
    await test.hall.db.benefitMonth.updateMany({
      where: { planNumber: "SY10000006", topUpFen: 3_600n },
      data: { topUpFen: 0n },
    });
    const again = await at(day, "00:00:00", () => submit());
    expect(again.status).toBe(201);
    expect(again.json.quote.total.amountFen).toBe(383_800);
    number = again.json.number;
  });
});

const slip = { slip: "YH-1001", paidOn: addDays(printedOn, 7).toString(), amount: "3838.00" };

describe("the bank's slip at the counter", () => {
  const onDay = <T>(done: () => Promise<T>) => at(addDays(printedOn, 8), "10:00:00", done);

  it("is refused with another amount or an earlier day, and nothing is written", async () => {
    const wrong = await onDay(() => enter(number, { ...slip, amount: "3837.99", paidOn: today }));
    expect(wrong.status).toBe(422);
    expect(claims(wrong.problem.findings)).toEqual(["amountIsTheForms", "paidSinceThePrinting"]);
    expect(await test.hall.db.bankSlip.count()).toBe(0);
    const { json } = await walk.get(`/applications/${number}`, PERSON);
    expect(json.state).toBe("waiting-counter");
  });

  it("clears the months, books the money and lets go on what waited (UBR-7, UBR-8)", async () => {
    const { status, json } = await onDay(() => enter(number, slip));
    expect(status).toBe(200);
    expect(json.state).toBe("done");
    const months = await test.hall.db.benefitMonth.findMany({
      where: { demandedBy: number },
      select: { state: true },
    });
    expect(months.map(({ state }) => state)).toEqual(["refunded", "refunded"]);
    const { resumedOn } = await test.hall.db.benefitMatter.findUniqueOrThrow({
      where: { number: "SX0000006" },
    });
    expect(resumedOn).not.toBeNull();
    const entries = await test.hall.db.ledgerEntry.findMany({
      where: { postingId: { startsWith: number } },
      orderBy: { line: "asc" },
    });
    expect(entries.map(({ accountId, amountFen }) => [accountId, amountFen])).toEqual([
      ["control:bank", -383_800n],
      ["control:benefits-refunded", 383_800n],
    ]);
  });

  it("counts once: another case is refused by its number, however it is typed (UBR-9)", async () => {
    const other = await submit("P0000162");
    const used = await enter(other.json.number, {
      slip: " yh-1001",
      paidOn: today,
      amount: "1919.00",
    });
    expect(used.status).toBe(422);
    expect(claims(used.problem.findings)).toEqual(["slipIsNew"]);
    expect(used.problem.findings?.[0]?.message ?? "").not.toBe("");
  });

  it("counts once in a race of two cases", async () => {
    const first = await test.hall.db.application.findFirstOrThrow({
      where: { service: "unemployment-refund", state: "waiting-counter" },
    });
    const second = await submit("P0000161");
    const values = { slip: "YH-2002", paidOn: today, amount: "1919.00" };
    const answers = await Promise.all([
      enter(first.number, values),
      enter(second.json.number, values),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(await test.hall.db.bankSlip.count({ where: { number: "YH-2002" } })).toBe(1);
  });
});
