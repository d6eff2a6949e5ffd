import type { TaxFeedbackLine } from "@hall/contracts/backoffice/tax-feedback";
import { day } from "@hall/domain/dates";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetUnfiledLists } from "../src/lists/forget.ts";
import { asDate } from "../src/store/database.ts";
import { lapseUnpaidStudents } from "../src/students/lapse.ts";
import { SEEDED_NOW } from "./global-setup.ts";
import { openTestHall, type TestHall } from "./harness.ts";

const ANNA = "320599201405209916";
const BELLA = "320599201403129920";
const CARLA = "320599201408159942";
const SCHOOL = "U0000004";
const HEAD = "证件号码,年度,金额,缴费日期,凭证号";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

let made = 0;
async function enrol(
  number: string,
  payBy: string,
  more: { state?: string; unit?: string; year?: number } = {},
) {
  const { db, cipher } = test.hall;
  const unit = await db.unit.findUniqueOrThrow({ where: { code: more.unit ?? SCHOOL } });
  made += 1;
  return db.studentEnrolment.create({
    data: {
      id: `test:${made}`,
      year: more.year ?? 2026,
      identityHash: cipher.lookup(number),
      identityCipher: cipher.seal(number),
      name: "测新一",
      sex: "male",
      birthDate: asDate(day("2014-05-20")),
      unitId: unit.id,
      classCode: "301",
      guardian: "测家长",
      mobileCipher: cipher.seal("13800000021"),
      premiumFen: 29_000,
      payBy: asDate(day(payBy)),
      state: more.state ?? "payable",
      enrolledOn: asDate(day("2026-03-02")),
    },
  });
}

async function report(content: string | Buffer, as = "finance1", type = "text/csv") {
  const response = await fetch(`${test.url}/api/v1/backoffice/tax-feedback`, {
    method: "POST",
    headers: { authorization: `Bearer ${await test.tokenOf(as)}`, "content-type": type },
    body: typeof content === "string" ? content : new Uint8Array(content),
  });
  // biome-ignore lint/suspicious/noExplicitAny: the test says what it looks for
  const json: any = await response.json();
  return { status: response.status, json };
}

const outcomes = (json: { lines: TaxFeedbackLine[] }) => json.lines.map(({ outcome }) => outcome);
const stateOf = async (id: string) =>
  (await test.hall.db.studentEnrolment.findUniqueOrThrow({ where: { id } })).state;

describe("the tax side's feedback", () => {
  it("marks students paid, tells each line's outcome, and does nothing twice", async () => {
    const paid = await enrol(ANNA, "2026-03-25");
    const short = await enrol(BELLA, "2026-03-25");
    const file = iconv.encode(
      [
        HEAD,
        `${ANNA},2026,290.00,2026-03-16,A1`,
        `${ANNA},2026,290.00,2026-03-16,A1`,
        `${BELLA},2026年度,289.99,2026-03-16,A2`,
        `${CARLA},2026,290,2026-03-16,A3`,
        `${ANNA},2026,290,2026-03-18,A4`,
        "123,2026,290,2026-03-16,A5",
        `${BELLA},2026,abc,2026-03-16,A6`,
        `${BELLA},2026,290,2026-02-30,A7`,
      ].join("\r\n"),
      "gbk",
    );
    const first = await report(file);
    expect(first.status).toBe(200);
    expect(first.json).toMatchObject({ paid: 1, repeated: false });
    expect(outcomes(first.json)).toEqual([
      "paid",
      "already",
      "amount",
      "unknown",
      "future",
      "malformed",
      "malformed",
      "malformed",
    ]);
    expect(await stateOf(paid.id)).toBe("paid");
    expect(await stateOf(short.id)).toBe("payable");
    expect(JSON.stringify(first.json)).not.toContain(ANNA);
    const second = await report(file);
    expect(second.json).toEqual({ ...first.json, repeated: true });
    const inbound = await test.hall.db.inboundMessage.findUniqueOrThrow({
      where: { id: first.json.id },
    });
    const raw = Buffer.from(test.hall.cipher.open(inbound.body), "base64");
    expect(raw.equals(file)).toBe(true);
    expect(JSON.stringify(inbound.outcome)).not.toContain(ANNA);
  });

  it("of the same file twice at once is taken in once", async () => {
    await enrol(CARLA, "2026-03-25", { year: 2027 });
    const file = `${HEAD}\n${CARLA},2027,290,2026-03-16,B1`;
    const both = await Promise.all([report(file), report(file, "counter1")]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both.map(({ json }) => json.repeated).sort()).toEqual([false, true]);
    expect(both.map(({ json }) => json.paid)).toEqual([1, 1]);
  });

  it.each([
    ["another head", "证件号码,金额\n1,2", "text/csv", 422],
    ["no line", HEAD, "text/csv", 422],
    ["another kind", `${HEAD}\n1`, "text/plain", 415],
  ])("refuses %s", async (_, content, type, status) => {
    const before = await test.hall.db.inboundMessage.count();
    expect((await report(content, "finance1", type)).status).toBe(status);
    expect(await test.hall.db.inboundMessage.count()).toBe(before);
  });

  it("comes from counter or finance alone", async () => {
    for (const as of ["reviewer1", "auditor1", SCHOOL, "P0000001"]) {
      expect((await report(`${HEAD}\n1`, as)).status).toBe(403);
    }
  });
});

