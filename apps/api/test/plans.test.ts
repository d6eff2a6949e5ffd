import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { captured, type Statement } from "../bench/capture.ts";
import { grow } from "../bench/grow/grow.ts";
import { routes } from "../src/routes.ts";
import { openTestHall, type TestHall } from "./harness.ts";

const PEOPLE = 20_000;
/** Has a flexible plan, a housing account and a loan. */
const PERSON = "P1000050";
/** Tables of fewer rows are read whole, and rightly so. */
const GROWN_ROWS = 2_000;

let test: TestHall;
let client: pg.Client;
let grown: ReadonlySet<string>;
beforeAll(async () => {
  test = await openTestHall();
  await grow(test.hall.config, PEOPLE, 1, () => {});
  client = new pg.Client(test.hall.config.DATABASE_URL);
  await client.connect();
  const { rows } = await client.query(
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples > $1",
    [GROWN_ROWS],
  );
  grown = new Set(rows.map(({ relname }) => String(relname)));
}, 600_000);
afterAll(async () => {
  await client.end();
  await test.close();
});

interface Node {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Plans?: readonly Node[];
}

/** Grown tables that the plan which serves all values reads from end to end. */
async function readWhole({ text }: Statement): Promise<readonly string[]> {
  if (!/^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)/i.test(text)) return [];
  const { rows } = await client.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`);
  const nodes: Node[] = [rows[0]["QUERY PLAN"][0].Plan];
  const found: string[] = [];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    nodes.push(...(node.Plans ?? []));
    const table = node["Relation Name"];
    if (node["Node Type"] === "Seq Scan" && table && grown.has(table)) found.push(table);
  }
  return found;
}

let heard = 0;
async function faultsOf(act: () => Promise<unknown>): Promise<readonly string[]> {
  const statements = await captured(async () => {
    await act();
  });
  heard += statements.length;
  const faults = await Promise.all(
    statements.map(async (statement) => {
      const tables = await readWhole(statement);
      return tables.map((table) => `${table} read whole by ${statement.text.slice(0, 300)}`);
    }),
  );
  return faults.flat();
}

describe("with many people", () => {
  it("the tables that grow with them are known to have grown", () => {
    expect([...grown]).toEqual(
      expect.arrayContaining([
        "person",
        "contribution",
        "application",
        "case_step",
        "ledger_entry",
      ]),
    );
  });

  it("whatever a citizen looks at is found by keys", async () => {
    const looks = routes.filter(
      ({ endpoint: { method, path, access } }) =>
        method === "get" && access.includes("person") && !path.includes("{"),
    );
    expect(looks.length).toBeGreaterThan(10);
    const faults: string[] = [];
    for (const { endpoint } of looks) {
      const found = await faultsOf(() => test.api("get", endpoint.path, { as: PERSON }));
      faults.push(...found.map((fault) => `${endpoint.path}: ${fault}`));
    }
    expect(heard).toBeGreaterThan(looks.length);
    expect(faults).toEqual([]);
  }, 120_000);

  it("a submission reads and writes by keys", async () => {
    const input = { packageCode: "pension-medical", tierCode: "t5" };
    const at = "/services/flex-plan-change";
    const { json } = await test.api("post", `${at}/check`, { as: PERSON, body: { input } });
    const body = { input, quoteHash: json.quoteHash, evidence: [] };
    const faults = await faultsOf(async () => {
      const sent = { as: PERSON, body, key: "plans-of-a-submission" };
      const { status } = await test.api("post", `${at}/applications`, sent);
      expect(status).toBe(201);
    });
    expect(faults).toEqual([]);
  });

  it("tells a statement that reads a grown table whole", async () => {
    const text = "SELECT count(*) FROM contribution WHERE base_fen = $1";
    expect(await readWhole({ text, values: [] })).toEqual(["contribution"]);
  });

  it("no list is paged by leaving out what came before", async () => {
    const skipped = routes
      .filter(({ endpoint: { query } }) => query)
      .filter(
        ({ endpoint: { query } }) =>
          query && "offset" in ((query as { shape?: object }).shape ?? {}),
      )
      .map(({ endpoint }) => endpoint.path);
    // The place in a file from which an upload goes on is no place in a list.
    expect(skipped.filter((path) => !path.startsWith("/files"))).toEqual([]);
  });
});
