import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseWalk } from "./case-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";

const SERVICE = "/services/agency-housing-transfer-in";
const PERSON = "P0000003";
const input = { accountNumber: "NJ0000003" };

let test: TestHall;
let walk: ReturnType<typeof caseWalk>;
beforeAll(async () => {
  test = await openTestHall();
  walk = caseWalk(test);
});
afterAll(() => test.close());

async function submit() {
  const { json } = await test.api("POST", `${SERVICE}/check`, { as: PERSON, body: { input } });
  return walk.post(`${SERVICE}/applications`, PERSON, { input, quoteHash: json.quoteHash });
}

async function approve(number: string, as = "reviewer1") {
  await walk.claim(number, as);
  return walk.decide(number, { kind: "approve" }, as);
}

const awaited = "/backoffice/awaited";

async function enter(number: string, result: unknown) {
  const { json } = await walk.get(`${awaited}/${number}`, "reviewer1");
  return walk.post(`${awaited}/${number}/answer`, "reviewer1", { version: json.version, result });
}

const sheet = { sheet: "52318.46", received: "52318.46", receivedOn: "2026-03-17", months: "58" };
const done = (change: Partial<typeof sheet> = {}) => ({
  kind: "done",
  values: { ...sheet, ...change },
});

const seen = async (number: string) => (await walk.get(`/applications/${number}`, PERSON)).json;
const dueOn = async (number: string) => (await seen(number)).dueOn;

async function balanceOf(accountId: string): Promise<bigint> {
  const sum = await test.hall.db.ledgerEntry.aggregate({
    where: { accountId },
    _sum: { amountFen: true },
  });
  return sum._sum.amountFen ?? 0n;
}

describe("a transfer that the other centre declines", () => {
  it("ends as refused, with the reason passed on (AHI-2)", async () => {
    const { json } = await submit();
    await approve(json.number);
    const declined = await enter(json.number, { kind: "declined", reason: "账户有未还清的贷款" });
    expect(declined.json.state).toBe("refused");
    const shown = await seen(json.number);
    expect(shown.refusal).toEqual({
      reasons: ["转出地公积金中心未予办理"],
      words: "账户有未还清的贷款",
    });
    const inbox = await walk.get("/messages", PERSON);
    expect(inbox.json.items[0].body).toContain("账户有未还清的贷款");
    expect(await test.hall.db.housingTransferIn.count()).toBe(0);
  });
});

describe("a transfer from Nanjing", () => {
  let number = "";
  let before = 0n;

  it("is reviewed within three working days and asks the other centre", async () => {
    before = await balanceOf("housing:8050000003");
    const { status, json } = await submit();
    expect(status).toBe(201);
    expect([json.state, json.dueOn]).toEqual(["submitted", "2026-03-20"]);
    number = json.number;
    const approved = await approve(number);
    expect(approved.json.state).toBe("waiting-outside");
    const shown = await seen(number);
    expect(shown.documents.map(({ title }: { title: string }) => title)).toEqual([
      "住房公积金异地转移接续联系函",
    ]);
    expect(shown.dueOn).toBe("2026-03-24");
    expect(shown.nextStep).toContain("转出地公积金中心");
    expect(shown.actions).toEqual([]);
  });

  it("takes no sheet that differs from the money by a fen (AHI-4)", async () => {
    const { status, problem } = await enter(number, done({ received: "52318.45" }));
    expect(status).toBe(422);
    const failing = problem.findings?.find(({ outcome }) => outcome === "fails");
    expect(failing?.claim).toBe("sheetMatchesMoney");
    expect(failing?.message).toContain("52,318.46");
    expect(failing?.message).toContain("52,318.45");
    expect(await test.hall.db.housingTransferIn.count()).toBe(0);
    expect((await seen(number)).state).toBe("waiting-outside");
  });

  it("names every field that is missing", async () => {
    const { status, problem } = await enter(number, done({ months: "", receivedOn: "18/3" }));
    expect(status).toBe(400);
    expect(problem.errors?.map(({ path }) => path)).toEqual([
      "/values/receivedOn",
      "/values/months",
    ]);
  });

  it("takes sheet and money in and goes back to review with a clock of its own", async () => {
    const { json } = await enter(number, done());
    expect(json.state).toBe("submitted");
    expect(await dueOn(number)).toBe("2026-03-20");
    expect(await balanceOf("control:transfers-received")).toBe(5_231_846n);
    expect(await balanceOf("housing:8050000003")).toBe(before);
  });

  it("is posted when two people have approved the sum (REV-5, AHI-3)", async () => {
    const first = await approve(number);
    expect(first.json.outcome).toBe("first-approved");
    const second = await approve(number, "reviewer2");
    expect(second.json.state).toBe("done");
    expect(await balanceOf("housing:8050000003")).toBe(before + 5_231_846n);
    expect(await balanceOf("control:transfers-received")).toBe(0n);
    const all = await test.hall.db.ledgerEntry.aggregate({ _sum: { amountFen: true } });
    expect(all._sum.amountFen).toBe(0n);
    const came = await test.hall.db.housingTransferIn.findUniqueOrThrow({
      where: { applicationNumber: number },
    });
    expect([came.months, came.postedOn !== null]).toEqual([58, true]);
    const { json } = await walk.get(`${SERVICE}/standing`, PERSON);
    expect(json.outcome).toBe("refused");
    expect(JSON.stringify(json.facts)).toContain("58 个月");
    const statement = await walk.get("/backoffice/daily-statement", "finance1");
    expect(statement.json.balanced).toBe(true);
  });
});
