import { BENCH_PEOPLE, type Ground } from "../ground.ts";
import { findPgbench, pgbench } from "../limits/pgbench.ts";
import type { Measured, Track } from "../load/plan.ts";
import type { Program } from "../programs.ts";
import type { Submissions } from "../submissions.ts";
import { cpuNote, type Line, median, perSecond } from "../table.ts";
import { type Effort, loadProgram, type MeasuredProgram } from "./effort.ts";

const CLIENTS = 16;
const HALF = BENCH_PEOPLE / 2;

interface Round {
  readonly hall: MeasuredProgram;
  readonly limit: Measured | null;
}

/** Instant applications through the whole middleware, by turns with pgbench on the same statements. */
export async function submitLines(
  ground: Ground,
  submissions: Submissions,
  api: Program,
  { seconds, warmSeconds, rounds: count }: Effort,
): Promise<readonly Line[]> {
  const program = findPgbench();
  const rounds: Round[] = [];
  for (let round = 0; round < count; round += 1) {
    const script = submissions.scriptFor(CLIENTS, ground.people, HALF);
    const { databaseUrl } = ground;
    const run = { databaseUrl, ...script, clients: CLIENTS, seconds, warmSeconds };
    const limit = program ? await pgbench(program, run) : null;
    const connections = await submitters(ground, submissions, CLIENTS);
    const hall = await loadProgram(api, { connections, seconds, warmSeconds });
    rounds.push({ hall, limit });
  }
  return linesOf(submissions, rounds);
}

function linesOf({ statements }: Submissions, rounds: readonly Round[]): readonly Line[] {
  const of = (read: (round: Round) => number) => median(rounds.map(read));
  const p99 = of(({ hall }) => hall.p99);
  const strange = rounds.flatMap(({ hall }) =>
    Object.entries(hall.statuses).filter(([status]) => status !== "201"),
  );
  const note = [
    `${CLIENTS} at once, ${statements.length} statements each`,
    ...cpuNote(rounds.map(({ hall }) => hall.cpuMs)),
    ...strange.map(([status, times]) => `${status} came ${times} times`),
  ].join(", ");
  const line: Line = {
    what: "submit",
    measured: perSecond(of(({ hall }) => hall.rate)),
    p50: of(({ hall }) => hall.p50),
    p99,
    note,
  };
  if (rounds.some(({ limit }) => limit === null)) {
    return [{ ...line, limit: "pgbench is not installed" }];
  }
  const slowest = of(({ limit }) => limit?.p99 ?? 0);
  return [
    {
      ...line,
      limit: `pgbench ${perSecond(of(({ limit }) => limit?.rate ?? 0))}`,
      ratio: of(({ hall, limit }) => hall.rate / (limit?.rate ?? 1)),
      target: { atLeast: 0.5 },
    },
    {
      what: "submit, slowest hundredth",
      measured: "",
      p99,
      limit: `pgbench ${slowest.toFixed(1)} ms`,
      ratio: of(({ hall, limit }) => hall.p99 / (limit?.p99 ?? 1)),
      target: { atMost: 3 },
    },
  ];
}

/** The first half of the people, dealt out to the connections: nobody submits twice at once. */
export async function submitters(
  { persons }: Ground,
  { tracksOf }: Submissions,
  clients: number,
): Promise<readonly (readonly Track[])[]> {
  const connections: Track[][] = Array.from({ length: clients }, () => []);
  const tracks = await tracksOf(persons.slice(0, HALF));
  tracks.forEach((track, n) => {
    connections[n % clients]?.push(track);
  });
  return connections;
}
