import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { openThreadLine, ThreadEnded } from "./thread-line.ts";

/** Answers what it is told, fails, waits without an end, or dies by an error that nobody catches. */
const PROGRAM = `
  const { parentPort } = require("node:worker_threads");
  parentPort.on("message", ({ id, order }) => {
    if (order === "fail") parentPort.postMessage({ id, failed: "it was told to" });
    else if (order === "die") throw new Error("dead");
    else if (order !== "wait") parentPort.postMessage({ id, answer: order });
  });
`;

function line(longestMs = 20_000) {
  const opened: Worker[] = [];
  const open = () => {
    const worker = new Worker(PROGRAM, { eval: true });
    opened.push(worker);
    return worker;
  };
  return { opened, ...openThreadLine<string, string>(open, longestMs) };
}

describe("a line of orders to a thread", () => {
  it("answers each order by itself, and a failed one fails alone", async () => {
    const { ask, close, opened } = line();
    const all = await Promise.allSettled([ask("one"), ask("fail"), ask("two")]);
    expect(
      all.map((each) => (each.status === "fulfilled" ? each.value : String(each.reason))),
    ).toEqual(["one", "Error: it was told to", "two"]);
    expect(opened).toHaveLength(1);
    await close();
  });

  it("fails the orders of a thread that dies, and none of its successor's", async () => {
    const { ask, close, opened } = line();
    await ask("ready");
    const [first] = opened;
    if (!first) throw new Error("no thread was opened");
    // The new order is given between the old thread's error and its end, which is when it matters.
    const asked = once(first, "error").then(() => ask("after"));
    const ended = new Promise((resume) => first.once("exit", resume));
    await expect(Promise.all([ask("wait"), ask("die")])).rejects.toThrow(ThreadEnded);
    await ended;
    expect(await asked).toBe("after");
    expect(opened).toHaveLength(2);
    await close();
  });

  it("ends a thread that takes too long, and goes on with another", async () => {
    const { ask, close, opened } = line(500);
    await expect(ask("wait")).rejects.toThrow("longer than 500 ms");
    expect(await ask("after")).toBe("after");
    expect(opened).toHaveLength(2);
    await close();
  });
});
