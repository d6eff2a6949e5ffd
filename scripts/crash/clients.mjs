import { randomInt, randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "../processes.mjs";
import { personSession, staffSession } from "./session.mjs";

/** Of the submissions, so many in a hundred are broken off by the client before their answer. */
const CUT_PERCENT = 12;
const LONGEST_CUT_MS = 60;
const NOTHING_TO_DO_MS = 50;
const CHECK_PAUSE_MS = 1_000;

const household = {
  householdRegion: "340000",
  householdAddress: "安徽省阜阳市颍州区清河东路 12 号",
};
const TIERS = ["t3", "t4", "t5", "t6"];
const WITHDRAWAL = "sealed-account-withdrawal";
const CARE = "remote-care-registration";
/** What a registration of remote care in Hainan has to be proven with. */
export const CARE_PAPERS = ["identity-front", "identity-back", "residence-proof"];

/** What the load asks for, by how often it was asked for a person. */
const inputs = {
  "flex-plan-change": (times) => ({
    packageCode: "pension-medical",
    // A change must be one: never the same tier twice in a row.
    tierCode: TIERS[times % TIERS.length],
  }),
  "participation-certificate": () => ({ paper: "certificate", range: null, insurances: [] }),
  [WITHDRAWAL]: () => ({ ...household, payee: "citizen-card", declarationAccepted: true }),
  [CARE]: () => ({
    kind: "relocated-retiree",
    region: "460000",
    address: "海南省三亚市吉阳区迎宾路 5 号",
    from: "2026-03-17",
  }),
};
const SERVICES = Object.keys(inputs);

export const isWithdrawal = ({ service }) => service === WITHDRAWAL;
export const isCare = ({ service }) => service === CARE;

/** Now and then a client's line breaks after the request went out: its answer is lost. */
const cutNowAndThen = () =>
  randomInt(100) < CUT_PERCENT ? randomInt(1, LONGEST_CUT_MS) : undefined;

/** How often each person has asked for each service, over all loads: what they left holds on. */
const asked = new Map();

/**
 * Submits for its people, one thing after the other, and retries each until it is acknowledged:
 * with the same key, as a browser does.
 *
 * @param {object} load
 * @param {string} load.url
 * @param {readonly string[]} load.flexible people for what can be asked for again and again
 * @param {readonly string[]} load.sealed people who empty an account, once each
 * @param {readonly string[]} [load.retired] people who register remote care with its papers, once each
 * @param {ReturnType<import("./session.mjs").newLogbook>} load.logbook
 * @param {() => boolean} load.goesOn false ends it after what is under way was acknowledged
 * @param {boolean} [load.newKeyAtRetry] the fault of the control run: a retry is a new request
 */
export async function runClient(load) {
  const { url, flexible, sealed, retired = [], logbook, goesOn, newKeyAtRetry = false } = load;
  const sessions = new Map();
  const once = { [WITHDRAWAL]: [...sealed], [CARE]: [...retired] };
  for (let turn = 0; goesOn(); turn += 1) {
    const next = SERVICES[turn % SERVICES.length];
    const somebody = once[next]?.pop();
    const service = once[next] && !somebody ? SERVICES[turn % 2] : next;
    const person = somebody ?? flexible[turn % flexible.length];
    const times = (asked.get(`${person} ${service}`) ?? 0) + 1;
    asked.set(`${person} ${service}`, times);
    const session = sessions.get(person) ?? personSession(url, logbook, person);
    sessions.set(person, session);
    const input = inputs[service](times);
    await submitOnce(session, { person, service, input, logbook, newKeyAtRetry });
  }
}

async function submitOnce(session, { person, service, input, logbook, newKeyAtRetry }) {
  const refused = ({ status, json }) =>
    logbook.refused.push({ person, service, status, code: json?.code });
  const checked = await session.ask(`/services/${service}/check`, { input });
  if (checked.status !== 200) return refused(checked);
  const evidence = service === CARE ? await sendPapers(session) : [];
  const key = randomUUID();
  const body = { input, quoteHash: checked.json.quoteHash, evidence };
  const answer = await session.ask(`/services/${service}/applications`, body, {
    keyOf: newKeyAtRetry ? randomUUID : () => key,
    cutAfterMs: cutNowAndThen,
  });
  if (answer.status !== 201) return refused(answer);
  logbook.acknowledged.push({ number: answer.json.number, person, service, key, body });
}

async function sendPapers(session) {
  const evidence = [];
  for (const slot of CARE_PAPERS) evidence.push({ slot, fileId: await sendPaper(session, slot) });
  return evidence;
}

/** Goes on where the last try broke off, until the hall says that the file is whole. */
async function sendPaper(session, slot) {
  const bytes = await photo();
  const key = randomUUID();
  const about = { service: CARE, slot, fileName: `${slot}.jpg`, sizeBytes: bytes.length };
  const created = await session.ask("/files", about, {
    keyOf: () => key,
    cutAfterMs: cutNowAndThen,
  });
  let file = created.json;
  while (file.state !== "ready") {
    if (file.state === "refused") throw new Error(`a paper isn't taken: ${JSON.stringify(file)}`);
    if (file.state === "checking") await sleep(CHECK_PAUSE_MS);
    await session.ask(
      `/files/${file.id}?offset=${file.receivedBytes}`,
      bytes.subarray(file.receivedBytes),
      { method: "PUT", cutAfterMs: cutNowAndThen },
    );
    file = (await session.ask(`/files/${file.id}`, undefined, { method: "GET" })).json;
  }
  return file.id;
}

let picture;

/** Noise, as a camera sees it in the dark: some tens of kilobytes that don't compress away. */
function photo() {
  picture ??= createRequire(path.join(ROOT, "apps", "api", "package.json"))("sharp")({
    create: {
      width: 400,
      height: 300,
      channels: 3,
      background: "#fff",
      noise: { type: "gaussian", mean: 128, sigma: 40 },
    },
  })
    .jpeg()
    .toBuffer();
  return picture;
}

/** Approves each withdrawal that was taken in, which moves its money; goes on until all are. */
export async function runReviewer({ url, logbook, goesOn, demoPeopleFile }) {
  const session = staffSession(url, logbook, "reviewer1", demoPeopleFile);
  const decided = new Set();
  for (;;) {
    const next = logbook.acknowledged.find((each) => isWithdrawal(each) && !decided.has(each));
    if (!next && !goesOn()) return;
    if (!next) {
      await sleep(NOTHING_TO_DO_MS);
      continue;
    }
    decided.add(next);
    await approveOnce(session, next.number, logbook);
  }
}

async function approveOnce(session, number, logbook) {
  for (const [act, body] of [
    ["claim", {}],
    ["decision", { kind: "approve" }],
  ]) {
    const key = randomUUID();
    const answer = await session.ask(`/backoffice/cases/${number}/${act}`, body, {
      keyOf: () => key,
      cutAfterMs: cutNowAndThen,
    });
    if (answer.status !== 200) {
      logbook.refused.push({ person: "reviewer1", number, act, status: answer.status });
      return;
    }
  }
  logbook.approved.push({ number });
}

/** Sends acknowledged submissions again; answers those that got another answer than at first. */
export async function replayAll({ url, submissions, logbook }) {
  const changed = [];
  for (const { number, person, service, key, body } of submissions) {
    const session = personSession(url, logbook, person);
    const answer = await session.ask(`/services/${service}/applications`, body, {
      keyOf: () => key,
    });
    if (answer.status !== 201 || answer.json.number !== number) changed.push(number);
  }
  return changed;
}
