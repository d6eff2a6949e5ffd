import { createServer } from "node:http";
import { collectDefaultMetrics, Registry } from "prom-client";
import type { Log } from "../log.ts";

export interface Metrics {
  readonly register: Registry;
  readonly close: () => Promise<void>;
}

/**
 * `GET /metrics` for Prometheus on a port of its own, so that no proxy in front of the hall can
 * hand it to the public by mistake. Port 0 serves nothing; the registry counts all the same.
 */
export function serveMetrics(
  { host, port, part }: { host: string; port: number; part: "api" | "worker" },
  log: Log,
): Metrics {
  const register = new Registry();
  register.setDefaultLabels({ part });
  collectDefaultMetrics({ register });
  if (port === 0) return { register, close: async () => register.clear() };
  const server = createServer(async (request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    const text = await register.metrics();
    response.writeHead(200, { "Content-Type": register.contentType }).end(text);
  });
  // A port that is taken costs the figures and not the service.
  server.on("error", (error) => log.error({ reason: error.message }, "metrics not served"));
  server.listen(port, host);
  return {
    register,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
