/** Gives way to so many at once and lets so many wait; whoever comes beyond is told at once. */
export interface Slots {
  /** Null where too many wait already; else what gives the place back. */
  readonly take: () => Promise<(() => void) | null>;
}

export function makeSlots(atOnce: number, mostWaiting: number): Slots {
  let running = 0;
  const waiting: (() => void)[] = [];
  const giveBack = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  const once = () => {
    let given = false;
    return () => {
      if (!given) giveBack();
      given = true;
    };
  };
  return {
    take: async () => {
      if (running < atOnce) {
        running += 1;
        return once();
      }
      if (waiting.length >= mostWaiting) return null;
      await new Promise<void>((resume) => waiting.push(resume));
      return once();
    },
  };
}

/** Threads that read and write lists: each takes a core and up to some hundred MB. */
export const listSlots = makeSlots(2, 16);
