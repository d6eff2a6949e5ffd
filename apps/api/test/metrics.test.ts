import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { collectDefaultMetrics, Registry } from "prom-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeApp } from "../src/app.ts";
import { chainAudit } from "../src/audit/chain.ts";
import { houseMetrics } from "../src/metrics/house-metrics.ts";
import { poolMetrics } from "../src/metrics/pool-metrics.ts";
import { serveMetrics } from "../src/metrics/serve.ts";
import { openTestHall, type TestHall } from "./harness.ts";

const OPS = new URL("../../../ops/", import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, OPS), "utf8");

let test: TestHall;
const register = new Registry();
beforeAll(async () => {
  test = await openTestHall();
  collectDefaultMetrics({ register });
  poolMetrics(register, test.hall);
  houseMetrics(register, test.hall, 0);
});
afterAll(() => test.close());

/** Asks an app that counts into the registry, at an address with a number in it. */
async function ask(path: string): Promise<void> {
  const server = createServer(makeApp(test.hall, register));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  await (await fetch(`http://127.0.0.1:${address.port}${path}`)).text();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

async function valuesOf(name: string) {
  await register.metrics(); // a scrape reads anew
  const metric = await register.getSingleMetric(name)?.get();
  return metric?.values ?? [];
}

describe("the figures of the house", () => {
  it("count requests by route and never by address", async () => {
    await ask("/api/v1/documents/20260317000000001");
    const series = await valuesOf("hall_request_seconds");
    const labels = series.map((each) => each.labels);
    expect(labels).toContainEqual(
      expect.objectContaining({ method: "GET", route: "/api/v1/documents/:number", status: "401" }),
    );
    expect(JSON.stringify(labels)).not.toContain("20260317000000001");
  });

  it("tell what waits, what is late, and that the books are even", async () => {
    const input = { packageCode: "pension-medical", tierCode: "t3" };
    const service = "/services/flex-plan-change";
    const checked = await test.api("POST", `${service}/check`, { as: "P0000001", body: { input } });
    const body = { input, quoteHash: checked.json.quoteHash };
    const sent = { as: "P0000001", key: randomUUID(), body };
    expect((await test.api("POST", `${service}/applications`, sent)).status).toBe(201);
    const jobs = await valuesOf("hall_queue_jobs");
    expect(jobs).toContainEqual({
      labels: { task: "send-message", state: "ready" },
      value: 1,
    });
    expect(jobs).toContainEqual({ labels: { task: "render-document", state: "ready" }, value: 1 });
    expect((await valuesOf("hall_ledger_sum_fen"))[0]?.value).toBe(0);
    expect((await valuesOf("hall_audit_unchained"))[0]?.value).toBeGreaterThan(0);
    expect((await valuesOf("hall_house_read"))[0]?.value).toBe(1);
    await chainAudit(test.hall);
  });

  it("are served on a port of their own, and nothing else is", async () => {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const served = serveMetrics({ host: "127.0.0.1", port, part: "api" }, test.hall.log);
    const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    const text = await (await get("/metrics")).text();
    expect(text).toMatch(/^process_cpu_seconds_total\{part="api"\}/m);
    expect((await get("/api/v1/services")).status).toBe(404);
    expect((await fetch(`${test.url}/metrics`)).status).toBe(404);
    await served.close();
  });
});

describe("the board and the alerts", () => {
  const namesIn = (text: string) =>
    [...new Set(text.match(/\b(hall|nodejs|process)_[a-z0-9_]+/g))].sort();

  it.each(["grafana/hall.json", "prometheus/hall-alerts.yml"])(
    "%s names metrics that are there",
    async (file) => {
      const told = await register.metrics();
      const names = namesIn(textOf(file));
      expect(names.length).toBeGreaterThan(5);
      const missing = names.filter((name) => !new RegExp(`^${name}[{ ]`, "m").test(told));
      expect(missing).toEqual([]);
    },
  );

  it("the board has a data source to choose and no panel without a query", () => {
    const board = JSON.parse(textOf("grafana/hall.json"));
    expect(board.templating.list[0].type).toBe("datasource");
    for (const { title, targets } of board.panels) {
      expect([title, targets.every(({ expr }: { expr: string }) => expr.length > 0)]).toEqual([
        title,
        true,
      ]);
    }
  });
});
