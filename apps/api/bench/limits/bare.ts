import express from "express";
import pg from "pg";
import type { Statement } from "../capture.ts";

/** What the bare server is told by its environment, as JSON. */
export interface BarePlan {
  readonly databaseUrl: string;
  readonly statements: readonly Statement[];
  /** The person whose id stands in the statements; a request's own takes its place. */
  readonly captured: string;
  readonly people: readonly string[];
}

// The limit of a read: Express and the driver with the same named statements, and nothing else. No
// sign-in, no rules, no contract. `GET /api/v1/<n>` is about the n-th person.
const plan = JSON.parse(process.env["HALL_BARE_PLAN"] ?? "") as BarePlan;
const pool = new pg.Pool({ connectionString: plan.databaseUrl, max: 12 });
const app = express();
app.get("/api/v1/:n", async (request, response) => {
  const person = plan.people[Number(request.params.n)] ?? plan.captured;
  const answers: unknown[] = [];
  for (const [index, { text, values }] of plan.statements.entries()) {
    const own = values.map((value) => (value === plan.captured ? person : value));
    const { rows } = await pool.query({ name: `s${index}`, text, values: own });
    answers.push(rows);
  }
  response.json(answers);
});
const server = app.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address) process.send?.(address.port);
});
process.on("disconnect", () => process.exit());
