import { ProblemError } from "@hall/client/problem";
import {
  getApplication,
  listApplications,
  withdrawApplication,
} from "@hall/contracts/applications";
import { signInPerson } from "@hall/contracts/auth";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { call } from "./call.ts";
import { currentSession, leaveSignIn, signOut, takeSignedIn } from "./session.ts";

type Answer = Response | Error;
const sent: { url: string; init: RequestInit }[] = [];
let answers: Answer[] = [];

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", ...headers },
  });
const problem = (status: number, code: string) =>
  json(status, { type: `/problems/${code}`, title: "标题", detail: "说明", status, code });
const signedIn = (accessToken: string, id = "7c9e6679-7425-40de-944b-e07fc1f90ae7") => ({
  accessToken,
  expiresInSeconds: 600,
  actor: {
    kind: "person" as const,
    id,
    name: "测灵一",
    personalNumber: "P0000001",
    mustChangePassword: false,
  },
});
const headerOf = (index: number, name: string) => new Headers(sent[index]?.init.headers).get(name);

beforeEach(() => {
  sent.length = 0;
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 50 });
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    sent.push({ url, init });
    const answer = answers.shift();
    if (!answer || answer instanceof Error) throw answer ?? new TypeError("no network");
    return answer;
  });
});

afterEach(async () => {
  answers = [json(204, null)].map(() => new Response(null, { status: 204 }));
  await signOut();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a call", () => {
  it("fills the address and leaves out what isn't asked", async () => {
    answers = [json(200, { items: [], nextCursor: null })];
    await call(listApplications, { query: { limit: 5, open: "true" } });
    expect(sent[0]?.url).toBe("/api/v1/applications?limit=5&open=true");
    answers = [json(200, {})];
    await call(getApplication, { params: { number: "2026/1" } });
    expect(sent[1]?.url).toBe("/api/v1/applications/2026%2F1");
  });

  it("bears the token once somebody is signed in", async () => {
    answers = [json(200, {}), json(200, {})];
    await call(getApplication, { params: { number: "1" } });
    expect(headerOf(0, "Authorization")).toBeNull();
    takeSignedIn(signedIn("t1"));
    await call(getApplication, { params: { number: "1" } });
    expect(headerOf(1, "Authorization")).toBe("Bearer t1");
  });

  it("throws the problem that the server names", async () => {
    answers = [problem(404, "not-found")];
    const failed = call(getApplication, { params: { number: "1" } });
    await expect(failed).rejects.toMatchObject({ problem: { status: 404, title: "标题" } });
  });

  it("makes a problem of an answer that isn't one", async () => {
    answers = [new Response("<html>502</html>", { status: 502 })];
    const failed = call(getApplication, { params: { number: "1" } });
    await expect(failed).rejects.toMatchObject({ problem: { status: 502 } });
  });

  it("says that the network is away, and doesn't try a plain read again by itself", async () => {
    answers = [new TypeError("failed")];
    const failed = call(getApplication, { params: { number: "1" } });
    await expect(failed).rejects.toBeInstanceOf(ProblemError);
    expect(sent).toHaveLength(1);
  });

  it("refuses to create without an idempotency key", async () => {
    const made = call(withdrawApplication, { params: { number: "1" } });
    await expect(made).rejects.toThrow(/idempotency/);
  });

  it("repeats what has a key under the same key until an answer comes", async () => {
    answers = [new TypeError("cut off"), problem(503, "dependency-away"), json(200, { ok: true })];
    await call(withdrawApplication, { params: { number: "1" }, idempotencyKey: "k1" });
    expect(sent).toHaveLength(3);
    expect([0, 1, 2].map((index) => headerOf(index, "Idempotency-Key"))).toEqual([
      "k1",
      "k1",
      "k1",
    ]);
  });

  it("doesn't repeat what was refused", async () => {
    answers = [problem(409, "conflict")];
    const made = call(withdrawApplication, { params: { number: "1" }, idempotencyKey: "k1" });
    await expect(made).rejects.toMatchObject({ problem: { status: 409 } });
    expect(sent).toHaveLength(1);
  });
});

describe("a call when the token has ended", () => {
  beforeEach(() => takeSignedIn(signedIn("old")));

  it("renews it by the cookie and goes on", async () => {
    answers = [problem(401, "not-signed-in"), json(200, signedIn("new")), json(200, { ok: 1 })];
    await call(getApplication, { params: { number: "1" } });
    expect(sent.map(({ url }) => url)).toEqual([
      "/api/v1/applications/1",
      "/api/v1/auth/refresh",
      "/api/v1/applications/1",
    ]);
    expect(headerOf(2, "Authorization")).toBe("Bearer new");
  });

  it("renews once for calls that fail together", async () => {
    const refreshed = { count: 0 };
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      if (url.endsWith("/auth/refresh")) {
        refreshed.count += 1;
        return json(200, signedIn("new"));
      }
      const token = new Headers(init.headers).get("Authorization");
      return token === "Bearer new" ? json(200, {}) : problem(401, "not-signed-in");
    });
    const numbers = ["1", "2", "3"];
    await Promise.all(numbers.map((number) => call(getApplication, { params: { number } })));
    expect(refreshed.count).toBe(1);
  });

  it("waits for the person to sign in over the page, and goes on with what they did", async () => {
    answers = [problem(401, "not-signed-in"), problem(401, "not-signed-in")];
    const waiting = call(withdrawApplication, { params: { number: "1" }, idempotencyKey: "k1" });
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    await vi.advanceTimersByTimeAsync(100);
    answers = [json(200, { number: "1" })];
    takeSignedIn(signedIn("again"));
    await expect(waiting).resolves.toEqual({ number: "1" });
    expect(headerOf(2, "Authorization")).toBe("Bearer again");
    expect(headerOf(2, "Idempotency-Key")).toBe("k1");
  });

  it("lets go when the person leaves instead", async () => {
    answers = [problem(401, "not-signed-in"), problem(401, "not-signed-in")];
    const waiting = call(getApplication, { params: { number: "1" } });
    const settled = expect(waiting).rejects.toMatchObject({ problem: { status: 401 } });
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    await vi.advanceTimersByTimeAsync(100);
    leaveSignIn();
    await settled;
    expect(currentSession().state).toBe("out");
  });

  it("takes a wrong password as an answer and not as an ended sign-in", async () => {
    answers = [problem(401, "sign-in-failed")];
    const failed = call(signInPerson, { body: { personalNumber: "P1", password: "x" } });
    await expect(failed).rejects.toMatchObject({ problem: { code: "sign-in-failed" } });
    expect(sent).toHaveLength(1);
  });
});
