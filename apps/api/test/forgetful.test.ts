import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openHall } from "../src/hall.ts";
import { refuseForgetfulDatabase } from "../src/store/forgetful.ts";
import { inDatabase } from "./global-setup.ts";
import { openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

/** As a process that starts finds it: settings of a database count for new connections. */
async function atStart(): Promise<string> {
  const hall = openHall(test.hall.config);
  try {
    return await refuseForgetfulDatabase(hall).then(
      () => "starts",
      (error: Error) => error.message,
    );
  } finally {
    await hall.close();
  }
}

describe("a database that acknowledges before it has written", () => {
  it("keeps the hall from starting", async () => {
    const url = test.hall.config.DATABASE_URL;
    const name = new URL(url).pathname.slice(1);
    expect(await atStart()).toBe("starts");
    await inDatabase(url, `ALTER DATABASE ${name} SET synchronous_commit = off`);
    expect(await atStart()).toMatch(/synchronous_commit is off/);
    await inDatabase(url, `ALTER DATABASE ${name} RESET synchronous_commit`);
    expect(await atStart()).toBe("starts");
  });
});
