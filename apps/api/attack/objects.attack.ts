import { randomUUID } from "node:crypto";
import type { Endpoint } from "@hall/contracts/endpoint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../src/routes.ts";
import { openTestHall, type TestHall } from "../test/harness.ts";
import { type Answer, ask } from "./ask.ts";
import { count } from "./counts.ts";
import { faultsOf } from "./faults.ts";
import { addressOf, type Thing, thingOf } from "./places.ts";
import { handledBy } from "./planted.ts";
import { sampleBody, sampleQuery } from "./samples.ts";
import { EMPLOYER, OTHER_SCHOOL, type Owner, ownersOf, staffThings, WITH_REVIEW } from "./world.ts";

let test: TestHall;
let owners: readonly Owner[];
let staff: Awaited<ReturnType<typeof staffThings>>;
let checks = 0;
beforeAll(async () => {
  test = await openTestHall();
  owners = await ownersOf(test);
  staff = await staffThings(test, owners);
});
afterAll(async () => {
  count("matrix of objects", { endpoints: both.length, checks });
  await test.close();
});

/** Endpoints of people and units. Those that end the caller's own session come in `matrix`. */
const both = routes
  .map(({ endpoint }) => endpoint)
  .filter(({ access }) => access.includes("person") || access.includes("agent"));

const strangers = ["P0000001", "P0000012", "P0000003", OTHER_SCHOOL, EMPLOYER] as const;

async function request(hall: TestHall, as: string, endpoint: Endpoint, name?: string) {
  checks += 1;
  return ask(hall.url, endpoint.method, addressOf(endpoint, name) + sampleQuery(endpoint), {
    token: await hall.tokenOf(as),
    headers: { "idempotency-key": randomUUID() },
    ...(endpoint.body && !endpoint.bodyType ? { body: sampleBody(endpoint) } : {}),
  });
}

const outcome = ({ status, json }: Answer) => `${status} ${json?.code ?? ""}`;

/** What a stranger can do with somebody's thing, or learn of it. */
async function holesOf(hall: TestHall, endpoint: Endpoint, owner: Owner, thing: Thing) {
  const name = owner.things[thing];
  const holes: string[] = [];
  for (const as of strangers.filter((each) => each !== owner.who)) {
    const theirs = await request(hall, as, endpoint, name);
    const absent = await request(hall, as, endpoint);
    // A draft is named by its service: a stranger has one of their own under the same name.
    if (thing !== "draft" && theirs.status < 400) holes.push(`${as} may: ${outcome(theirs)}`);
    if (thing !== "draft" && outcome(theirs) !== outcome(absent)) {
      holes.push(`${as} learns that it is there: ${outcome(theirs)}, absent ${outcome(absent)}`);
    }
    // What was asked for comes back as the address of the answer.
    const told = owner.secrets.find(
      (secret) => !name?.includes(secret) && theirs.text.includes(secret),
    );
    if (told) holes.push(`${as} reads ${told}`);
    holes.push(...faultsOf(theirs), ...faultsOf(absent));
  }
  return holes;
}

/** Everything that an owner's things are kept as, to see that nobody moved them. */
async function kept(hall: TestHall, who: string): Promise<string> {
  const { db } = hall.hall;
  const owner =
    (await db.person.findUnique({ where: { personalNumber: who } })) ??
    (await db.unit.findUniqueOrThrow({ where: { code: who } }));
  const subject = { subjectId: owner.id };
  const rows = await Promise.all([
    db.application.findMany({ where: subject, orderBy: { number: "asc" } }),
    db.document.findMany({ where: subject, orderBy: { number: "asc" } }),
    db.evidenceFile.findMany({ where: subject, orderBy: { id: "asc" } }),
    db.message.findMany({ where: { ...subject, channel: "inbox" }, orderBy: { id: "asc" } }),
    db.draft.findMany({ where: { ownerId: owner.id } }),
    db.reminder.findMany({ where: subject, orderBy: { id: "asc" } }),
    db.humanReview.findMany({ where: subject, omit: { record: true } }),
    db.listBatch.findMany({ where: { unitId: owner.id } }),
    db.session.findMany({ where: { ownerId: owner.id }, select: { id: true, endedAt: true } }),
  ]);
  return JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? `${value}` : value));
}

const named = both.flatMap((endpoint) => {
  const thing = thingOf(endpoint);
  return thing ? [[endpoint.method, endpoint.path, endpoint, thing] as const] : [];
});

describe("what is somebody's is nobody else's", () => {
  it.each(named)("%s %s", async (_method, _path, endpoint, thing) => {
    const having = owners.filter(({ things }) => things[thing]);
    expect(having.length).toBeGreaterThan(0);
    for (const owner of having) {
      const before = await kept(test, owner.who);
      expect(await holesOf(test, endpoint, owner, thing)).toEqual([]);
      expect(await kept(test, owner.who)).toBe(before);
    }
  });

  it.each(named.filter(([method]) => method === "get"))(
    "%s %s is there for its owner",
    async (_method, _path, endpoint, thing) => {
      for (const owner of owners.filter(({ things }) => things[thing])) {
        const answer = await request(test, owner.who, endpoint, owner.things[thing]);
        expect([200, 202]).toContain(answer.status);
      }
    },
  );

  const lists = both.filter(({ method, path }) => method === "get" && !path.includes("{"));
  it.each(lists.map((endpoint) => [endpoint.path, endpoint] as const))(
    "GET %s shows one's own",
    async (_path, endpoint) => {
      for (const as of strangers) {
        const { text } = await request(test, as, endpoint);
        for (const { who, secrets } of owners.filter((owner) => owner.who !== as)) {
          expect([who, secrets.filter((secret) => text.includes(secret))]).toEqual([who, []]);
        }
      }
    },
  );
});

