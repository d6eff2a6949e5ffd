import { createServer, type Server } from "node:http";
import express from "express";
import { afterEach, describe, expect, it } from "vitest";
import { openCrowd } from "./crowd.ts";

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server that answers when it is told to, and takes in two at once. */
async function slowServer() {
  const app = express();
  const crowd = openCrowd(2);
  const waiting: (() => void)[] = [];
  app.use(crowd.turnAway);
  app.use(express.json());
  app.use(crowd.count);
  app.use((_request, response) => {
    waiting.push(() => response.json({}));
  });
  const listening = createServer(app);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const address = listening.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
  const untilInside = async (count: number) => {
    while (waiting.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const answerAll = () => {
    for (const answer of waiting.splice(0)) answer();
  };
  return { url, untilInside, answerAll };
}

describe("a crowd", () => {
  it("turns away who comes when it is full, with a time to come again, and takes in again", async () => {
    const { url, untilInside, answerAll } = await slowServer();
    const inside = [fetch(url), fetch(url)];
    await untilInside(2);
    const away = await fetch(url);
    expect(away.status).toBe(503);
    expect(away.headers.get("retry-after")).toBe("2");
    answerAll();
    expect((await Promise.all(inside)).map(({ status }) => status)).toEqual([200, 200]);
    const later = fetch(url);
    await untilInside(1);
    answerAll();
    expect((await later).status).toBe(200);
  });

  it("gives no place to a file that is being sent", async () => {
    const { url, untilInside, answerAll } = await slowServer();
    const body = new Blob(["x"]);
    const headers = { "content-type": "application/octet-stream" };
    const files = [1, 2, 3].map(() => fetch(url, { method: "POST", body, headers }));
    await untilInside(3);
    const other = fetch(url);
    await untilInside(4);
    answerAll();
    expect((await Promise.all([...files, other])).map(({ status }) => status)).toEqual([
      200, 200, 200, 200,
    ]);
  });

  it("forgets who went away before the answer", async () => {
    const { url, untilInside, answerAll } = await slowServer();
    const gone = new AbortController();
    const left = [1, 2].map(() => fetch(url, { signal: gone.signal }).catch(() => null));
    await untilInside(2);
    gone.abort();
    await Promise.all(left);
    let later = await fetch(url, { signal: AbortSignal.timeout(200) }).catch(() => null);
    for (let tries = 0; later?.status === 503 && tries < 20; tries += 1) {
      later = await fetch(url, { signal: AbortSignal.timeout(200) }).catch(() => null);
    }
    // Taken in, it waits for its answer and is broken off: it isn't told to come again.
    expect(later?.status).not.toBe(503);
    answerAll();
  });
});