describe("students whom nobody paid for", () => {
  it("lapse after their last day, once, and the school is told and sees who", async () => {
    const last = await enrol(CARLA, "2026-03-17");
    const late = await enrol("320599201502289911", "2026-03-16");
    expect(await lapseUnpaidStudents(test.hall)).toBe(1);
    expect(await lapseUnpaidStudents(test.hall)).toBe(0);
    expect([await stateOf(last.id), await stateOf(late.id)]).toEqual(["payable", "lapsed"]);
    const messages = await test.hall.db.message.findMany({
      where: { subjectId: late.unitId, title: "学生未按期缴费" },
    });
    expect(messages.map(({ channel }) => channel).sort()).toEqual(["inbox", "sms"]);
    expect(messages[0]?.body).toContain("1名学生在2026年3月16日前没有缴费");
    const at = "/services/student-enrolment/students?state=lapsed&year=2026";
    const { json } = await test.api("get", at, { as: SCHOOL });
    expect(json.items).toMatchObject([
      { id: late.id, stateName: "逾期失效", className: "三年级一班" },
    ]);
    expect(json.items[0].maskedIdentityNumber).toBe("3205**********9911");
    expect(json.counts.lapsed).toBe(1);
  });

  it("come back when they had paid in time and the report was late", async () => {
    const paid = `${HEAD}\n320599201502289911,2026,290,2026-03-16,C1`;
    const { json } = await report(paid);
    expect(outcomes(json)).toEqual(["paid"]);
    expect(json.lines[0].message).toContain("恢复");
  });

  it("don't come back when another school has enrolled them since", async () => {
    const number = "320599201407309937";
    const lapsed = await enrol(number, "2026-03-10", { state: "lapsed" });
    const other = await enrol(number, "2026-03-25", { unit: "U0000005" });
    const { json } = await report(`${HEAD}\n${number},2026,290,2026-03-09,D1`);
    expect(outcomes(json)).toEqual(["paid"]);
    expect([await stateOf(lapsed.id), await stateOf(other.id)]).toEqual(["lapsed", "paid"]);
  });
});

describe("the list of a school's students", () => {
  it("shows a school its own, page by page, and an employer why not", async () => {
    const path = "/services/student-enrolment/students?limit=1";
    const first = await test.api("get", path, { as: SCHOOL });
    expect(first.json.items).toHaveLength(1);
    const second = await test.api("get", `${path}&cursor=${first.json.nextCursor}`, { as: SCHOOL });
    expect(second.json.items[0].id).not.toBe(first.json.items[0].id);
    const other = await test.api("get", "/services/student-enrolment/students", { as: "U0000005" });
    expect(other.json.items.map(({ id }: { id: string }) => id)).not.toContain(
      first.json.items[0].id,
    );
    expect((await test.api("get", path, { as: "U0000006" })).status).toBe(422);
    expect((await test.api("get", `${path}&state=gone`, { as: SCHOOL })).status).toBe(400);
  });
});

describe("lists that nobody filed", () => {
  it("are forgotten after 90 days, with their rows", async () => {
    const body = { options: { year: 2026 }, rows: [{ name: "测" }] };
    const path = "/services/student-enrolment/batches/typed";
    const { json } = await test.api("post", path, { as: SCHOOL, body });
    expect(await forgetUnfiledLists(test.hall)).toBe(0);
    const createdAt = new Date(Date.parse(`${SEEDED_NOW}+08:00`) - 91 * 86_400_000);
    await test.hall.db.listBatch.update({ where: { id: json.id }, data: { createdAt } });
    expect(await forgetUnfiledLists(test.hall)).toBe(1);
    expect(await test.hall.db.listRow.count({ where: { batchId: json.id } })).toBe(0);
  });
});
