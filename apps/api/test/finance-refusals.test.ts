import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resultFile } from "../src/finance/bank-file.ts";
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

const today = () => test.hall.clock.now().toPlainDate();

describe("a payment is stopped", () => {
  it("while the account isn't verified, and goes on when it is (SAW-6)", async () => {
    const number = await walk.approved("P0000109");
    const order = await pay.orderOf(number);
    const { json } = await walk.get("/backoffice/payments", "finance1");
    expect(json.items[0].stopped).toContain("还没有通过核验");
    const refused = await pay.make([order.id]);
    expect(refused.status).toBe(409);
    expect(refused.problem.detail).toContain("还没有通过核验");
    await test.hall.db.payoutAccount.updateMany({
      where: { personId: order.personId },
      data: { verified: true },
    });
    const made = await pay.make();
    expect(made.json.batch.orders).toBe(1);
    const discarded = await walk.post(
      `/backoffice/payment-batches/${made.json.batch.id}/discard`,
      "finance1",
    );
    expect(discarded.json.state).toBe("discarded");
    expect(await pay.orderOf(number)).toMatchObject({ state: "waiting", batchId: null });
  });

  it("when the card changed between making and release", async () => {
    const made = await pay.make();
    const { personId } = await test.hall.db.paymentOrder.findFirstOrThrow({
      where: { batchId: made.json.batch.id },
    });
    await test.hall.db.payoutAccount.updateMany({
      where: { personId },
      data: { numberCipher: test.hall.cipher.seal("6228000000009999") },
    });
    const refused = await pay.release(made.json.batch.id);
    expect(refused.status).toBe(403);
    expect(refused.problem.detail).toContain("收款账户在制单以后有变更");
    await walk.post(`/backoffice/payment-batches/${made.json.batch.id}/discard`, "finance2");
    const batchId = await pay.sent();
    expect(await pay.bankFile(batchId)).toContain("6228000000009999");
    await pay.importText(await pay.sampleResult(batchId));
  });

  it("for who decided the case, though they are in finance as well", async () => {
    const number = await walk.approved("P0000107");
    await test.hall.db.staff.update({
      where: { username: "reviewer1" },
      data: { roles: ["reviewer", "finance"] },
    });
    const { id: ownerId } = await test.hall.db.staff.findUniqueOrThrow({
      where: { username: "reviewer1" },
    });
    const token = await tokenWithNewRoles("reviewer1", ownerId);
    const made = await pay.make([(await pay.orderOf(number)).id]);
    const path = `/backoffice/payment-batches/${made.json.batch.id}/release`;
    const refused = await test.api("POST", path, { token, body: {}, key: "key-of-a-test" });
    expect(refused.status).toBe(403);
    expect(refused.problem.detail).toContain("这件是您审核的");
    expect((await pay.release(made.json.batch.id)).status).toBe(200);
  });
});

/** The harness keeps a token for a name: this one is made after the roles changed. */
async function tokenWithNewRoles(name: string, ownerId: string): Promise<string> {
  const session = await test.hall.db.session.findFirstOrThrow({ where: { ownerId } });
  return test.hall.gate.issueToken({
    kind: "staff",
    id: ownerId,
    roles: name ? ["reviewer", "finance"] : [],
    sessionId: session.id,
    mustChangePassword: false,
  });
}

describe("a result file (LDG-4, EXT-2)", () => {
  it("that was changed or cut is refused", async () => {
    const batchId = await pay.sent([(await pay.orderOf(await walk.approved("P0000110"))).id]);
    const whole = await pay.sampleResult(batchId);
    const changed = await pay.importText(whole.replace("成功", "退回"));
    expect(changed.status).toBe(422);
    expect(changed.json.detail).toContain("校验码不符");
    expect((await pay.importText("不是文件")).status).toBe(422);
    expect((await pay.importText(whole.slice(0, 30))).status).toBe(422);
    const order = await test.hall.db.paymentOrder.findFirstOrThrow({ where: { batchId } });
    expect(order.state).toBe("sent");
  });

  it("has every odd line named, and none of them applied", async () => {
    const order = await test.hall.db.paymentOrder.findFirstOrThrow({
      where: { state: "sent", attempt: 1 },
      orderBy: { amountFen: "desc" },
    });
    const other = await test.hall.db.paymentOrder.findFirstOrThrow({ where: { state: "paid" } });
    const { id: orderId, amountFen } = order;
    const paid = { orderId, amountFen, returned: null, on: today() };
    const { json } = await pay.importText(
      resultFile(order.batchId ?? "", [
        { ...paid, amountFen: amountFen + 1n },
        paid,
        { ...paid, orderId: "20260317000000000:0:0:withdrawal" },
        { ...paid, orderId: other.id, amountFen: other.amountFen },
      ]),
    );
    const outcomes = json.lines.map(({ outcome }: { outcome: string }) => outcome);
    expect(outcomes).toEqual(["amount", "duplicate", "unknown", "other-batch"]);
    const late = await pay.importText(
      resultFile(order.batchId ?? "", [{ ...paid, on: today().add({ days: 1 }) }]),
    );
    expect(late.json.lines).toMatchObject([{ outcome: "date" }]);
    expect((await pay.orderOf(order.applicationNumber)).state).toBe("sent");
  });

  it("handed in twice at once pays once", async () => {
    const order = await test.hall.db.paymentOrder.findFirstOrThrow({
      where: { state: "sent", attempt: 1 },
      orderBy: { amountFen: "desc" },
    });
    const text = await pay.sampleResult(order.batchId ?? "");
    const answers = await Promise.all([pay.importText(text), pay.importText(text, "finance1")]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const postings = await test.hall.db.ledgerPosting.count({ where: { id: `${order.id}:paid` } });
    expect(postings).toBe(1);
    expect((await pay.statement()).balanced).toBe(true);
  });
});

describe("the books (LDG-5)", () => {
  it("name what doesn't fit", async () => {
    const order = await test.hall.db.paymentOrder.findFirstOrThrow({ where: { state: "paid" } });
    await test.hall.db.paymentOrder.update({
      where: { id: order.id },
      data: { amountFen: order.amountFen + 5n },
    });
    const day = await pay.statement();
    expect(day.balanced).toBe(false);
    const kinds = day.differences.map(({ kind }: { kind: string }) => kind);
    expect(kinds.toSorted()).toEqual(["batch-total", "paid-without-posting"]);
  });
});
