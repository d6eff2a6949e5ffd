import { parseArgs } from "node:util";
import { readConfig } from "../../src/config.ts";
import { grow } from "./grow.ts";

// Into the database of the environment: `--people 10000 --seed 1`.
const { values } = parseArgs({
  options: { people: { type: "string" }, seed: { type: "string", default: "1" } },
});
const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(1).padStart(6);
await grow(readConfig(process.env), Number(values.people), Number(values.seed), (line) =>
  process.stdout.write(`${seconds()} s  ${line}\n`),
);
