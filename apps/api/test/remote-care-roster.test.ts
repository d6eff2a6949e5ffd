import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseWalk } from "./case-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";

const SERVICE = "/services/remote-care-unit-registration";
const UNIT = "U0000001";

let test: TestHall;
let walk: ReturnType<typeof caseWalk>;
beforeAll(async () => {
  test = await openTestHall();
  walk = caseWalk(test);
});
afterAll(() => test.close());

const posted = (name: string, identityNumber: string) => ({
  name,
  identityNumber,
  region: "上海市",
  place: "浦东新区世纪大道 8 号",
  from: "2026-03-17",
});
const first = posted("测派一", "320599198507079919");
const second = posted("测派二", "320599198507079935");

async function file(rows: readonly object[]) {
  const typed = await test.api("POST", `${SERVICE}/batches/typed`, {
    as: UNIT,
    body: { options: {}, rows },
  });
  expect(typed.status).toBe(202);
  const input = { batchId: typed.json.id };
  const checked = await test.api("POST", `${SERVICE}/check`, { as: UNIT, body: { input } });
  const { quoteHash } = checked.json;
  const filed = await walk.post(`${SERVICE}/applications`, UNIT, {
    input,
    quoteHash,
    evidence: [],
  });
  return { batch: typed.json, filed };
}

const WHY = "不是常驻，是短期出差";
const inboxOf = async (name: string) => {
  const { id } = await test.hall.db.person.findFirstOrThrow({ where: { name } });
  return test.hall.db.message.findMany({ where: { subjectId: id } });
};

describe("who decides a roster (SGN-2)", () => {
  it("isn't a reviewer who stands in it", async () => {
    const { filed } = await file([first]);
    const { number } = filed.json;
    const { id: personId } = await test.hall.db.person.findFirstOrThrow({
      where: { name: first.name },
    });
    await test.hall.db.staff.update({ where: { username: "reviewer2" }, data: { personId } });
    const { status, problem } = await walk.claim(number, "reviewer2");
    expect([status, problem.detail]).toEqual([403, "这份名单里有您本人，须由其他审核人员办理。"]);
    const taken = await walk.post(`/applications/${number}/withdrawal`, UNIT);
    expect(taken.json.state).toBe("withdrawn");
    await test.hall.db.staff.update({ where: { username: "reviewer2" }, data: { personId: null } });
  });
});

describe("who may file a roster (RCU-1, RCU-2)", () => {
  it("is the unit to which the centre has opened it", async () => {
    const { json } = await walk.get(`${SERVICE}/standing`, "U0000006");
    expect(json.outcome).toBe("counter");
    expect(json.findings.find((f: { rule: string }) => f.rule === "RCU-1").remedy.text).toContain(
      "开通申请",
    );
  });

  it("isn't who came in by password alone", async () => {
    const { json } = await test.signIn("U0000004");
    const { status, problem } = await test.api("GET", `${SERVICE}/columns`, {
      token: json.accessToken,
    });
    expect(status).toBe(422);
    expect(problem.findings?.map(({ claim }) => claim)).toContain("signedInByCertificate");
  });
});

describe("a roster decided row by row (RCU-4)", () => {
  let number = "";

  it("names what is wrong by row, and is filed once nothing is", async () => {
    const faulty = await file([first, posted("测派四", "320599199008089930")]);
    expect([faulty.batch.faultRows, faulty.filed.status]).toEqual([1, 422]);
    const { filed } = await file([first, second]);
    expect([filed.status, filed.json.dueOn]).toEqual([201, "2026-03-18"]);
    number = filed.json.number;
    await walk.claim(number);
  });

  it("shows the reviewer its rows, numbers masked", async () => {
    const look = await walk.look(number);
    expect(look.json.rowRefusalReasons).toContain(WHY);
    const { json } = await walk.get(`/backoffice/cases/${number}/rows?limit=1`, "reviewer1");
    expect([json.total, json.lines, json.nextCursor]).toEqual([2, [2, 3], "2"]);
    expect(json.items[0].cells.name).toBe("测派一");
    expect(json.items[0].cells.identityNumber).not.toContain("19850707");
    expect(json.items[0].outcome).toBeNull();
  });

  it.each([
    ["without a reason", { line: 3, reasons: [], words: "" }, 400],
    ["for a reason that isn't offered", { line: 3, reasons: ["没有理由"] }, 400],
    ["that isn't in the list", { line: 99, reasons: [WHY] }, 400],
  ])("refuses no row %s", async (_, row, status) => {
    expect((await walk.decide(number, { kind: "approve", rows: [row] })).status).toBe(status);
  });

  it("can't be approved with nobody confirmed", async () => {
    const rows = [2, 3].map((line) => ({ line, reasons: [WHY] }));
    const { problem } = await walk.decide(number, { kind: "approve", rows });
    expect(problem.detail).toContain("不通过");
  });

  it("registers and tells the confirmed alone, and the unit sees each with its reason", async () => {
    const rows = [{ line: 3, reasons: [WHY], words: "下月回来" }];
    const decided = await walk.decide(number, { kind: "approve", rows });
    expect([decided.status, decided.json.state, decided.json.message]).toEqual([
      200,
      "done",
      "已通过：名单2行，确认1行，不予确认1行。",
    ]);
    const registered = await test.hall.db.remoteCareRegistration.findMany({
      where: { applicationNumber: number },
    });
    expect(registered.map((each) => each.number)).toEqual([`${number}-2`]);
    const told = await inboxOf("测派一");
    expect(told.map(({ channel }) => channel).sort()).toEqual(["inbox", "sms"]);
    expect(told[0]?.body).toContain("常驻异地工作");
    expect(await inboxOf("测派二")).toEqual([]);

    const shown = await walk.get(`/applications/${number}`, UNIT);
    expect(shown.json.decidesRows).toBe(true);
    const seen = await walk.get(`/applications/${number}/rows`, UNIT);
    expect(seen.json).toMatchObject({
      total: 2,
      refused: 1,
      items: [
        { line: 2, outcome: "confirmed" },
        { line: 3, outcome: "refused", reasons: [WHY], words: "下月回来" },
      ],
    });
    expect((await walk.get(`/applications/${number}/rows`, "U0000006")).status).toBe(404);
  });

  it("keeps somebody who is registered from a second roster (RCP-5)", async () => {
    const { batch } = await file([first]);
    expect(batch.faultRows).toBe(1);
  });
});

it("judges again only the rows that are confirmed (REV-4)", async () => {
  const { filed } = await file([second, posted("测派五", "320599198507079935")]);
  expect(filed.status).toBe(422);
  const again = await file([second]);
  await walk.claim(again.filed.json.number);
  const { id } = await test.hall.db.person.findFirstOrThrow({ where: { name: "测派二" } });
  await test.hall.db.employment.updateMany({
    where: { personId: id },
    data: { toMonth: new Date("2026-02-01") },
  });
  const { number } = again.filed.json;
  const { json } = await walk.get(`/backoffice/cases/${number}/rows?only=faults`, "reviewer1");
  expect(json.items[0].faults[0].message).toContain("没有由本单位参保");
  const { status, problem } = await walk.decide(number, { kind: "approve" });
  expect([status, problem.findings?.[0]?.claim]).toEqual([422, expect.any(String)]);
});
