import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chainAudit } from "../src/audit/chain.ts";
import { runDaily } from "../src/worker/daily.ts";
import { sendMessage } from "../src/worker/send-message.ts";
import { caseWalk } from "./case-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
let walk: ReturnType<typeof caseWalk>;
beforeAll(async () => {
  test = await openTestHall();
  walk = caseWalk(test);
});
afterAll(() => test.close());

const ask = { kind: "ask", missing: [{ item: "户籍地址", words: "请写到门牌号" }] };

/** As if so many days had passed since more was asked for. */
const askedDaysAgo = (applicationNumber: string, days: number) =>
  test.hall.db.$executeRaw`
    UPDATE decision SET at = at - make_interval(days => ${days})
     WHERE application_number = ${applicationNumber}`;

describe("a supplement that doesn't come", () => {
  let number: string;

  it("is reminded of once, shortly before its last day", async () => {
    number = await walk.submit("P0000012");
    await walk.claim(number);
    await walk.decide(number, ask);
    expect(await runDaily(test.hall)).toMatchObject({ reminded: 0, lapsed: 0 });
    await test.hall.db.$executeRaw`ALTER TABLE decision DISABLE TRIGGER append_only`;
    await askedDaysAgo(number, 13);
    expect(await runDaily(test.hall)).toMatchObject({ reminded: 1, lapsed: 0 });
    expect(await runDaily(test.hall)).toMatchObject({ reminded: 0, lapsed: 0 });
    const { json: inbox } = await walk.get("/messages", "P0000012");
    expect(inbox.items[0]).toMatchObject({ title: "补正快要到期" });
    expect(inbox.items[0].body).toContain("2026年3月19日前（含当日）");
    const { json: alarms } = await walk.get("/backoffice/alarms", "reviewer1");
    expect(alarms.items).toMatchObject([{ kind: "supplement-due", references: [number] }]);
  });

  it("lapses after that day, frees the account, and can be applied for anew", async () => {
    await askedDaysAgo(number, 2); // the 15th day is today: still in time
    expect(await runDaily(test.hall)).toMatchObject({ lapsed: 0 });
    await askedDaysAgo(number, 1);
    expect(await runDaily(test.hall)).toMatchObject({ lapsed: 1 });
    const { json } = await walk.get(`/applications/${number}`, "P0000012");
    expect(json.state).toBe("lapsed");
    expect(json.steps.at(-1)).toMatchObject({ event: "lapse", actorLabel: "系统" });
    const late = await walk.post(`/applications/${number}/supplement`, "P0000012", { words: "补" });
    expect(late.status).toBe(409);
    expect(await walk.submit("P0000012")).not.toBe(number);
    const logged = await test.hall.db.auditEvent.findFirst({ where: { action: "case.lapse" } });
    expect(logged).toMatchObject({ actorKind: "system", reference: number });
  });
});

describe("what is overdue", () => {
  it("raises an alarm and decides nothing by itself", async () => {
    const open = await test.hall.db.application.findFirstOrThrow({ where: { state: "submitted" } });
    await test.hall.db.application.update({
      where: { number: open.number },
      data: { dueOn: new Date("2026-03-13T00:00:00Z") },
    });
    await runDaily(test.hall);
    const { json } = await walk.get("/backoffice/alarms", "auditor1");
    expect(json.items).toMatchObject([
      { kind: "case-overdue", severity: "serious", count: 1, references: [open.number] },
    ]);
    const row = await test.hall.db.application.findUniqueOrThrow({
      where: { number: open.number },
    });
    expect(row.state).toBe("submitted");
  });
});

