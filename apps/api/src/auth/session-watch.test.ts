import type { Pool } from "pg";
import { expect, it } from "vitest";
import type { Database } from "../store/database.ts";
import { connectionsOf } from "../store/run.ts";
import { sessionWatch } from "./session-watch.ts";

it("looks again when the machine's clock stepped back: an ended session isn't open for longer", async () => {
  let isOpen = true;
  let now = new Date("2026-03-17T10:00:00Z");
  const db = {} as Database;
  const query = async () => ({ rows: isOpen ? [1] : [] });
  connectionsOf(db, { query, on: () => {} } as unknown as Pool);
  const clock = { system: () => now } as Parameters<typeof sessionWatch>[1];
  const watch = sessionWatch(db, clock);
  expect(await watch.isOpen("a")).toBe(true);
  isOpen = false;
  expect(await watch.isOpen("a")).toBe(true); // half a minute passes between two looks
  now = new Date("2026-03-17T08:00:00Z");
  expect(await watch.isOpen("a")).toBe(false);
});
