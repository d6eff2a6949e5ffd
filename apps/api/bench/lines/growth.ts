import type { Ground } from "../ground.ts";
import { load } from "../load/load.ts";
import type { Track } from "../load/plan.ts";
import { type Program, startApi } from "../programs.ts";
import { prepareSubmissions, type Submissions } from "../submissions.ts";
import { type Line, median, ms } from "../table.ts";
import type { Effort } from "./effort.ts";
import { dealt, keyedReads } from "./reads.ts";
import { submitters } from "./submit.ts";

/** One after the other: what an answer takes and not how long it waits for others. */
const CONNECTIONS = 1;

interface Side {
  readonly ground: Ground;
  readonly api: Program;
  readonly tracks: (what: string) => Promise<readonly (readonly Track[])[]>;
}

/** The same questions to few people's database and to many people's, by turns. */
export async function growthLines(
  few: Ground,
  submissionsOfFew: Submissions,
  many: Ground,
  { seconds, warmSeconds, rounds }: Effort,
): Promise<readonly Line[]> {
  const sides = [
    await sideOf(few, submissionsOfFew),
    await sideOf(many, await prepareSubmissions(many)),
  ];
  try {
    const lines: Line[] = [];
    for (const what of ["submit", ...keyedReads.map((read) => read.what)]) {
      const took: number[][] = sides.map(() => []);
      for (let round = 0; round < rounds; round += 1) {
        for (const [index, { api, tracks }] of sides.entries()) {
          const connections = await tracks(what);
          const { p50 } = await load({ port: api.port, connections, seconds, warmSeconds });
          took[index]?.push(p50);
        }
      }
      lines.push(lineOf(what, few, many, median(took[0] ?? []), median(took[1] ?? [])));
    }
    return lines;
  } finally {
    for (const { api } of sides) await api.stop();
  }
}

const lineOf = (what: string, few: Ground, many: Ground, before: number, after: number): Line => ({
  what: `${what}, ${many.people.toLocaleString("en")} people`,
  measured: "",
  p50: after,
  limit: `p50 with ${few.people.toLocaleString("en")} ${ms(before)}`,
  ratio: after / before,
  target: { atMost: 1.3 },
});

async function sideOf(ground: Ground, submissions: Submissions): Promise<Side> {
  const api = await startApi(ground.env);
  return {
    ground,
    api,
    async tracks(what) {
      const path = keyedReads.find((read) => read.what === what)?.path;
      if (!path) return submitters(ground, submissions, CONNECTIONS);
      const looks = ground.persons.map(({ token }) => [{ method: "GET", path, token } as const]);
      return dealt(looks, CONNECTIONS);
    },
  };
}