describe("messages (NTF-1, NTF-3)", () => {
  it("are seen with their state and what the local gateway received, numbers masked", async () => {
    const sms = await test.hall.db.message.findFirstOrThrow({ where: { channel: "sms" } });
    await sendMessage(test.hall, sms.id);
    const { json } = await walk.get("/backoffice/messages?state=sent", "admin1");
    expect(json.items).toMatchObject([
      { id: sms.id, state: "sent", maskedReceiver: "138****0012", localBody: sms.body },
    ]);
    const queued = await walk.get("/backoffice/messages?state=queued&limit=1", "admin1");
    expect(queued.json.items).toMatchObject([{ maskedReceiver: "138****0012", localBody: null }]);
    const next = `/backoffice/messages?state=queued&limit=1&cursor=${queued.json.nextCursor}`;
    const second = await walk.get(next, "admin1");
    expect(second.json.items[0].id).not.toBe(queued.json.items[0].id);
    expect((await walk.get("/backoffice/messages", "reviewer1")).status).toBe(403);
  });

  it("that failed are alarmed and sent again; those that went out aren't", async () => {
    const failing = await test.hall.db.message.findFirstOrThrow({
      where: { channel: "sms", state: "queued" },
    });
    await test.hall.db.message.update({
      where: { id: failing.id },
      data: { attempts: 3, lastError: "gateway answered 500" },
    });
    const { json } = await walk.get("/backoffice/alarms", "admin1");
    const kinds = json.items.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toContain("message-failing");
    const resend = (id: string) =>
      walk.post(`/backoffice/messages/${encodeURIComponent(id)}/resend`, "admin1");
    expect((await resend(failing.id)).json).toEqual({ id: failing.id, state: "queued" });
    const sent = await test.hall.db.message.findFirstOrThrow({ where: { state: "sent" } });
    const refused = await resend(sent.id);
    expect(refused.status).toBe(409);
    expect(refused.problem.detail).toContain("不再重发");
  });
});

describe("statistics (REV-6)", () => {
  it("count cases, punctuality and turnaround, and name reasons of refusal", async () => {
    const number = await walk.submit("P0000103");
    await walk.claim(number);
    await walk.decide(number, { kind: "refuse", reasons: ["在本市仍有就业记录"] });
    const approved = await walk.approved("P0000107");
    expect(approved).toMatch(/^\d+$/);
    const { json } = await walk.get("/backoffice/statistics", "auditor1");
    expect(json.total).toMatchObject({ submitted: 4, decided: 2, approved: 1, refused: 1 });
    expect(json.total).toMatchObject({ inTimePercent: 100, medianHours: 0 });
    expect(json.services).toHaveLength(1);
    expect(json.weeks).toMatchObject([{ monday: "2026-03-16", submitted: 4 }]);
    expect(json.refusals).toMatchObject([{ reason: "在本市仍有就业记录", cases: 1 }]);
    const none = await walk.get("/backoffice/statistics?from=2026-01-01&to=2026-01-31", "auditor1");
    expect(none.json.total).toMatchObject({ submitted: 0, inTimePercent: null });
    const wrong = await walk.get(
      "/backoffice/statistics?from=2026-02-01&to=2026-01-31",
      "auditor1",
    );
    expect(wrong.status).toBe(400);
  });
});

