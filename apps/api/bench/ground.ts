import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";
import { makeApp } from "../src/app.ts";
import { newSecret } from "../src/auth/refresh-token.ts";
import { sessionInsert } from "../src/auth/sessions.ts";
import { readConfig } from "../src/config.ts";
import { type Hall, openHall } from "../src/hall.ts";
import { idOf } from "./grow/person.ts";

/** Everybody who is asked about: each has a flexible plan, a year paid and a housing account. */
export const BENCH_PEOPLE = 512;
const TENTH = 10;

/** The index of the n-th of them among all: spread over the whole of the tables. */
export const indexOf = (n: number, people: number): number =>
  TENTH * (1 + Math.floor((n * Math.floor(people / TENTH)) / BENCH_PEOPLE));

export interface BenchPerson {
  readonly id: string;
  readonly token: string;
}

/** What all lines of the table stand on. */
export interface Ground {
  readonly env: NodeJS.ProcessEnv;
  readonly databaseUrl: string;
  readonly people: number;
  readonly seed: number;
  /** The hall in this process, from its sources: what is captured is captured here. */
  readonly hall: Hall;
  readonly url: string;
  readonly persons: readonly BenchPerson[];
  readonly query: (statement: string, values?: readonly unknown[]) => Promise<pg.QueryResult>;
  readonly close: () => Promise<void>;
}

export async function openGround(
  env: NodeJS.ProcessEnv,
  people: number,
  seed: number,
): Promise<Ground> {
  const config = readConfig({ ...env, HALL_LOG_LEVEL: "error" });
  const hall = openHall(config);
  const server = createServer(makeApp(hall));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const client = new pg.Client(config.DATABASE_URL);
  await client.connect();
  const ids = Array.from({ length: BENCH_PEOPLE }, (_, n) =>
    idOf(seed, "person", indexOf(n, people)),
  );
  await forgetEarlierRuns(client, ids);
  return {
    env,
    databaseUrl: config.DATABASE_URL,
    people,
    seed,
    hall,
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/api/v1`,
    persons: await Promise.all(ids.map((id) => signedIn(hall, id))),
    query: (statement, values) => client.query(statement, values ? [...values] : []),
    async close() {
      await client.end();
      server.closeAllConnections();
      server.close();
      await hall.close();
    },
  };
}

/** Plans, jobs and sessions of earlier runs go; cases and papers stay, for nothing deletes them. */
async function forgetEarlierRuns(client: pg.Client, ids: readonly string[]): Promise<void> {
  await client.query(
    "DELETE FROM flex_plan WHERE person_id = ANY($1) AND effective_month = '2026-03-01'",
    [ids],
  );
  await client.query("DELETE FROM session WHERE owner_id = ANY($1)", [ids]);
  await client.query("DELETE FROM graphile_worker._private_jobs");
  await client.query("VACUUM ANALYZE");
}

async function signedIn(hall: Hall, id: string): Promise<BenchPerson> {
  const owner = { id: randomUUID(), ownerId: id, ownerKind: "person", method: "password" } as const;
  const session = { ...owner, unitId: null, secret: newSecret(), address: "", device: "bench" };
  await hall.db.$queryRaw(sessionInsert(session, hall.clock.system()));
  const actor = { kind: "person", id, sessionId: owner.id, mustChangePassword: false } as const;
  return { id, token: hall.gate.issueToken(actor) };
}

/** Everybody with a new session and token. */
export const freshTokens = ({ hall, persons }: Ground): Promise<readonly BenchPerson[]> =>
  Promise.all(persons.map(({ id }) => signedIn(hall, id)));