describe("a reference inside a body", () => {
  it("to another's file or list is refused like one to nothing", async () => {
    const [reviewed, , school] = owners;
    const fileIds = [reviewed?.things.file ?? "", randomUUID()];
    const files = await Promise.all(
      fileIds.map((fileId) =>
        test.api("post", "/services/sealed-account-withdrawal/applications", {
          as: "P0000107",
          key: randomUUID(),
          body: {
            input: {
              householdRegion: "340000",
              householdAddress: "安徽省阜阳市颍州区清河东路 12 号",
              payee: "citizen-card",
              declarationAccepted: true,
            },
            quoteHash: "",
            evidence: [{ slot: "identity-front", fileId }],
          },
        }),
      ),
    );
    expect(files[0]?.status).toBeGreaterThanOrEqual(400);
    expect([files[0]?.status, files[0]?.problem.code]).toEqual([
      files[1]?.status,
      files[1]?.problem.code,
    ]);
    const lists = await Promise.all(
      [school?.things.batch, randomUUID()].map((batchId) =>
        test.api("post", "/services/student-enrolment/check", {
          as: OTHER_SCHOOL,
          body: { input: { batchId } },
        }),
      ),
    );
    expect(lists.map(({ status }) => status)).toEqual([404, 404]);
    checks += 4;
  });
});

describe("staff", () => {
  const theirs = routes
    .map(({ endpoint }) => endpoint)
    .filter(({ path }) => path.startsWith("/backoffice/") && path.includes("{"));

  it.each(theirs.map((endpoint) => [endpoint.method, endpoint.path, endpoint] as const))(
    "%s %s doesn't answer for what isn't there",
    async (_method, _path, endpoint) => {
      for (const role of endpoint.access) {
        const answer = await request(test, `${role}1`, endpoint);
        expect([400, 404]).toContain(answer.status);
        expect(faultsOf(answer)).toEqual([]);
        if (endpoint.method !== "get") continue;
        const there = staff.things[thingOf(endpoint) as keyof typeof staff.things];
        expect((await request(test, `${role}1`, endpoint, there)).status).not.toBe(404);
      }
    },
  );

  const post = (path: string, as: string, body: unknown = {}) =>
    test.api("post", `/backoffice${path}`, { as, body, key: randomUUID() });

  it("decide neither their own case, nor one that they or nobody claimed (SGN-2, REV-1)", async () => {
    const approve = { kind: "approve" };
    expect((await post(`/cases/${staff.own}/claim`, "reviewer1")).status).toBe(403);
    expect((await post(`/cases/${staff.own}/decision`, "reviewer1", approve)).status).toBe(403);
    const unclaimed = await post(`/cases/${staff.claimed}/decision`, "reviewer2", approve);
    expect([403, 409]).toContain(unclaimed.status);
    expect((await post(`/cases/${staff.claimed}/claim`, "reviewer1")).status).toBe(200);
    const others = await post(`/cases/${staff.claimed}/decision`, "reviewer2", approve);
    expect([403, 409]).toContain(others.status);
    checks += 5;
  });

  it("release neither their own batch nor their own value", async () => {
    const { things } = staff;
    const batch = await post(`/payment-batches/${things["payment-batch"]}/release`, "finance1");
    expect([403, 409, 422]).toContain(batch.status);
    const value = await post(`/policy/${things["policy-value"]}/release`, "policy1");
    expect([403, 409, 422]).toContain(value.status);
    checks += 2;
  });

  it("see evidence only of a case that they work on", async () => {
    const file = owners[0]?.things.file;
    expect((await test.api("get", `/files/${file}/content`, { as: "reviewer1" })).status).toBe(200);
    expect((await test.api("get", `/files/${file}/content`, { as: "reviewer2" })).status).toBe(403);
    expect((await test.api("get", `/files/${file}/content`, { as: "counter1" })).status).toBe(403);
    checks += 3;
  });
});

describe("a planted hole", () => {
  it("is found: an application that is read by its number alone", async () => {
    const broken = await openTestHall(
      {},
      {
        mounted: handledBy(routes, "getApplication", async ({ hall, params }) => {
          const { number } = params as { number: string };
          const row = await hall.db.application.findUnique({ where: { number } });
          // Parsed by its contract the answer would break; as plain bytes it leaks.
          const bytes = Buffer.from(
            JSON.stringify({ number, service: row?.service, name: "测离一" }),
          );
          return { reply: "bytes", type: "application/json", bytes };
        }),
      },
    );
    const endpoint = both.find(({ id }) => id === "getApplication");
    if (!endpoint) throw new Error("no such endpoint");
    const theirs = (await ownersOf(broken)).find(({ who }) => who === WITH_REVIEW);
    if (!theirs) throw new Error("nobody with a case");
    const holes = await holesOf(broken, endpoint, theirs, "application");
    await broken.close();
    expect(holes.filter((hole) => hole.includes("may: 200"))).toHaveLength(strangers.length - 1);
    expect(holes.filter((hole) => hole.includes("reads 测离一"))).not.toHaveLength(0);
  });
});
