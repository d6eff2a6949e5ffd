import { randomUUID } from "node:crypto";
import { crowd } from "@hall/domain/services/student-enrolment/examples";
import { caseWalk } from "../test/case-walk.ts";
import { askForEvidence, fileWalk, photoOf } from "../test/file-walk.ts";
import type { TestHall } from "../test/harness.ts";
import { paymentWalk } from "../test/payment-walk.ts";
import type { Thing } from "./places.ts";

/** Somebody with things of their own, by name; and words that nobody else may read. */
export interface Owner {
  readonly who: string;
  readonly things: Readonly<Partial<Record<Thing, string>>>;
  readonly secrets: readonly string[];
}

const SEALED = "sealed-account-withdrawal";
export const WITH_REVIEW = "P0000012";
export const AT_ONCE = "P0000001";
export const SCHOOL = "U0000004";
export const OTHER_SCHOOL = "U0000005";
export const EMPLOYER = "U0000001";

/** People and units who have cases, papers, files, messages, lists, drafts and sessions. */
export async function ownersOf(test: TestHall): Promise<readonly Owner[]> {
  askForEvidence();
  return [
    await reviewed(test),
    await instant(test),
    await school(test),
    await refused(test),
    await employer(test),
  ];
}

async function reviewed(test: TestHall): Promise<Owner> {
  const who = WITH_REVIEW;
  const { application, file } = await filedWithEvidence(test, who);
  const loose = await looseFile(test, who);
  const draft = await draftOf(test, who);
  const { json: inbox } = await test.api("get", "/messages", { as: who });
  const message = inbox.items[0].id;
  const session = await sessionOf(test, who);
  return {
    who,
    things: { application, file, message, session, draft: SEALED },
    secrets: [application, file, loose, draft, message, session, "测离一", "秘密草稿-P0000012"],
  };
}

/** Somebody who is refused until a day, asks to be reminded of it and puts it before a human. */
async function refused(test: TestHall): Promise<Owner> {
  const who = "P0000102";
  const day = "2026-04-17";
  const words = `请看一看-${who}`;
  const walk = caseWalk(test);
  const asked = await walk.post("/reminders", who, { service: SEALED, rule: "SAW-1", day });
  const put = { service: SEALED, claim: "sealedHalfAYear", words };
  const review = await walk.post("/human-reviews", who, put);
  const things = { reminder: asked.json.id, "human-review": review.json.number };
  return { who, things, secrets: [asked.json.id, review.json.number, words] };
}

const ROSTER = "/services/remote-care-unit-registration";
const postedTo = "浦东新区世纪大道 8 号";

async function employer(test: TestHall): Promise<Owner> {
  const who = EMPLOYER;
  const row = {
    name: "测派一",
    identityNumber: "320599198507079919",
    region: "上海市",
    place: postedTo,
    from: "2026-03-17",
  };
  const body = { options: {}, rows: [row] };
  const { json: typed } = await test.api("post", `${ROSTER}/batches/typed`, { as: who, body });
  const input = { batchId: typed.id };
  const walk = caseWalk(test);
  const { json: checked } = await walk.post(`${ROSTER}/check`, who, { input });
  const { status, json } = await walk.post(`${ROSTER}/applications`, who, {
    input,
    quoteHash: checked.quoteHash,
    evidence: [],
  });
  if (status !== 201) throw new Error(`no roster: ${JSON.stringify(json)}`);
  const things = { roster: typed.id, "roster-case": json.number, application: json.number };
  return { who, things, secrets: [typed.id, json.number, row.identityNumber, postedTo] };
}

export async function filedWithEvidence(test: TestHall, who: string) {
  const walk = fileWalk(test, await photoOf());
  const { id: file } = await walk.uploaded(who);
  const { json: checked } = await walk.check(who);
  const evidence = [{ slot: "identity-front", fileId: file }];
  const { status, json } = await walk.submit(who, checked.quoteHash, evidence);
  if (status !== 201) throw new Error(`${who} can't file: ${JSON.stringify(json)}`);
  return { application: String(json.number), file };
}

async function looseFile(test: TestHall, who: string): Promise<string> {
  return (await fileWalk(test, await photoOf()).uploaded(who)).id;
}

async function draftOf(test: TestHall, who: string): Promise<string> {
  const body = { input: { householdAddress: `秘密草稿-${who}` } };
  return (await test.api("put", `/drafts/${SEALED}`, { as: who, body })).json.id;
}

async function sessionOf(test: TestHall, who: string): Promise<string> {
  const { json } = await test.api("get", "/me/sessions", { as: who });
  return json.items[0].id;
}

