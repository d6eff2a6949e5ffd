import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { caseWalk } from "./case-walk.ts";
import { fileWalk, photoOf } from "./file-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";

const SERVICE = "remote-care-registration";
const CANCELLING = "/services/remote-care-cancellation";
const P5 = "P0000005";
const P3 = "P0000003";

const inHainan = {
  kind: "relocated-retiree",
  region: "460000",
  address: "海南省三亚市吉阳区迎宾路 5 号",
  from: "2026-03-17",
};
const referred = {
  kind: "referral",
  region: "310000",
  hospital: "苏州市立医院",
  hospitalLevel: "city",
  diagnosis: "肝占位性病变待查",
  destinationHospital: "复旦大学附属中山医院",
  from: "2026-03-17",
};
const identity = ["identity-front", "identity-back"];

let test: TestHall;
let walk: ReturnType<typeof caseWalk>;
let files: ReturnType<typeof fileWalk>;
let photo: Buffer;
beforeAll(async () => {
  test = await openTestHall();
  walk = caseWalk(test);
  photo = await photoOf();
  files = fileWalk(test, photo);
});
afterAll(() => test.close());

async function picture(as: string, slot: string) {
  const { json } = await files.create(as, { service: SERVICE, slot });
  const sent = await files.put(as, json.id, photo);
  expect(sent.json.state).toBe("ready");
  return { slot, fileId: json.id };
}

async function file(as: string, input: object, slots: readonly string[]) {
  const evidence = [];
  for (const slot of slots) evidence.push(await picture(as, slot));
  const checked = await test.api("POST", `/services/${SERVICE}/check`, { as, body: { input } });
  const { quoteHash } = checked.json;
  return walk.post(`/services/${SERVICE}/applications`, as, { input, quoteHash, evidence });
}

async function cancel(as: string, target: string) {
  const input = { target };
  const checked = await test.api("POST", `${CANCELLING}/check`, { as, body: { input } });
  const { quoteHash } = checked.json;
  return walk.post(`${CANCELLING}/applications`, as, { input, quoteHash, evidence: [] });
}

const registrations = () =>
  test.hall.db.remoteCareRegistration.findMany({
    where: { applicationNumber: { not: null } },
    orderBy: { number: "asc" },
  });
const smsOf = async (number: string) => {
  const sent = await test.hall.db.message.findMany({
    where: { applicationNumber: number, channel: "sms" },
    orderBy: { createdAt: "asc" },
  });
  return sent.map(({ body }) => body);
};

describe("an application that waits", () => {
  it("isn't taken without the residence proof (RCP-3)", async () => {
    const { status, problem } = await file(P5, inHainan, identity);
    expect(status).toBe(400);
    expect(JSON.stringify(problem.errors)).toContain("请上传“异地居住证明”");
  });

  it("is due within one working day (RCP-6), and can be withdrawn at once (RCX-2)", async () => {
    const filed = await file(P5, inHainan, [...identity, "residence-proof"]);
    expect([filed.status, filed.json.state, filed.json.dueOn]).toEqual([
      201,
      "submitted",
      "2026-03-18",
    ]);
    const { number } = filed.json;
    const cancelled = await cancel(P5, number);
    expect([cancelled.status, cancelled.json.state]).toEqual([201, "done"]);
    const withdrawn = await walk.get(`/applications/${number}`, P5);
    expect(withdrawn.json.state).toBe("withdrawn");
    expect(withdrawn.json.steps.at(-1)).toMatchObject({
      event: "withdraw",
      note: `由办件 ${cancelled.json.number} 撤回`,
    });
    expect(await smsOf(cancelled.json.number)).toEqual([expect.stringContaining("已撤回")]);
    const again = await cancel(P5, number);
    expect(again.problem.findings?.map(({ claim }) => claim)).toContain("somethingCanBeCancelled");
  });

  it("is judged by the day on which it was filed, not by that of its review (RCP-7)", async () => {
    const { json } = await file(P5, inHainan, [...identity, "residence-proof"]);
    const clock = vi.spyOn(test.hall.clock, "now");
    clock.mockReturnValue(Temporal.PlainDateTime.from("2026-03-18T09:00:00"));
    await walk.claim(json.number);
    const cancelled = await cancel(P5, json.number);
    expect(cancelled.problem.findings?.[0]?.message).toContain("正在审核");
    const looked = await walk.look(json.number);
    expect(looked.json.filledIn).toContainEqual({
      role: "detail",
      label: "居住地址",
      value: { kind: "text", text: inHainan.address },
    });
    const approved = await walk.decide(json.number, { kind: "approve" });
    clock.mockRestore();
    expect([approved.json.outcome, approved.json.state]).toEqual(["approved", "done"]);
    expect(await registrations()).toMatchObject([
      { number: json.number, lane: "long-term", untilDay: null, endedOn: null },
    ]);
    expect((await smsOf(json.number)).at(-1)).toContain("中心二楼社会化服务科");
  });
});

