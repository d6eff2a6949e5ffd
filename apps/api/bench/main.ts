import { parseArgs } from "node:util";
import { type Ground, openGround } from "./ground.ts";
import type { Effort } from "./lines/effort.ts";
import { readLines } from "./lines/reads.ts";
import { submitLines } from "./lines/submit.ts";
import { type Program, startApi } from "./programs.ts";
import { prepareSubmissions, type Submissions } from "./submissions.ts";
import { holds, type Line, tableText } from "./table.ts";

const SHORT: Effort = { warmSeconds: 3, seconds: 4, rounds: 1 };
const LONG: Effort = { warmSeconds: 4, seconds: 10, rounds: 5 };

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
};

const ground = await openGround(process.env, Number(values.people), Number(values.seed));
const api = await startApi(process.env);
const lines: Line[] = [];
try {
  const effort = values.long ? LONG : SHORT;
  const room = { ground, submissions: await prepareSubmissions(ground), api, effort };
  for (const [name, section] of Object.entries(sections)) {
    if (values.only !== "" && !values.only.split(",").includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    lines.push(...(await section(room)));
  }
} finally {
  await api.stop();
  await ground.close();
}
process.stdout.write(`${tableText(lines)}\n`);
const missed = lines.filter((line) => holds(line) === false).length;
process.stdout.write(`${values.people} people; ${missed} of the targets missed\n`);
