import type { RequestHandler } from "express";
import { Histogram, type Registry } from "prom-client";

/** Seconds; the promise to a person in front of a screen lies between them. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Measures each request by method, route and status. A route is its pattern and never the address
 * itself, which holds numbers of cases and papers (AUD-2) and would make a series of each.
 */
export function requestMetrics(register: Registry): RequestHandler {
  const duration = new Histogram({
    name: "hall_request_seconds",
    help: "Time from a request's arrival to the end of its answer",
    labelNames: ["method", "route", "status"],
    buckets: BUCKETS,
    registers: [register],
  });
  return (request, response, next) => {
    const arrived = performance.now();
    response.once("close", () => {
      const pattern: unknown = request.route?.path;
      const route = typeof pattern === "string" ? `${request.baseUrl}${pattern}` : "none";
      // Who went away before the answer was there has seen no status.
      const status = response.writableFinished ? String(response.statusCode) : "gone";
      duration.observe(
        { method: request.method, route, status },
        (performance.now() - arrived) / 1_000,
      );
    });
    next();
  };
}
