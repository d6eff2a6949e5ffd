import { randomUUID } from "node:crypto";
import type { Endpoint } from "@hall/contracts/endpoint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Route } from "../src/http/route.ts";
import { routes } from "../src/routes.ts";
import { newAddress, openTestHall, type TestHall } from "../test/harness.ts";
import { type Ask, ask } from "./ask.ts";
import { count, isLong } from "./counts.ts";
import { faultsOf } from "./faults.ts";
import { brokenBodies, hostileBodies, hostileNames, hostileQueries } from "./hostile.ts";
import { addressOf, thingOf } from "./places.ts";
import { handledBy } from "./planted.ts";
import { type Schema, sampleBody, sampleOf, sampleQuery, schemaOf } from "./samples.ts";
import { type Owner, ownersOf, staffThings } from "./world.ts";

let test: TestHall;
let owners: readonly Owner[];
let staff: Awaited<ReturnType<typeof staffThings>>;
const kinds = new Map<string, number>();

beforeAll(async () => {
  test = await openTestHall();
  owners = await ownersOf(test);
  staff = await staffThings(test, owners);
});
afterAll(async () => {
  const total = [...kinds.values()].reduce((sum, each) => sum + each, 0);
  count("hostile input", { endpoints: endpoints.length, requests: total });
  count("hostile input by kind", Object.fromEntries([...kinds].sort()));
  await test.close();
});

const endpoints = routes.map(({ endpoint }) => endpoint);

/** Somebody who is let in, so that what is sent goes as far as it can. */
function callerOf({ access }: Endpoint): string | null {
  if (access.includes("public")) return null;
  if (access.includes("person")) return "P0000012";
  return access.includes("agent") ? "U0000004" : `${access[0]}1`;
}

/** A name that the address finds something by. */
function nameOf(endpoint: Endpoint, caller: string | null): string | undefined {
  const thing = thingOf(endpoint);
  if (!thing) return undefined;
  const own = owners.find(({ who }) => who === caller)?.things[thing];
  return own ?? (staff.things as Readonly<Record<string, string>>)[thing];
}

interface Tried extends Ask {
  readonly kind: string;
  readonly path: string;
}

function* attempts(endpoint: Endpoint, caller: string | null): Generator<Tried> {
  const at = addressOf(endpoint, nameOf(endpoint, caller));
  const whole = at + sampleQuery(endpoint);
  const body = endpoint.bodyType ? null : schemaOf(endpoint.body);
  if (body) {
    for (const { kind, body: raw } of hostileBodies(body)) yield { kind, path: whole, raw };
  }
  // Endpoints without a body must not stumble over one either.
  if (endpoint.method !== "get") {
    for (const [kind, type, raw] of inTurns(brokenBodies, endpoint, 3)) {
      yield { kind, path: whole, raw, headers: { "content-type": type } };
    }
  }
  yield* addresses(endpoint, at);
  yield* oddHeaders(endpoint, whole, body && sampleBody(endpoint));
}

/** What is read before any endpoint is chosen is tried at each of them in the long form alone. */
function inTurns<T>(all: readonly T[], endpoint: Endpoint, many: number): readonly T[] {
  const turn = endpoints.indexOf(endpoint) * many;
  return isLong ? all : Array.from({ length: many }, (_, at) => all[(turn + at) % all.length] as T);
}

function* addresses(endpoint: Endpoint, at: string): Generator<Tried> {
  const body = sampleBody(endpoint);
  const sent = endpoint.bodyType || body === undefined ? {} : { body };
  const query = schemaOf(endpoint.query)?.properties ?? {};
  for (const [key, schema] of Object.entries(query)) {
    for (const [kind, value] of hostileQueries) {
      yield { kind, path: `${at}?${others(query, key)}${key}=${value}`, ...sent };
    }
    yield { kind: "repeated query", path: `${at}?${key}=1&${key}=2`, ...sent };
    yield {
      kind: "pollution",
      path: `${at}?${key}[__proto__][a]=${encodeURIComponent(String(sampleOf(schema)))}`,
      ...sent,
    };
  }
  yield {
    kind: "extra property",
    path: `${at}${sampleQuery(endpoint) || "?"}&isAdmin=true`,
    ...sent,
  };
  if (!endpoint.path.includes("{")) return;
  for (const [kind, value] of hostileNames) {
    const path = `/api/v1${endpoint.path.replace(/\{\w+\}/, value)}${sampleQuery(endpoint)}`;
    yield { kind, path, ...sent };
  }
}

const others = (query: Readonly<Record<string, Schema>>, but: string): string =>
  Object.entries(query)
    .filter(([key]) => key !== but)
    .map(([key, schema]) => `${key}=${encodeURIComponent(String(sampleOf(schema)))}&`)
    .join("");

