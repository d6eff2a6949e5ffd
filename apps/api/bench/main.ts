import { parseArgs } from "node:util";
import { freshTokens, type Ground, openGround } from "./ground.ts";
import type { Effort } from "./lines/effort.ts";
import { growthLines } from "./lines/growth.ts";
import { listLines } from "./lines/lists.ts";
import { overloadLines } from "./lines/overload.ts";
import { paperLines } from "./lines/papers.ts";
import { readLines } from "./lines/reads.ts";
import { stormLines } from "./lines/storm.ts";
import { submitLines } from "./lines/submit.ts";
import { weightLines } from "./lines/weight.ts";
import { type Program, startApi } from "./programs.ts";
import { prepareSubmissions, type Submissions } from "./submissions.ts";
import { holds, type Line, tableText } from "./table.ts";

/** Warm is when the engine has compiled what runs often: of a server that takes some thousand requests. */
const SHORT: Effort = { warmSeconds: 8, seconds: 4, rounds: 1 };
const LONG: Effort = { warmSeconds: 8, seconds: 10, rounds: 5 };

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    long: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    /** A second database with more people, for how figures grow. */
    many: { type: "string" },
    "many-people": { type: "string" },
  },
});

/** What the lines of the table are made by. */
interface Room {
  readonly ground: Ground;
  readonly submissions: Submissions;
  readonly api: Program;
  readonly effort: Effort;
}

const sections: Readonly<Record<string, (room: Room) => Promise<readonly Line[]>>> = {
  submit: ({ ground, submissions, api, effort }) => submitLines(ground, submissions, api, effort),
  reads: ({ ground, api, effort }) => readLines(ground, api, effort),
  overload: ({ ground, submissions, api, effort }) =>
    overloadLines(ground, submissions, api, effort),
  storm: ({ ground, submissions, api, effort }) => stormLines(ground, submissions, api, effort),
  lists: ({ ground, submissions, api }) => listLines(ground, submissions, api),
  papers: ({ ground }) => paperLines(ground),
  weight: () => weightLines(process.env),
  growth,
};

async function growth({ ground, submissions, effort }: Room): Promise<readonly Line[]> {
  if (!values.many) return [];
  const env = { ...process.env, DATABASE_URL: values.many };
  const many = await openGround(env, Number(values["many-people"]), Number(values.seed));
  try {
    return await growthLines(ground, submissions, many, effort);
  } finally {
    await many.close();
  }
}

const ground = await openGround(process.env, Number(values.people), Number(values.seed));
const lines: Line[] = [];
try {
  const effort = values.long ? LONG : SHORT;
  const submissions = await prepareSubmissions(ground);
  for (const [name, section] of Object.entries(sections)) {
    if (values.only !== "" && !values.only.split(",").includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    // Tokens live ten minutes, and each section has a process that no other has worn.
    const room = { ground: { ...ground, persons: await freshTokens(ground) }, submissions, effort };
    const api = await startApi(process.env);
    lines.push(...(await section({ ...room, api }).finally(api.stop)));
  }
} finally {
  await ground.close();
}
process.stdout.write(`${tableText(lines)}\n`);
const missed = lines.filter((line) => holds(line) === false).length;
process.stdout.write(`${values.people} people; ${missed} of the targets missed\n`);
