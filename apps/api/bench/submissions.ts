import { captured, type Statement } from "./capture.ts";
import type { BenchPerson, Ground } from "./ground.ts";
import { personIdInSql } from "./grow/person.ts";
import { pgbenchScript, type Script } from "./limits/script.ts";
import type { Track } from "./load/plan.ts";

/** The instant application of the table: read, judged, decided, a paper issued, all in one write. */
const SERVICE = "/services/flex-plan-change";
const PATH = `${SERVICE}/applications`;
const AT_ONCE = 8;

export interface Submissions {
  /** Endless: each person goes from one tier to the other and back, from where they are now. */
  readonly tracksOf: (persons: readonly BenchPerson[]) => Promise<readonly Track[]>;
  readonly statements: readonly Statement[];
  readonly scriptFor: (clients: number, people: number, half: number) => Script;
}

const inputOf = (tierCode: string) => ({ packageCode: "pension-medical", tierCode });

/**
 * Brings everybody to the state from which submissions go round, and captures the statements of
 * one of them.
 */
export async function prepareSubmissions(ground: Ground): Promise<Submissions> {
  const [first] = ground.persons;
  if (!first) throw new Error("nobody to submit for");
  const opening = await bodyOf(ground, first, "t3");
  const waiting = [...ground.persons];
  const some = async () => {
    for (let person = waiting.pop(); person; person = waiting.pop()) {
      await submit(ground, person, opening);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, some));
  const there = await bodyOf(ground, first, "t4");
  await submit(ground, first, there);
  const back = await bodyOf(ground, first, "t3");
  const key = `bench-${ground.hall.clock.system().getTime()}`;
  let number = "";
  const statements = await captured(async () => {
    number = await submit(ground, first, back, key);
  });
  const { rows } = await ground.query("SELECT * FROM document WHERE application_number = $1", [
    number,
  ]);
  const code: string = rows[0].verification_code;
  const replaced = await ground.query("SELECT number FROM document WHERE superseded_by = $1", [
    rows[0].number,
  ]);
  const known = { number, code, key, person: first.id, replaced: replaced.rows[0].number };
  const ownStatements = statements.filter(({ text }) => !/^\s*UPDATE session/.test(text));
  return {
    tracksOf: async (persons) => {
      const gone = await atFourthTier(ground);
      return persons.map(({ id, token }) =>
        (gone.has(id) ? [back, there] : [there, back]).map((body) => ({
          ...{ method: "POST", path: PATH, token, body, once: true },
        })),
      );
    },
    statements: ownStatements,
    scriptFor: (clients, people, half) =>
      scriptOf(ground, ownStatements, known, clients, people, half),
  };
}

async function atFourthTier({ query }: Ground): Promise<ReadonlySet<string>> {
  const { rows } = await query(
    "SELECT person_id FROM flex_plan WHERE effective_month = '2026-03-01' AND superseded_by IS NULL AND tier_code = 't4'",
  );
  return new Set(rows.map(({ person_id }) => String(person_id)));
}

async function bodyOf(ground: Ground, person: BenchPerson, tier: string): Promise<string> {
  const input = inputOf(tier);
  const checked = await post(ground, person, `${SERVICE}/check`, JSON.stringify({ input }));
  const { quoteHash, ok } = (await checked.json()) as { quoteHash: string; ok: boolean };
  if (!ok) throw new Error("the submission to measure is refused");
  return JSON.stringify({ input, quoteHash, evidence: [] });
}

async function submit(
  ground: Ground,
  person: BenchPerson,
  body: string,
  key: string = crypto.randomUUID(),
): Promise<string> {
  const answer = await post(ground, person, PATH, body, key);
  if (answer.status !== 201) throw new Error(`submitted: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { number: string }).number;
}

const post = (ground: Ground, { token }: BenchPerson, path: string, body: string, key?: string) =>
  fetch(`${ground.url}${path}`, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${token}`,
      ...(key ? { "idempotency-key": key } : {}),
    },
  });

interface Known {
  readonly number: string;
  readonly code: string;
  readonly key: string;
  readonly person: string;
  readonly replaced: string;
}

/** People of the second half only: the server submits for the first. Clients share nobody. */
function scriptOf(
  { seed }: Ground,
  statements: readonly Statement[],
  known: Known,
  clients: number,
  people: number,
  half: number,
): Script {
  const each = Math.floor(half / clients);
  const head = [
    `\\set k ${half} + :client_id + ${clients} * random(0, ${each - 1})`,
    `\\set i 10 * (1 + (:k * ${Math.floor(people / 10)}) / ${half * 2})`,
    "\\set n random(10000000000000000, 89999999999999999)",
  ].join("\n");
  return pgbenchScript(
    statements,
    head,
    [
      { value: known.replaced, sql: "(:facts::jsonb #>> '{flexPlans,-1,voucher_number}')" },
      { value: known.number, sql: ":n::text" },
      { value: known.code, sql: "lpad(:n::text, 26, 'B')" },
      { value: known.key, sql: ":n::text" },
      { value: known.person, sql: personIdInSql(seed, ":i") },
    ],
    [
      {
        pattern:
          /UPDATE subject SET version = version \+ 1\s+WHERE id = \$\d+::uuid AND version = \$(\d+)/,
        sql: ":subject_version",
      },
      { pattern: /FROM policy_version WHERE id = 1 AND version = \$(\d+)/, sql: ":policy_version" },
    ],
  );
}
