import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseWalk } from "./case-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";
import { paymentWalk } from "./payment-walk.ts";

const PERSON = "P0000103";

let test: TestHall;
let walk: ReturnType<typeof caseWalk>;
let pay: ReturnType<typeof paymentWalk>;
beforeAll(async () => {
  test = await openTestHall();
  walk = caseWalk(test);
  pay = paymentWalk(test);
});
afterAll(() => test.close());

describe("an approval whose payment came back and which no longer holds", () => {
  let number: string;
  let path: string;
  const takeBack = (as: string, words = "银行退回后查明已在昆山就业") =>
    walk.post(`${path}/take-back`, as, { words });

  it("isn't taken back while it holds: it is paid anew", async () => {
    number = await walk.approved(PERSON);
    const order = await pay.orderOf(number);
    path = `/backoffice/payments/${encodeURIComponent(order.id)}`;
    expect((await takeBack("finance1")).status).toBe(409);
    await pay.importText(await pay.sampleResult(await pay.sent(), [order.id]));
    const refused = await takeBack("finance1");
    expect([refused.status, refused.problem.detail]).toEqual([
      409,
      "按今天的情况仍符合条件，请核对收款账户后重新付款。",
    ]);
  });

  it("is taken back by two people in finance, and the person is told why", async () => {
    const { id: personId } = await test.hall.db.person.findUniqueOrThrow({
      where: { personalNumber: PERSON },
    });
    await test.hall.db.elsewhereRecord.create({
      data: {
        id: randomUUID(),
        personId,
        kind: "employment",
        place: "昆山市",
        inGreaterSuzhou: true,
        since: new Date("2026-03-01T00:00:00Z"),
      },
    });
    expect((await walk.post(`${path}/reissue`, "finance1")).status).toBe(422);
    for (const as of ["reviewer1", "counter1", "admin1", PERSON]) {
      expect((await takeBack(as)).status).toBe(403);
    }
    expect((await takeBack("finance1")).json).toMatchObject({
      outcome: "take-back-asked",
      state: "approved",
    });
    const listed = await walk.get("/backoffice/payments?state=returned", "finance2");
    expect(listed.json.items[0].takeBack.name).toBe("测财一");
    const same = await takeBack("finance1");
    expect([same.status, same.problem.detail]).toEqual([
      403,
      "撤销由您提出，须由另一位财务人员确认。",
    ]);
    const confirmed = await takeBack("finance2");
    expect(confirmed.json).toMatchObject({ outcome: "taken-back", state: "refused" });

    const { json } = await walk.get(`/applications/${number}`, PERSON);
    expect(json).toMatchObject({ state: "refused" });
    expect(json.refusal.reasons.join()).toContain("昆山市");
    expect(json.steps.at(-1)).toMatchObject({ event: "take-back", actorLabel: "财务人员" });
    const { json: inbox } = await walk.get("/messages", PERSON);
    expect(inbox.items[0]).toMatchObject({ title: "通过决定已撤销" });
    expect(inbox.items[0].body).toContain("昆山市");
    expect(
      await test.hall.db.accountHold.count({
        where: { applicationNumber: number, releasedAt: null },
      }),
    ).toBe(0);
    const papers = await test.hall.db.document.findMany({ where: { applicationNumber: number } });
    expect(papers.length).toBeGreaterThan(0);
    expect(papers.every(({ revokedReason }) => revokedReason === "通过决定已撤销")).toBe(true);
    expect(await pay.statement()).toMatchObject({ sumFen: 0, balanced: true });
    const { json: shown } = await walk.get(`/backoffice/cases/${number}`, "reviewer1");
    expect(shown.decisions.map(({ kind }: { kind: string }) => kind).slice(-2)).toEqual([
      "take-back",
      "take-back",
    ]);
    const { json: alarms } = await walk.get("/backoffice/alarms", "finance1");
    expect(alarms.items.map(({ kind }: { kind: string }) => kind)).not.toContain(
      "payment-returned",
    );
    expect((await walk.post(`${path}/reissue`, "finance1")).status).toBe(409);
    expect((await takeBack("finance1")).status).toBe(409);
    const logged = await test.hall.db.auditEvent.findMany({
      where: { action: "case.take-back", reference: number },
      orderBy: { id: "asc" },
    });
    expect(logged.map(({ detail }) => detail)).toEqual([
      { of: "first", heldRoles: "finance" },
      { of: "final", heldRoles: "finance" },
    ]);
  });

  it("leaves the account free for an application that holds", async () => {
    await test.hall.db.elsewhereRecord.deleteMany({ where: { place: "昆山市" } });
    expect(await walk.submit(PERSON)).not.toBe(number);
  });
});
