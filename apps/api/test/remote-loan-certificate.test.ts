import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { replay } from "../src/cases/replay.ts";
import { openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

const service = "/services/remote-loan-certificate";
const P2 = "P0000002";
const input = {
  region: "510000",
  city: "成都市",
  centreName: "成都住房公积金管理中心",
  contactName: "个贷窗口",
  contactPhone: "028-12345678",
};

const standing = async (as: string) => (await test.api("GET", `${service}/standing`, { as })).json;

const check = (sent: unknown, as = P2) =>
  test.api("POST", `${service}/check`, { as, body: { input: sent } });

const submit = (quoteHash: string) =>
  test.api("POST", `${service}/applications`, {
    as: P2,
    body: { input, quoteHash },
    key: randomUUID(),
  });

type Judged = { claim: string; outcome: string };
const refusing = (findings: Judged[]) =>
  findings.filter(({ outcome }) => outcome !== "holds").map(({ claim }) => claim);

describe("who may have a certificate", () => {
  it.each([
    ["P0000131", ["paidWithoutGap"]],
    ["P0000003", ["parkLoanIsSettled"]],
    ["P0000001", ["belongsToTheFund"]],
    ["P0000012", ["accountIsActive", "paidWithoutGap"]],
  ])("%s is refused by %s", async (person, claims) => {
    const shown = await standing(person);
    expect(shown.outcome).toBe("refused");
    expect(refusing(shown.findings)).toEqual(claims);
  });

  it("sees the newest deposit before asking", async () => {
    const shown = await standing(P2);
    expect(shown.outcome).toBe("open");
    expect(JSON.stringify(shown)).toContain("最近一次缴存");
  });

  it("is told of a place in Greater Suzhou and of a short name", async () => {
    const { json } = await check({ ...input, region: "320583", centreName: "昆山公积金" });
    expect(refusing(json.findings)).toEqual(["homeIsOutsideGreaterSuzhou", "centreIsNamedInFull"]);
    const shape = await check({ ...input, centreName: "成都🏠中心" });
    expect(shape.status).toBe(400);
    expect(shape.problem.errors?.[0]).toMatchObject({
      message: "公积金中心全称里只能有汉字、字母、数字和括号",
    });
  });
});

describe("a certificate", () => {
  it("is issued once in a month, out of twenty asked for at once", async () => {
    const { json: checked } = await check(input);
    expect(checked.consequence).toContain("2026年5月17日");
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit(checked.quoteHash)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 422);
    expect(refused).toHaveLength(19);
    const finding = refused[0]?.problem.findings?.find(({ outcome }) => outcome !== "holds");
    expect(finding).toMatchObject({ rule: "RLC-4", outcome: "later", firstDay: "2026-04-01" });
    expect((await standing(P2)).outcome).toBe("later");
  });

  it("can be verified until two months are over, and its case replayed", async () => {
    const paper = await test.hall.db.document.findFirstOrThrow({
      where: { kind: "remote-loan-certificate" },
    });
    const { json } = await test.api("GET", `/verification/${paper.verificationCode}`);
    expect(json).toMatchObject({ outcome: "valid", validUntil: "2026-05-17" });
    expect((await replay(test.hall, paper.applicationNumber ?? ""))?.same).toBe(true);
    const { json: inbox } = await test.api("GET", "/messages", { as: P2 });
    expect(inbox.items[0].body).toContain(
      "请在2026年5月17日前（含当日）交给成都住房公积金管理中心",
    );
  });

  it("is to be had again from the first moment of next month, or once it is revoked", async () => {
    const clock = vi.spyOn(test.hall.clock, "now");
    clock.mockReturnValue(Temporal.PlainDateTime.from("2026-03-31T23:59:59.999"));
    expect((await standing(P2)).outcome).toBe("later");
    clock.mockReturnValue(Temporal.PlainDateTime.from("2026-04-01T00:00:00"));
    expect((await standing(P2)).outcome).toBe("open");
    clock.mockRestore();
    await test.hall.db.document.updateMany({
      where: { kind: "remote-loan-certificate" },
      data: { revokedAt: test.hall.clock.instant(), revokedReason: "缴存单位更正了缴存基数" },
    });
    expect((await standing(P2)).outcome).toBe("open");
  });
});
