import { afterAll, beforeAll, expect, it } from "vitest";
import { caseWalk } from "./case-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";
import { paymentWalk } from "./payment-walk.ts";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

const ask = { kind: "ask", missing: [{ item: "户籍地址", words: "请写到门牌号" }] };

it("a withdrawal goes its whole way, from a form to a closed account and settled books", async () => {
  const walk = caseWalk(test);
  const pay = paymentWalk(test);
  const person = "P0000110";
  const number = await walk.submit(person, "bound-card");
  await walk.claim(number);
  await walk.decide(number, ask);
  await walk.post(`/applications/${number}/supplement`, person, { words: "见户口簿。" });
  await walk.claim(number, "reviewer2");
  await walk.decide(number, { kind: "approve" }, "reviewer2");
  await walk.claim(number, "reviewer1");
  await walk.decide(number, { kind: "approve" }, "reviewer1");
  const first = await pay.sent();
  const returned = await pay.orderOf(number);
  await pay.importText(await pay.sampleResult(first, [returned.id]));
  await walk.post(`/backoffice/payments/${encodeURIComponent(returned.id)}/reissue`, "finance1");
  const second = await pay.sent();
  expect(await pay.bankFile(second)).toContain("中国工商银行");
  await pay.importText(await pay.sampleResult(second));

  const { json } = await walk.get(`/applications/${number}`, person);
  const steps = json.steps.map((step: { title: string; actorLabel: string }) => [
    step.title,
    step.actorLabel,
  ]);
  expect(steps).toEqual([
    ["提交申请", "本人"],
    ["开始审核", "审核人员"],
    ["要求补正", "审核人员"],
    ["已补正", "本人"],
    ["开始审核", "审核人员"],
    ["初审通过，等待复核", "审核人员"],
    ["开始审核", "审核人员"],
    ["审核通过", "审核人员"],
    ["付款被银行退回", "财务人员"],
    ["重新付款", "财务人员"],
    ["付款成功", "财务人员"],
    ["办结", "系统"],
  ]);
  expect(json.payments.map(({ state }: { state: string }) => state)).toEqual(["returned", "paid"]);
  expect(json.documents).toHaveLength(1);
  const { json: inbox } = await walk.get("/messages", person);
  expect(inbox.items.map(({ title }: { title: string }) => title)).toEqual([
    "提取款已到账",
    "付款被银行退回",
    "提取申请已通过",
    "请补正材料",
    "申请已受理",
  ]);
  const account = await test.hall.db.housingAccount.findUniqueOrThrow({
    where: { number: "8050000110" },
  });
  expect(account.status).toBe("closed");
  expect(await pay.statement()).toMatchObject({ sumFen: 0, balanced: true, differences: [] });
});
