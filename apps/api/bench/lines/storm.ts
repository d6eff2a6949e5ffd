import { DEMO_PASSWORD } from "../../src/seed/password.ts";
import { BENCH_PEOPLE, type Ground, indexOf } from "../ground.ts";
import { grownPerson } from "../grow/person.ts";
import { load } from "../load/load.ts";
import type { Track } from "../load/plan.ts";
import type { Program } from "../programs.ts";
import type { Submissions } from "../submissions.ts";
import { type Line, median, ms, perSecond } from "../table.ts";
import type { Effort } from "./effort.ts";
import { submitters } from "./submit.ts";

const SUBMITTING = 4;
const SIGNING_IN = 32;

/** What a crowd that signs in does to those who submit: passwords are hashed on the same cores. */
export async function stormLines(
  ground: Ground,
  submissions: Submissions,
  api: Program,
  { seconds, warmSeconds, rounds: count }: Effort,
): Promise<readonly Line[]> {
  const { port } = api;
  const rounds: { calm: number; storm: number; signIns: number; refused: number }[] = [];
  for (let round = 0; round < count; round += 1) {
    const timing = { port, seconds, warmSeconds };
    const calm = await load({
      ...timing,
      connections: await submitters(ground, submissions, SUBMITTING),
    });
    const connections = await submitters(ground, submissions, SUBMITTING);
    const [storm, signIns] = await Promise.all([
      load({ ...timing, connections }),
      load({ ...timing, connections: signInTracks(ground) }),
    ]);
    const refused = signIns.statuses["429"] ?? 0;
    rounds.push({ calm: calm.p99, storm: storm.p99, signIns: signIns.rate, refused });
  }
  const of = (read: (round: (typeof rounds)[number]) => number) => median(rounds.map(read));
  return [
    {
      what: "submit in a storm of sign-ins",
      measured: "",
      p99: of(({ storm }) => storm),
      limit: `p99 in the calm ${ms(of(({ calm }) => calm))}`,
      ratio: of(({ calm, storm }) => storm / calm),
      target: { atMost: 3 },
      note: `${SIGNING_IN} signing in, ${perSecond(of(({ signIns }) => signIns))} get in, ${of(({ refused }) => refused)} told to come again`,
    },
  ];
}

/** Each from an address of its own, for failures of one address lock it. */
function signInTracks({ people, seed }: Ground): readonly (readonly Track[])[] {
  const connections: Track[][] = Array.from({ length: SIGNING_IN }, () => []);
  for (let n = 0; n < BENCH_PEOPLE; n += 1) {
    const { personalNumber } = grownPerson(seed, indexOf(n, people));
    const body = JSON.stringify({ personalNumber, password: DEMO_PASSWORD });
    const address = `198.18.${n >> 8}.${n & 255}`; // for measuring devices (RFC 2544)
    connections[n % SIGNING_IN]?.push([
      { method: "POST", path: "/auth/person/sign-in", body, address },
    ]);
  }
  return connections;
}
