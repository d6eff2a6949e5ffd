import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checksumOf, resultFile } from "../src/finance/bank-file.ts";
import { caseWalk } from "./case-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";
import { paymentWalk } from "./payment-walk.ts";

let test: TestHall;
let walk: ReturnType<typeof caseWalk>;
let pay: ReturnType<typeof paymentWalk>;
beforeAll(async () => {
  test = await openTestHall();
  walk = caseWalk(test);
  pay = paymentWalk(test);
});
afterAll(() => test.close());

const control = (lines: { account: string; closingFen: number }[], account: string) =>
  lines.find((line) => line.account === `control:${account}`)?.closingFen;

describe("a withdrawal to its end (LDG-4)", () => {
  let number: string;
  let batchId: string;

  it("waits for finance when it is approved", async () => {
    number = await walk.approved("P0000012");
    const order = await pay.orderOf(number);
    const { json } = await walk.get("/backoffice/payments", "finance1");
    expect(json.items).toHaveLength(1);
    expect(json.items[0]).toMatchObject({
      id: order.id,
      maskedPayee: "测*一",
      state: "waiting",
      stopped: null,
      amountFen: Number(order.amountFen),
    });
    const { lines, balanced, underWay } = await pay.statement();
    expect(balanced).toBe(true);
    expect(control(lines, "payments-in-transit")).toBe(Number(order.amountFen));
    expect(underWay).toEqual({ orders: 1, amountFen: Number(order.amountFen) });
  });

  it("goes into a batch by one person and out by another", async () => {
    const made = await pay.make();
    expect(made.status).toBe(201);
    batchId = made.json.batch.id;
    expect(made.json).toMatchObject({ batch: { state: "made", orders: 1 }, leftOut: [] });
    const same = await pay.release(batchId, "finance1");
    expect(same.status).toBe(403);
    expect(same.problem.detail).toContain("须由另一位财务人员");
    const early = await walk.get(`/backoffice/payment-batches/${batchId}/file`, "finance2");
    expect(early.status).toBe(409);
    expect((await pay.make()).status).toBe(409); // nothing else waits
    const released = await pay.release(batchId);
    expect(released.json).toMatchObject({
      state: "released",
      madeBy: "测财一",
      releasedBy: "测财二",
    });
    expect((await pay.release(batchId)).status).toBe(409);
    expect((await pay.orderOf(number)).state).toBe("sent");
  });

  it("has a bank file whose number, total and checksum are its own", async () => {
    const text = await pay.bankFile(batchId);
    const { amountFen } = await pay.orderOf(number);
    const lines = text.trimEnd().split("\n");
    const yuan = (Number(amountFen) / 100).toFixed(2);
    expect(lines[0]).toBe(`批次号,${batchId},日期,2026-03-17,笔数,1,总金额,${yuan}`);
    expect(lines[2]).toContain(`,苏州银行,6228000000000128,测离一,${yuan},`);
    const body = `${lines.slice(0, -1).join("\n")}\n`;
    expect(lines.at(-1)).toBe(`校验,${checksumOf(body)}`);
    const exported = await test.hall.db.auditEvent.findFirst({
      where: { action: "payment.export", reference: batchId },
    });
    expect(exported).not.toBeNull();
  });

  it("is done when the bank has paid, the account closed, the books at zero", async () => {
    const result = await pay.sampleResult(batchId);
    const { status, json } = await pay.importText(result);
    expect(status).toBe(200);
    expect(json).toMatchObject({ batchId, repeated: false, paid: 1, returned: 0 });
    const { json: seen } = await walk.get(`/applications/${number}`, "P0000012");
    expect(seen.state).toBe("done");
    expect(seen.payments).toMatchObject([{ state: "paid" }]);
    expect(seen.steps.map(({ event }: { event: string }) => event)).toEqual([
      "submit",
      "claim",
      "approve",
      "pay",
      "finish",
    ]);
    const account = await test.hall.db.housingAccount.findUniqueOrThrow({
      where: { number: "8050000012" },
    });
    expect(account.status).toBe("closed");
    const ledgerAccount = await test.hall.db.ledgerAccount.findUniqueOrThrow({
      where: { id: "housing:8050000012" },
    });
    expect(ledgerAccount.balanceFen).toBe(0n);
    const held = await test.hall.db.accountHold.count({ where: { releasedAt: null } });
    expect(held).toBe(0);
    const batch = await test.hall.db.paymentBatch.findUniqueOrThrow({ where: { id: batchId } });
    expect(batch.state).toBe("settled");
    const day = await pay.statement();
    expect(day).toMatchObject({ sumFen: 0, balanced: true, differences: [], paid: { orders: 1 } });
    expect(control(day.lines, "payments-in-transit")).toBe(0);
    const { json: inbox } = await walk.get("/messages", "P0000012");
    expect(inbox.items[0].title).toBe("提取款已到账");
  });

  it("isn't paid twice by the same file, nor by another that says the same", async () => {
    const order = await pay.orderOf(number);
    const again = resultFile(batchId, [
      { orderId: order.id, amountFen: order.amountFen, returned: null, on: today() },
    ]);
    const first = await pay.importText(again);
    expect(first.json).toMatchObject({ repeated: true, paid: 1 });
    const other = await pay.importText(again.replace(/\n/g, "\r\n"));
    expect(other.json.lines).toMatchObject([{ outcome: "already" }]);
    const contrary = resultFile(batchId, [
      { orderId: order.id, amountFen: order.amountFen, returned: "账户已销户", on: today() },
    ]);
    const conflict = await pay.importText(contrary);
    expect(conflict.json.lines).toMatchObject([{ outcome: "conflict" }]);
    expect((await pay.statement()).balanced).toBe(true);
    const kept = await walk.get(`/backoffice/bank-results?batch=${batchId}`, "finance1");
    expect(kept.json.items).toHaveLength(3);
  });
});

