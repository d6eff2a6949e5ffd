import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askForEvidence, fileWalk, photoOf } from "./file-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";

askForEvidence();
const ANNA = "P0000012";

let test: TestHall;
let photo: Buffer;
let walk: ReturnType<typeof fileWalk>;
beforeAll(async () => {
  test = await openTestHall();
  photo = await photoOf();
  walk = fileWalk(test, photo);
});
afterAll(() => test.close());

/** What the system says where no room is left. */
const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });

/** Without room for as long as `work` takes. */
async function whileFull<T extends object>(part: T, name: keyof T, work: () => Promise<void>) {
  const own = part[name];
  Object.assign(part, { [name]: () => Promise.reject(full) });
  try {
    await work();
  } finally {
    Object.assign(part, { [name]: own });
  }
}

describe("while the file store has no room", { timeout: 90_000 }, () => {
  it.each([
    ["pieces", () => [test.hall.files.parts, "append"] as const],
    ["whole files", () => [test.hall.files.store, "put"] as const],
  ])("for %s, an upload is told to come again, and goes on when there is", async (_what, place) => {
    const { json } = await walk.create(ANNA);
    const [part, name] = place();
    await whileFull(part as object, name as never, async () => {
      const { status, json: problem } = await walk.put(ANNA, json.id, photo);
      expect(status).toBe(503);
      expect(problem.code).toBe("dependency-away");
      expect((await walk.rowOf(json.id)).state).toBe("receiving");
    });
    const { receivedBytes } = await walk.rowOf(json.id);
    const again = await walk.put(ANNA, json.id, photo.subarray(receivedBytes), receivedBytes);
    expect(again.json).toMatchObject({ state: "ready" });
  });
});
