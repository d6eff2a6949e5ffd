// The attack on the API: see apps/api/attack. `--long` tries each hostile value in each field of
// each endpoint, where the short form takes turns. Other arguments go to vitest.
import { testOnDatabase } from "./test-on-database.mjs";

const args = process.argv.slice(2);
await testOnDatabase({
  report: "results/attack.json",
  args: ["--config", "attack/vitest.config.ts", ...args.filter((each) => each !== "--long")],
  env: { HALL_ATTACK: args.includes("--long") ? "long" : "short" },
});