async function instant(test: TestHall): Promise<Owner> {
  const who = AT_ONCE;
  const at = "/services/flex-plan-change";
  const input = { packageCode: "pension-medical", tierCode: "t3" };
  const { json: checked } = await test.api("post", `${at}/check`, { as: who, body: { input } });
  const { json } = await test.api("post", `${at}/applications`, {
    as: who,
    key: randomUUID(),
    body: { input, quoteHash: checked.quoteHash },
  });
  const file = await looseFile(test, who);
  const { json: inbox } = await test.api("get", "/messages", { as: who });
  const message = inbox.items[0].id;
  const session = await sessionOf(test, who);
  const application = json.number;
  const document = json.documents[0].number;
  return {
    who,
    things: { application, document, file, message, session },
    secrets: [application, document, file, message, session, "测灵一"],
  };
}

const pupil = crowd(1).rows[0]?.cells ?? {};

async function school(test: TestHall): Promise<Owner> {
  const who = SCHOOL;
  const at = "/services/student-enrolment/batches/typed";
  const body = { options: { year: "2026" }, rows: [pupil] };
  const { status, json } = await test.api("post", at, { as: who, body });
  if (status !== 202) throw new Error(`no list: ${JSON.stringify(json)}`);
  const session = await sessionOf(test, who);
  const draft = await test.api("put", "/drafts/student-enrolment", {
    as: who,
    body: { input: { note: "秘密草稿-school" } },
  });
  return {
    who,
    things: { batch: json.id, session, draft: "student-enrolment" },
    secrets: [json.id, session, draft.json.id, pupil["identityNumber"] ?? "", "秘密草稿-school"],
  };
}

/** What staff work on, each by its name. */
export async function staffThings(test: TestHall, owners: readonly Owner[]) {
  const walk = caseWalk(test);
  const caseNumber = owners[0]?.things.application ?? "";
  const named = (thing: Thing) => owners.find(({ things }) => things[thing])?.things[thing] ?? "";
  const own = (await filedWithEvidence(test, "P0000018")).application;
  const payable = (await filedWithEvidence(test, "P0000103")).application;
  await walk.claim(payable);
  await walk.decide(payable, { kind: "approve" });
  await walk.claim(payable, "reviewer2");
  await walk.decide(payable, { kind: "approve" }, "reviewer2");
  const order = await paymentWalk(test).orderOf(payable);
  const made = await paymentWalk(test).make([order.id]);
  const value = await walk.post("/backoffice/policy", "policy1", {
    key: "withdrawal.sealedMonths",
    mark: "official",
    source: "演练：新办法",
    value: { general: 12, unemployed4050: 24 },
    from: "2026-05-01",
  });
  const closure = await walk.post("/backoffice/closures", "admin1", {
    service: "housing-loan-query",
    kind: "maintenance",
    notice: "系统维护，请稍后再来。",
    from: "2026-12-01T08:00:00+08:00",
    until: "2026-12-02T08:00:00+08:00",
  });
  const counter = await walk.post("/backoffice/counter-cases", "counter1", {
    personalNumber: "P0000001",
    name: "测灵一",
    matter: "社会保险关系转移",
    workingDays: 5,
  });
  const outbox = await test.hall.db.message.findFirstOrThrow({ where: { channel: "sms" } });
  const things = {
    case: caseNumber,
    "case-with-rows": named("roster-case"),
    "review-request": named("human-review"),
    contact: WITH_REVIEW,
    unit: EMPLOYER,
    awaited: await waiting(test),
    payment: order.id,
    "payment-batch": made.json.batch?.id,
    "policy-value": value.json.id,
    closure: closure.json.id,
    "counter-case": counter.json.number,
    outbox: outbox.id,
  } satisfies Partial<Record<Thing, string>>;
  const missing = Object.entries(things).filter(([, name]) => !name);
  if (missing.length > 0) throw new Error(`not made: ${missing.map(([kind]) => kind)}`);
  return { things, own, claimed: caseNumber };
}

/** A transfer that waits for the other fund centre. */
async function waiting(test: TestHall): Promise<string> {
  const at = "/services/agency-housing-transfer-in";
  const walk = caseWalk(test);
  const input = { accountNumber: "NJ0000003" };
  const { json: checked } = await test.api("post", `${at}/check`, {
    as: "P0000003",
    body: { input },
  });
  const { quoteHash } = checked;
  const { json } = await walk.post(`${at}/applications`, "P0000003", { input, quoteHash });
  await walk.claim(json.number);
  await walk.decide(json.number, { kind: "approve" });
  return json.number;
}
