import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hallServer, SERVER_LIMITS } from "../src/http/server.ts";
import { newAddress, openTestHall, type TestHall } from "../test/harness.ts";
import { type Answer, type Ask, ask } from "./ask.ts";
import { count } from "./counts.ts";

let folder: string;
let test: TestHall;
let plain: TestHall;
let checks = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hall-pages-"));
  for (const app of ["web", "backoffice"]) {
    mkdirSync(join(folder, app, "assets"), { recursive: true });
    writeFileSync(join(folder, app, "index.html"), "<!doctype html><title>页</title>");
    writeFileSync(join(folder, app, "assets", "app-1a2b3c.js"), "export {};");
  }
  const pages = { HALL_STATIC_DIR: folder };
  test = await openTestHall({ ...pages, HALL_PUBLIC_URL: "https://hall.example" });
  plain = await openTestHall({ ...pages, HALL_PUBLIC_URL: "http://127.0.0.1:8080" });
});
afterAll(async () => {
  count("headers", { answers: answers.length, checks });
  await test.close();
  await plain.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Asked {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly what?: Ask;
}

/** Every kind of answer that the hall gives. */
const answers: readonly Asked[] = [
  { name: "the citizens' page", method: "get", path: "/" },
  { name: "a page below", method: "get", path: "/services/flex-plan-change" },
  { name: "the back office", method: "get", path: "/backoffice" },
  { name: "an asset", method: "get", path: "/assets/app-1a2b3c.js" },
  { name: "a missing asset", method: "get", path: "/assets/none.js" },
  { name: "JSON", method: "get", path: "/api/v1/services" },
  { name: "personal JSON", method: "get", path: "/api/v1/me" },
  { name: "a refusal", method: "get", path: "/api/v1/applications" },
  { name: "an unknown address", method: "get", path: "/api/v1/none" },
  { name: "broken JSON", method: "post", path: "/api/v1/auth/person/sign-in", what: { raw: "{" } },
  { name: "the OpenAPI document", method: "get", path: "/api/v1/openapi.json" },
  { name: "its page", method: "get", path: "/api/docs" },
  { name: "its script", method: "get", path: "/api/docs/start.js" },
  { name: "health", method: "get", path: "/health/live" },
];

const directivesOf = (answer: Answer) =>
  new Map(
    String(answer.headers["content-security-policy"])
      .split(";")
      .map((part) => {
        const [name = "", ...sources] = part.trim().split(/\s+/);
        return [name, sources.join(" ")] as const;
      }),
  );

function expectHardened(answer: Answer): void {
  checks += 9;
  const { headers } = answer;
  const policy = directivesOf(answer);
  expect(policy.get("default-src")).toBe("'self'");
  expect(policy.get("object-src")).toBe("'none'");
  expect(policy.get("base-uri")).toBe("'none'");
  expect(policy.get("frame-ancestors")).toBe("'none'");
  expect(String(headers["content-security-policy"])).not.toMatch(/unsafe|\*|https?:/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toMatch(/^(same-origin|no-referrer)$/);
  expect(headers["permissions-policy"]).toMatch(/geolocation=\(\)/);
  expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
  expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  expect(headers["x-powered-by"]).toBeUndefined();
  expect(headers["server"]).toBeUndefined();
  expect(headers["access-control-allow-origin"]).toBeUndefined();
}

describe("the headers of", () => {
  it.each(answers)("$name", async ({ method, path, what = {} }) => {
    const answer = await ask(test.url, method, path, {
      token: await test.tokenOf("P0000001"),
      ...what,
    });
    expectHardened(answer);
    expect(answer.headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    if (path.startsWith("/api/v1/") && !path.endsWith("openapi.json")) {
      expect(answer.headers["cache-control"]).toBe("no-store");
    }
    if (path === "/") expect(answer.headers["cache-control"]).toBe("no-cache");
    const unsafe = await ask(plain.url, method, path, what);
    expect(unsafe.headers["strict-transport-security"]).toBeUndefined();
  });

  it("a paper and of evidence: saved and never shown in the hall's place", async () => {
    const as = { token: await test.tokenOf("P0000001") };
    const { json } = await test.api("post", "/services/flex-plan-change/check", {
      as: "P0000001",
      body: { input: { packageCode: "pension-medical", tierCode: "t3" } },
    });
    const made = await test.api("post", "/services/flex-plan-change/applications", {
      as: "P0000001",
      key: randomUUID(),
      body: {
        input: { packageCode: "pension-medical", tierCode: "t3" },
        quoteHash: json.quoteHash,
      },
    });
    const paper = await ask(
      test.url,
      "get",
      `/api/v1/documents/${made.json.documents[0].number}`,
      as,
    );
    expectHardened(paper);
    expect(paper.headers["cache-control"]).toBe("no-store");
  });
});

describe("the pages as they are written", () => {
  it.each(["web", "backoffice"])("of %s hold nothing inline", (app) => {
    const file = fileURLToPath(new URL(`../../${app}/index.html`, import.meta.url));
    const page = readFileSync(file, "utf8");
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    for (const [, attributes, body] of page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
      expect(attributes).toMatch(/src="\//);
      expect(body).toBe("");
    }
    checks += 1;
  });
});

describe("too many requests", () => {
  it.each([
    ["looking papers up", "get", `/api/v1/verification/${"A".repeat(26)}`, {}, 31],
    [
      "asking for challenges",
      "post",
      "/api/v1/auth/unit/challenge",
      { body: { unitCode: "U1" } },
      61,
    ],
    [
      "asking for codes",
      "post",
      "/api/v1/auth/person/password-reset",
      { body: { personalNumber: "P9999999" } },
      2,
    ],
  ])("%s: told when to come back", async (_, method, path, what, many) => {
    const headers = { "x-forwarded-for": newAddress() };
    let last: Answer | null = null;
    for (let turn = 0; turn < many; turn += 1) {
      last = await ask(test.url, method, path, { ...what, headers });
    }
    checks += many;
    expect(last?.status).toBe(429);
    expect(Number(last?.headers["retry-after"])).toBeGreaterThan(0);
    expect(Number(last?.headers["retry-after"])).toBeLessThanOrEqual(3_600);
  });
});

describe("a request that doesn't come to its end", () => {
  it("has a limit in earnest", () => {
    expect(SERVER_LIMITS.headersTimeout).toBeLessThanOrEqual(15_000);
    expect(SERVER_LIMITS.requestTimeout).toBeLessThanOrEqual(60_000);
    expect(SERVER_LIMITS.connectionsCheckingInterval).toBeLessThanOrEqual(5_000);
  });

  it.each([
    ["its head", "GET /api/v1/services HTTP/1.1\r\nHost: x\r\nX-Slow: "],
    [
      "its body",
      'POST /x HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"',
    ],
  ])("is cut off: %s drop by drop", async (_, beginning) => {
    const app = express().use(express.json());
    const server = hallServer(app, {
      headersTimeout: 600,
      requestTimeout: 900,
      connectionsCheckingInterval: 100,
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, "127.0.0.1");
    const ended = new Promise<string>((resolve) => {
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("error", () => resolve(text));
      socket.on("close", () => resolve(text));
    });
    socket.write(beginning);
    const drip = setInterval(() => socket.write("a"), 50);
    const outcome = await Promise.race([ended, sleep(20_000, "still open")]);
    clearInterval(drip);
    socket.destroy();
    server.closeAllConnections();
    server.close();
    checks += 1;
    expect(outcome).not.toBe("still open");
  });
});

describe("a planted hole", () => {
  it("is found: a page with a script of its own and none of the headers", async () => {
    const app = express().get("/", (_request, response) => {
      response.set("Content-Security-Policy", "default-src * 'unsafe-inline'").send("<p>x</p>");
    });
    const server = hallServer(app);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await ask(`http://127.0.0.1:${port}`, "get", "/");
    server.closeAllConnections();
    server.close();
    expect(() => expectHardened(answer)).toThrow();
  });
});
