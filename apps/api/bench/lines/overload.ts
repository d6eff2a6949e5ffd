import type { Ground } from "../ground.ts";
import { load } from "../load/load.ts";
import type { Program } from "../programs.ts";
import type { Submissions } from "../submissions.ts";
import { type Line, perSecond } from "../table.ts";
import type { Effort } from "./effort.ts";
import { submitters } from "./submit.ts";

/** Enough to keep one process busy without a queue that anybody notices. */
const SATURATING = 64;
const DEADLINE_MS = 2_000;
const SHED = new Set(["201", "429", "503"]);

/** Twice as many submissions as can be taken in: most are taken all the same, others told at once. */
export async function overloadLines(
  ground: Ground,
  submissions: Submissions,
  api: Program,
  { seconds, warmSeconds }: Effort,
): Promise<readonly Line[]> {
  const { port } = api;
  const connections = await submitters(ground, submissions, SATURATING);
  const peak = await load({ port, connections, seconds, warmSeconds, deadlineMs: DEADLINE_MS });
  const many = await submitters(ground, submissions, SATURATING);
  const perSecondAsked = Math.max(1, Math.round(peak.rate * 2));
  const over = await load({
    ...{ port, connections: many, seconds, warmSeconds, deadlineMs: DEADLINE_MS },
    perSecond: perSecondAsked,
  });
  const others = Object.entries(over.statuses).filter(([status]) => !SHED.has(status));
  const shed = (over.statuses["503"] ?? 0) + (over.statuses["429"] ?? 0);
  return [
    {
      what: "submit at twice the load",
      measured: perSecond(over.rate),
      p50: over.p50,
      p99: over.p99,
      limit: `its own peak ${perSecond(peak.rate)}`,
      ratio: over.rate / peak.rate,
      target: { atLeast: 0.8 },
      note: [
        `${perSecondAsked}/s asked, ${shed} told to come again`,
        ...others.map(([status, times]) => `${status} came ${times} times`),
      ].join(", "),
    },
  ];
}
