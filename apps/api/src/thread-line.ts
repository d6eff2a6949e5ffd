import { parentPort, type Worker } from "node:worker_threads";

interface Sent<Order> {
  readonly id: number;
  readonly order: Order;
}
type Answered<Answer> =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly failed: string };

/** The thread is gone, and what became of the order isn't known. */
export class ThreadEnded extends Error {
  override readonly name = "ThreadEnded";
}

/** Orders to one thread: opened with the first of them, and anew after it has died. */
export interface ThreadLine<Order, Answer> {
  /** Throws ThreadEnded where the thread dies or takes too long, Error where the order failed. */
  readonly ask: (order: Order) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

interface OpenThread<Order, Answer> extends ThreadLine<Order, Answer> {
  readonly isGone: () => boolean;
}

/** Each order may take `longestMs`; one that takes longer ends the thread with all its orders. */
export function openThreadLine<Order, Answer>(
  open: () => Worker,
  longestMs: number,
): ThreadLine<Order, Answer> {
  let thread: OpenThread<Order, Answer> | null = null;
  return {
    ask: (order) => {
      if (thread === null || thread.isGone()) thread = start(open(), longestMs);
      return thread.ask(order);
    },
    close: async () => {
      await thread?.close();
    },
  };
}

/** Whoever waits belongs to this thread: one that dies late fails no order of its successor's. */
function start<Order, Answer>(worker: Worker, longestMs: number): OpenThread<Order, Answer> {
  const waiting = new Map<number, (answered: Answered<Answer> | ThreadEnded) => void>();
  let gone = false;
  let sent = 0;
  const end = (reason: string) => {
    gone = true;
    for (const settle of waiting.values()) settle(new ThreadEnded(reason));
    waiting.clear();
  };
  worker.on("message", (answered: Answered<Answer>) => {
    waiting.get(answered.id)?.(answered);
    waiting.delete(answered.id);
  });
  worker.on("error", (error) => end(error.message));
  worker.on("exit", () => end("the thread ended"));
  return {
    isGone: () => gone,
    ask: (order) =>
      new Promise((resolve, reject) => {
        const id = sent++;
        const late = setTimeout(() => {
          end(`longer than ${longestMs} ms`);
          void worker.terminate();
        }, longestMs);
        waiting.set(id, (answered) => {
          clearTimeout(late);
          if (answered instanceof ThreadEnded) reject(answered);
          else if ("failed" in answered) reject(new Error(answered.failed));
          else resolve(answered.answer);
        });
        worker.postMessage({ id, order } satisfies Sent<Order>);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}

/** The thread's side. Bytes named by `moved` change hands without being copied. */
export function answerOrders<Order, Answer>(
  work: (order: Order) => Promise<Answer>,
  moved: (answer: Answer) => readonly ArrayBuffer[] = () => [],
): void {
  parentPort?.on("message", async ({ id, order }: Sent<Order>) => {
    try {
      const answer = await work(order);
      parentPort?.postMessage({ id, answer } satisfies Answered<Answer>, [...moved(answer)]);
    } catch (error) {
      const failed = error instanceof Error ? error.message : String(error);
      parentPort?.postMessage({ id, failed } satisfies Answered<Answer>);
    }
  });
}
