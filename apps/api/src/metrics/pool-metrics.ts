import { Gauge, type Registry } from "prom-client";
import type { Hall } from "../hall.ts";

/** The process's connections to PostgreSQL, and who waits for one. */
export function poolMetrics(register: Registry, { poolCounts }: Hall): void {
  new Gauge({
    name: "hall_pool_connections",
    help: "Connections to PostgreSQL by state; waiting are callers without one",
    labelNames: ["state"],
    registers: [register],
    collect() {
      const { open, idle, waiting, most } = poolCounts();
      this.set({ state: "busy" }, open - idle);
      this.set({ state: "idle" }, idle);
      this.set({ state: "waiting" }, waiting);
      this.set({ state: "most" }, most);
    },
  });
}