const today = () => test.hall.clock.now().toPlainDate();

describe("a payment that comes back (LDG-4)", () => {
  let number: string;

  it("gives the money back, tells why, and leaves the case approved", async () => {
    number = await walk.approved("P0000103");
    const order = await pay.orderOf(number);
    const batchId = await pay.sent();
    await pay.importText(await pay.sampleResult(batchId, [order.id]));
    expect(await pay.orderOf(number)).toMatchObject({
      state: "returned",
      returnReason: "账号与户名不符",
    });
    const { balanceFen } = await test.hall.db.ledgerAccount.findUniqueOrThrow({
      where: { id: order.accountId },
    });
    expect(balanceFen).toBe(order.amountFen);
    const { json } = await walk.get(`/applications/${number}`, "P0000103");
    expect(json.state).toBe("approved");
    expect(json.steps.at(-1)).toMatchObject({ event: "return", actorLabel: "财务人员" });
    expect(json.payments).toMatchObject([{ state: "returned", returnReason: "账号与户名不符" }]);
    const { json: inbox } = await walk.get("/messages", "P0000103");
    expect(inbox.items[0].body).toContain("账号与户名不符");
    expect(await pay.statement()).toMatchObject({ balanced: true, returned: { orders: 1 } });
  });

  it("is ordered anew, once, and paid (LDG-3)", async () => {
    const order = await pay.orderOf(number);
    const path = `/backoffice/payments/${encodeURIComponent(order.id)}/reissue`;
    const answers = await Promise.all([walk.post(path, "finance1"), walk.post(path, "finance2")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const anew = await pay.orderOf(number);
    expect(anew).toMatchObject({ attempt: 2, state: "waiting", amountFen: order.amountFen });
    const listed = await walk.get("/backoffice/payments?state=returned", "finance1");
    expect(listed.json.items[0].canReissue).toBe(false);
    const batchId = await pay.sent();
    await pay.importText(await pay.sampleResult(batchId));
    const { json } = await walk.get(`/applications/${number}`, "P0000103");
    expect(json.state).toBe("done");
    expect(await pay.statement()).toMatchObject({ sumFen: 0, balanced: true });
  });
});

describe("the books (LDG-1, LDG-3)", () => {
  it("show balances that sum to zero, and a case's postings", async () => {
    const { applicationNumber } = await test.hall.db.paymentOrder.findFirstOrThrow({
      where: { state: "paid", attempt: 2 },
    });
    const { json } = await walk.get(
      `/backoffice/ledger?application=${applicationNumber}`,
      "auditor1",
    );
    expect(json.sums.sumFen).toBe(0);
    const effects = json.items.map(({ effect }: { effect: string }) => effect);
    expect(effects.toSorted()).toEqual([
      "interest",
      "paid",
      "returned",
      "withdrawal",
      "withdrawal",
    ]);
    expect((await walk.get("/backoffice/ledger", "reviewer2")).status).toBe(403);
  });
});