describe("a registration that stands", () => {
  it("keeps a second one away (RCP-5)", async () => {
    const { problem } = await file(P5, { ...inHainan, kind: "long-term-resident" }, identity);
    expect(problem.findings?.filter(({ outcome }) => outcome === "fails")).toMatchObject([
      { rule: "RCP-5", remedy: { service: "remote-care-cancellation" } },
    ]);
  });

  it("ends today when it is cancelled, once (RCX-1)", async () => {
    const [standing] = await registrations();
    const target = standing?.number ?? "";
    const both = await Promise.all([cancel(P5, target), cancel(P5, target)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    const [ended] = await registrations();
    expect(ended?.endedOn?.toISOString()).toContain("2026-03-17");
    const done = both.find(({ status }) => status === 201);
    expect(ended?.cancelledBy).toBe(done?.json.number);
    expect(await smsOf(done?.json.number)).toEqual([
      expect.stringContaining("自2026年3月17日起失效"),
    ]);
  });

  it("gives way to the next of its lane once it is over", async () => {
    const { id } = await test.hall.db.person.findUniqueOrThrow({ where: { personalNumber: P3 } });
    await test.hall.db.remoteCareRegistration.create({
      data: {
        number: "YZ1",
        personId: id,
        kind: "referral",
        lane: "referral",
        region: "310000",
        place: "中山医院",
        fromDay: new Date("2025-09-16"),
        untilDay: new Date("2026-03-16"),
      },
    });
    const { status, json } = await file(P3, referred, [...identity, "referral-certificate"]);
    expect(status).toBe(201);
    await walk.claim(json.number);
    expect((await walk.decide(json.number, { kind: "approve" })).json.outcome).toBe("approved");
    const ofHers = await test.hall.db.remoteCareRegistration.findMany({
      where: { personId: id },
      orderBy: { fromDay: "asc" },
    });
    expect(ofHers.map(({ endedOn }) => endedOn?.toISOString().slice(0, 10) ?? null)).toEqual([
      "2026-03-17",
      null,
    ]);
    expect(ofHers[1]?.untilDay?.toISOString()).toContain("2026-09-17");
    // Nothing of the diagnosis stands anywhere unencrypted.
    const [row] = await test.hall.db.$queryRaw<{ text: string }[]>`
      SELECT to_jsonb(a)::text AS text FROM application a WHERE number = ${json.number}`;
    expect(row?.text).not.toContain("肝占位");
  });

  it("is refused by the reviewer with an SMS (RCP-6)", async () => {
    const filed = await file(P5, referred, [...identity, "referral-certificate"]);
    await walk.claim(filed.json.number);
    const reason = "转诊证明不是市级及以上医院开具的";
    await walk.decide(filed.json.number, { kind: "refuse", reasons: [reason] });
    expect((await smsOf(filed.json.number)).at(-1)).toContain(reason);
  });
});

it("two registrations of one lane can't be confirmed, whatever was read", async () => {
  const { id } = await test.hall.db.person.findUniqueOrThrow({ where: { personalNumber: P3 } });
  const second = test.hall.db.remoteCareRegistration.create({
    data: {
      number: randomUUID(),
      personId: id,
      kind: "referral",
      lane: "referral",
      region: "310000",
      place: "中山医院",
      fromDay: new Date("2026-03-17"),
    },
  });
  await expect(second).rejects.toThrow();
});
