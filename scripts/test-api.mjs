// The API's tests. Arguments go to vitest.
import { testOnDatabase } from "./test-on-database.mjs";

await testOnDatabase({ report: "results/vitest.json", args: process.argv.slice(2) });
