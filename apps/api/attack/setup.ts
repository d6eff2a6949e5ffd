import type { TestProject } from "vitest/node";
import seeded from "../test/global-setup.ts";
import { forgetCounts, printCounts } from "./counts.ts";

/** The same seeded database as the API's tests, and at the end a table of what was tried. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  forgetCounts();
  const close = await seeded(project);
  return async () => {
    printCounts();
    await close();
  };
}
