import { test as base, expect, type Page } from "@playwright/test";
import { hallAddress } from "./hall.ts";
import { HallDatabase } from "./hall-database.ts";
import type { StaffName } from "./people.ts";
import { SignIn } from "./sign-in.ts";
import { StaffRoom } from "./staff-room.ts";
import { type Watch, watch } from "./watch.ts";

interface OfTest {
  /** Fails the journey if something went wrong behind its pages. */
  readonly watched: Watch;
  readonly signIn: SignIn;
  /** The back office of a member of staff who is signed in, in a window of their own. */
  readonly staff: (name: StaffName) => Promise<Page>;
}

interface OfWorker {
  readonly database: HallDatabase;
  readonly staffRoom: StaffRoom;
}

/** A journey: the page of a citizen or an agent, watched, and what it takes to be somebody. */
export const test = base.extend<OfTest, OfWorker>({
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what is needed from the pattern
    async ({}, use) => {
      const database = new HallDatabase();
      await use(database);
      await database.close();
    },
    { scope: "worker" },
  ],
  staffRoom: [
    async ({ browser, database }, use) => {
      const room = new StaffRoom(browser, database, hallAddress);
      await use(room);
      await room.close();
    },
    { scope: "worker" },
  ],
  watched: [
    async ({ context }, use) => {
      const watched = watch(context);
      await use(watched);
      expect(watched.faults, "nothing goes wrong behind the pages").toEqual([]);
    },
    { auto: true },
  ],
  signIn: async ({ page }, use) => use(new SignIn(page)),
  staff: async ({ staffRoom }, use) => {
    await use((name) => staffRoom.enter(name));
    expect(staffRoom.takeFaults(), "nothing goes wrong in the back office").toEqual([]);
  },
});

export { expect };
