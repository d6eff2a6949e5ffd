import { captured, type Statement } from "../capture.ts";
import type { BenchPerson, Ground } from "../ground.ts";
import type { Track } from "../load/plan.ts";
import { type Program, startBare } from "../programs.ts";
import { cpuNote, type Line, median, perSecond } from "../table.ts";
import { type Effort, loadProgram, type MeasuredProgram } from "./effort.ts";

const CONNECTIONS = 32;

/** What citizens look at most; each is found by a key of theirs. */
export const keyedReads = [
  { what: "standing", path: "/services/flex-plan-change/standing" },
  { what: "account view", path: "/services/participation-certificate/account" },
  { what: "list of cases", path: "/applications" },
] as const;

/** Reads, by turns with Express and the driver on the same statements. */
export async function readLines(
  ground: Ground,
  api: Program,
  effort: Effort,
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const { what, path } of keyedReads)
    lines.push(...(await readLine(ground, api, effort, what, path)));
  return lines;
}

async function readLine(
  ground: Ground,
  api: Program,
  { seconds, warmSeconds, rounds: count }: Effort,
  what: string,
  path: string,
): Promise<readonly Line[]> {
  const { persons, databaseUrl } = ground;
  const [first] = persons;
  if (!first) throw new Error("nobody to read about");
  const statements = await statementsOf(ground, path, first);
  const people = persons.map(({ id }) => id);
  const bare = await startBare({ databaseUrl, statements, captured: first.id, people });
  const rounds: { readonly hall: MeasuredProgram; readonly limit: MeasuredProgram }[] = [];
  try {
    const theirs = dealt(persons.map(({ token }) => [{ method: "GET", path, token }]));
    const bares = dealt(persons.map((_, n) => [{ method: "GET", path: `/${n}` }]));
    for (let round = 0; round < count; round += 1) {
      const limit = await loadProgram(bare, { connections: bares, seconds, warmSeconds });
      const hall = await loadProgram(api, { connections: theirs, seconds, warmSeconds });
      rounds.push({ hall, limit });
    }
  } finally {
    await bare.stop();
  }
  const of = (read: (round: (typeof rounds)[number]) => number) => median(rounds.map(read));
  const p50 = of(({ hall }) => hall.p50);
  const p99 = of(({ hall }) => hall.p99);
  const strange = rounds.flatMap(({ hall }) =>
    Object.entries(hall.statuses).filter(([status]) => status !== "200"),
  );
  const cpu = cpuNote(
    rounds.map(({ hall }) => hall.cpuMs),
    rounds.map(({ limit }) => limit.cpuMs),
  );
  const bad = strange.map(([status, times]) => `${status} came ${times} times`);
  return [
    {
      what,
      measured: perSecond(of(({ hall }) => hall.rate)),
      p50,
      p99,
      limit: `bare driver ${perSecond(of(({ limit }) => limit.rate))}`,
      ratio: of(({ hall, limit }) => hall.rate / limit.rate),
      target: { atLeast: 0.6 },
      note: [`${CONNECTIONS} at once, ${statements.length} statements each`, ...cpu, ...bad].join(
        ", ",
      ),
    },
    { what: `${what}, p99 over p50`, measured: "", ratio: p99 / p50, target: { atMost: 5 } },
  ];
}

/** Without the look at the session, which comes twice a minute. */
async function statementsOf(
  ground: Ground,
  path: string,
  { token }: BenchPerson,
): Promise<readonly Statement[]> {
  const read = async () => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${ground.url}${path}`, { headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    await answer.arrayBuffer();
  };
  await read();
  const statements = await captured(read);
  return statements.filter(({ text }) => !/^\s*UPDATE session/.test(text));
}

export function dealt(
  tracks: readonly Track[],
  clients = CONNECTIONS,
): readonly (readonly Track[])[] {
  const connections: Track[][] = Array.from({ length: clients }, () => []);
  tracks.forEach((track, n) => {
    connections[n % clients]?.push(track);
  });
  return connections;
}
