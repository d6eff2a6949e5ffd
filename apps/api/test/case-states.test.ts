import { caseTransitions } from "@hall/domain/case-states";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

it("lets cases pass in PostgreSQL between the same states as in the code (APP-1)", async () => {
  const inCode = Object.values(caseTransitions).flatMap((pairs) =>
    Object.entries(pairs).map(([from, to]) => `${from} ${to}`),
  );
  const rows = await test.hall.db.caseTransition.findMany();
  const inDatabase = rows.map(({ fromState, toState }) => `${fromState} ${toState}`);
  expect(inDatabase.sort()).toEqual([...new Set(inCode)].sort());
});