describe("the audit log (AUD-1)", () => {
  it("is searched by who, whom and what; the search is logged too", async () => {
    const by = await walk.get("/backoffice/audit?actor=reviewer1&action=case.decide", "auditor1");
    expect(by.status).toBe(200);
    expect(by.json.items.length).toBe(3);
    expect(by.json.items[0]).toMatchObject({ actor: "reviewer1", subject: "P0000107 测*七" });
    const about = await walk.get("/backoffice/audit?subject=P0000012&limit=2", "auditor1");
    expect(about.json.items).toHaveLength(2);
    const cursor = about.json.nextCursor;
    const next = await walk.get(
      `/backoffice/audit?subject=P0000012&limit=2&cursor=${cursor}`,
      "auditor1",
    );
    expect(BigInt(next.json.items[0].id)).toBeLessThan(BigInt(about.json.items[1].id));
    const nobody = await walk.get("/backoffice/audit?subject=nobody", "auditor1");
    expect(nobody.json.items).toEqual([]);
    const looks = await walk.get("/backoffice/audit?action=audit.look", "auditor1");
    expect(looks.json.items.length).toBeGreaterThan(0);
    expect((await walk.get("/backoffice/audit", "admin1")).status).toBe(403);
  });

  it("is taken along as a workbook of what a search finds, and that is logged", async () => {
    const asked = "actor=reviewer1&action=case.decide";
    const { status, json } = await walk.get(`/backoffice/audit/workbook?${asked}`, "auditor1");
    expect(status).toBe(200);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(json);
    const lines: string[] = [];
    workbook.getWorksheet("审计记录")?.eachRow((row) => {
      lines.push((row.values as unknown[]).slice(1).join(" "));
    });
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain("审核决定 reviewer1 P0000107 测*七");
    const logged = await walk.get("/backoffice/audit?action=audit.export", "auditor1");
    expect(logged.json.items[0].details).toContainEqual({ name: "行数", text: "3" });
    expect((await walk.get(`/backoffice/audit/workbook?${asked}`, "admin1")).status).toBe(403);
  });

  it("has its chain checked by an auditor, who sees where it breaks", async () => {
    await chainAudit(test.hall);
    const whole = await walk.get("/backoffice/audit/chain", "auditor1");
    expect(whole.json).toMatchObject({ isWhole: true, first: "1", broken: null });
    expect(whole.json.head).toMatch(/^[0-9a-f]{64}$/);
    const { eventId } = await test.hall.db.auditLink.findUniqueOrThrow({ where: { position: 3 } });
    const change = (at: string) =>
      test.hall.db.$transaction([
        test.hall.db.$executeRaw`ALTER TABLE audit_event DISABLE TRIGGER append_only`,
        test.hall.db
          .$executeRaw`UPDATE audit_event SET at = at + ${at}::interval WHERE id = ${eventId}`,
        test.hall.db.$executeRaw`ALTER TABLE audit_event ENABLE TRIGGER append_only`,
      ]);
    await change("1 hour");
    const broken = await walk.get("/backoffice/audit/chain", "auditor1");
    expect(broken.json).toMatchObject({
      isWhole: false,
      head: null,
      broken: { position: "3", reason: "记录或链位被改动" },
    });
    await change("-1 hour");
    expect((await walk.get("/backoffice/audit/chain", "auditor1")).json.isWhole).toBe(true);
    expect((await walk.get("/backoffice/audit/chain", "admin1")).status).toBe(403);
  });

  it("refuses what no text can hold, in words", async () => {
    const answer = await walk.get("/backoffice/audit?reference=%00", "auditor1");
    expect(answer.status).toBe(400);
  });
});

describe("who is signed in", () => {
  it("sees their roles and what waits", async () => {
    const { json } = await walk.get("/backoffice/staff/me", "reviewer1");
    expect(json.actor).toMatchObject({ username: "reviewer1", roles: ["reviewer"] });
    expect(json.isParticipant).toBe(true);
    expect(json.work.unclaimed).toBe(1);
    const other = await walk.get("/backoffice/staff/me", "finance1");
    expect(other.json).toMatchObject({ isParticipant: false, work: { paymentsWaiting: 1 } });
    expect((await walk.get("/backoffice/staff/me", "P0000012")).status).toBe(403);
  });
});

describe("a certificate that ends within thirty days", () => {
  const endsIn = (days: number) =>
    test.hall.db.$executeRaw`
      UPDATE unit_certificate SET not_after = now() + make_interval(days => ${days})`;

  it("is told of once, by inbox and to the first agent's mobile", async () => {
    await endsIn(31);
    expect(await runDaily(test.hall)).toMatchObject({ ending: 0 });
    await endsIn(30);
    const units = await test.hall.db.unitCertificate.count();
    expect(await runDaily(test.hall)).toMatchObject({ ending: units });
    expect(await runDaily(test.hall)).toMatchObject({ ending: 0 });
    const letters = await test.hall.db.message.findMany({ where: { title: "数字证书快要到期" } });
    expect(letters.map(({ channel }) => channel).sort()).toEqual(
      ["inbox", "sms"].flatMap((channel) => Array.from({ length: units }, () => channel)),
    );
  });

  it("isn't told of where another one lasts longer", async () => {
    const [first] = await test.hall.db.unitCertificate.findMany();
    if (!first) throw new Error("no unit has a certificate");
    const notAfter = new Date(first.notAfter.getTime() - 86_400_000);
    await test.hall.db.unitCertificate.create({ data: { ...first, serial: "00ff", notAfter } });
    expect(await runDaily(test.hall)).toMatchObject({ ending: 0 });
  });
});
