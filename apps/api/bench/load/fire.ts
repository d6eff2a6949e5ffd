import { type Connection, openConnection } from "./connection.ts";
import type { Measured, Plan, Track } from "./plan.ts";

const MOST_CONNECTIONS = 2_000;
const TICK_MS = 5;
const NO_DEADLINE = Number.POSITIVE_INFINITY;

/** Carries a plan out, or as much of it as is enough. */
export async function fire(plan: Plan, isEnough = () => false): Promise<Measured> {
  const begun = performance.now() + plan.warmSeconds * 1000;
  const end = begun + plan.seconds * 1000;
  const goesOn = () => performance.now() < end && !isEnough();
  const tally = new Tally(begun, plan.deadlineMs ?? NO_DEADLINE);
  if (plan.perSecond === undefined) {
    await Promise.all(
      plan.connections.map((tracks) => oneAfterAnother(plan, tracks, goesOn, tally)),
    );
  } else {
    await atRate(plan, plan.perSecond, goesOn, tally);
  }
  return tally.result(plan.seconds);
}

async function oneAfterAnother(
  plan: Plan,
  tracks: readonly Track[],
  goesOn: () => boolean,
  tally: Tally,
): Promise<void> {
  const connection = openConnection(plan.port);
  const walk = walker(tracks);
  while (goesOn()) await walk(connection, tally);
  connection.close();
}

/** Requests come on time; who finds no free connection opens another. */
async function atRate(
  plan: Plan,
  perSecond: number,
  goesOn: () => boolean,
  tally: Tally,
): Promise<void> {
  const walks = plan.connections.map((tracks) => walker(tracks));
  const free: Connection[] = [];
  const all: Connection[] = [];
  const running = new Set<Promise<void>>();
  const begun = performance.now();
  let started = 0;
  while (goesOn()) {
    const due = Math.floor(((performance.now() - begun) / 1000) * perSecond);
    for (; started < due; started += 1) {
      const connection = free.pop() ?? another(all, plan.port);
      const walk = walks[started % walks.length];
      if (!connection || !walk) {
        tally.count(0, 0);
        continue;
      }
      const answered = walk(connection, tally).then(() => {
        free.push(connection);
        running.delete(answered);
      });
      running.add(answered);
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  await Promise.race([
    Promise.all(running),
    new Promise((resolve) => setTimeout(resolve, plan.deadlineMs ?? 10_000)),
  ]);
  for (const connection of all) connection.close();
}

function another(all: Connection[], port: number): Connection | null {
  if (all.length >= MOST_CONNECTIONS) return null;
  const connection = openConnection(port);
  all.push(connection);
  return connection;
}

/**
 * Takes the tracks in turn. A track moves on when its request has succeeded, or when what it asks
 * for turns out to be there already: it was broken off before.
 */
function walker(tracks: readonly Track[]) {
  const places = tracks.map(() => 0);
  const busy = new Set<number>();
  let turn = 0;
  return async (connection: Connection, tally: Tally): Promise<void> => {
    let which = turn++ % tracks.length;
    for (let tries = 0; busy.has(which) && tries < tracks.length; tries += 1) {
      which = turn++ % tracks.length;
    }
    const track = tracks[which] ?? [];
    const shot = track[(places[which] ?? 0) % track.length];
    if (!shot) throw new Error("a track without requests");
    busy.add(which);
    const begun = performance.now();
    const status = await connection.send(shot);
    busy.delete(which);
    tally.count(status, performance.now() - begun);
    if (status < 300 || status === 409 || status === 422) places[which] = (places[which] ?? 0) + 1;
  };
}

class Tally {
  private readonly times: number[] = [];
  private answers = 0;
  private readonly statuses: Record<string, number> = {};

  constructor(
    private readonly from: number,
    private readonly deadlineMs: number,
  ) {}

  count(status: number, ms: number): void {
    if (performance.now() < this.from) return;
    this.answers += 1;
    const late = ms > this.deadlineMs;
    const name = late ? `${status} late` : String(status);
    this.statuses[name] = (this.statuses[name] ?? 0) + 1;
    if (status >= 200 && status < 300 && !late) this.times.push(ms);
  }

  result(seconds: number): Measured {
    const times = this.times.toSorted((a, b) => a - b);
    const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
    return {
      rate: times.length / seconds,
      p50: at(0.5),
      p99: at(0.99),
      longest: times.at(-1) ?? 0,
      good: times.length,
      answers: this.answers,
      statuses: this.statuses,
    };
  }
}