function* oddHeaders(endpoint: Endpoint, path: string, body: unknown): Generator<Tried> {
  const sent = body === null || body === undefined ? {} : { body };
  const odd: readonly Record<string, string>[] = [
    { "idempotency-key": "short" },
    { "idempotency-key": "k".repeat(300) },
    { "idempotency-key": "' OR 1=1 -- -" },
    { cookie: `hall-refresh=${"a".repeat(3_000)}; __proto__=1; =; ;;` },
    { authorization: `Bearer ${"a.".repeat(500)}` },
    { accept: "text/html", "user-agent": "<script>alert(1)</script>" },
    { "x-forwarded-for": "a".repeat(500) },
    { "x-forwarded-host": "evil.example", "x-original-url": "/api/v1/me" },
    { "content-encoding": "compress" },
    { "x-http-method-override": "DELETE" },
  ];
  for (const headers of inTurns(odd, endpoint, 3))
    yield { kind: "odd header", path, headers, ...sent };
}

async function holesOf(hall: TestHall, endpoint: Endpoint): Promise<readonly string[]> {
  const caller = callerOf(endpoint);
  const token = caller ? await hall.tokenOf(caller) : null;
  const holes = new Map<string, string>();
  const waiting = [...attempts(endpoint, caller)];
  const one = async (tried: Tried) => {
    kinds.set(tried.kind, (kinds.get(tried.kind) ?? 0) + 1);
    const headers = { "idempotency-key": randomUUID(), "x-forwarded-for": newAddress() };
    const answer = await ask(hall.url, endpoint.method, tried.path, {
      token,
      ...tried,
      headers: { ...headers, ...tried.headers },
    });
    const raw = String(tried.raw ?? "");
    for (const fault of faultsOf(answer, raw)) {
      // One example of each is enough to mend it.
      const key = `${tried.kind}: ${fault.replaceAll(/[0-9a-f]{8}/g, "…")}`;
      holes.set(key, `${key} | ${tried.path.slice(0, 160)} ${raw.slice(0, 160)}`);
    }
  };
  while (waiting.length > 0) await Promise.all(waiting.splice(0, 8).map(one));
  return [...holes.values()];
}

describe("hostile input", () => {
  it.each(endpoints.map((endpoint) => [endpoint.method, endpoint.path, endpoint] as const))(
    "%s %s",
    async (_method, _path, endpoint) => {
      expect(await holesOf(test, endpoint)).toEqual([]);
      // biome-ignore lint/suspicious/noExplicitAny: it must not be there
      expect(({} as any).polluted).toBeUndefined();
    },
  );
});

describe("addresses that nothing is at", () => {
  it.each([
    "/api/v1/%",
    "/api/v1/../../etc/passwd",
    "/api/v1/%2e%2e/%2e%2e/etc/passwd",
    "//evil.example/api/v1/me",
    "/api/v1/__proto__",
    "/api/v1/me%00",
    "/api/v1/openapi.json/../../../package.json",
    "/api/docs/../../package.json",
    "/api/docs/..%2f..%2fpackage.json",
    "/health/../api/v1/me",
    "/.git/config",
    "/.env",
  ])("%s", async (path) => {
    const answer = await ask(test.url, "get", path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(faultsOf(answer)).toEqual([]);
  });

  it.each(["TRACE", "PROPFIND", "HEAD", "OPTIONS"])("%s is no way in", async (method) => {
    const answer = await ask(test.url, method, "/api/v1/applications");
    expect(answer.status).toBeGreaterThanOrEqual(method === "OPTIONS" ? 200 : 400);
    expect(answer.text).not.toContain("items");
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  });
});

describe("a planted hole", () => {
  const planted = async (handle: Route["handle"]) => {
    const broken = await openTestHall({}, { mounted: handledBy(routes, "saveDraft", handle) });
    const endpoint = endpoints.find(({ id }) => id === "saveDraft");
    if (!endpoint) throw new Error("no such endpoint");
    const holes = await holesOf(broken, endpoint);
    await broken.close();
    return holes.join("\n");
  };

  it("is found: a value put into a statement as text", async () => {
    const holes = await planted(async ({ hall, body }) => {
      const { input } = body as { input: Record<string, unknown> };
      const [word] = [...Object.values(input), ...Object.keys(input)];
      await hall.db.$queryRawUnsafe(`SELECT '${String(word)}'::text AS found`);
      return undefined;
    });
    expect(holes).toMatch(/answers 503/);
  });

  it("is found: an error that is shown as it was thrown", async () => {
    const holes = await planted(async () => {
      const { stack } = new TypeError("boom");
      return { refusal: "malformed", detail: `出错了 ${stack}` };
    });
    expect(holes).toMatch(/shows its inside/);
  });

  it("is found: a refusal in another language", async () => {
    const holes = await planted(async () => ({ refusal: "conflict", detail: "Conflict" }));
    expect(holes).toMatch(/isn't Chinese/);
  });
});
