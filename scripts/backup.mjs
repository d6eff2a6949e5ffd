// `pnpm backup --to <new folder> [--keys-to <new folder>]`: database and evidence of a running hall,
// named by DATABASE_URL, HALL_SECRETS_DIR and HALL_DATA_DIR, or by the folder of `npm start`
// (HALL_DIR). The keys go where they are told to or nowhere: kept beside what they open, they
// protect nothing. See docs/operations.md.
import { cpSync, existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { placesOf, program } from "./hall.mjs";
import { ROOT, run } from "./processes.mjs";

const { values } = parseArgs({
  options: { to: { type: "string" }, "keys-to": { type: "string" } },
});
if (!values.to) {
  console.error("Usage: pnpm backup --to <new folder> [--keys-to <another new folder>]");
  process.exit(2);
}
const folder = path.resolve(ROOT, process.env.HALL_DIR ?? ".hall");
const env = process.env.DATABASE_URL ? process.env : { ...process.env, ...placesOf(folder) };
const keysTo = values["keys-to"];
if (keysTo !== undefined && existsSync(keysTo)) {
  console.error(`${keysTo} is there already: keys are not written over others.`);
  process.exit(2);
}
process.exitCode = await run([process.execPath, program("backup"), path.resolve(values.to)], {
  env,
});
if (process.exitCode === 0 && keysTo !== undefined) {
  cpSync(env.HALL_SECRETS_DIR, path.resolve(keysTo), { recursive: true });
  console.log(`The keys are in ${keysTo}: keep them apart from the backup, and safe.`);
} else if (process.exitCode === 0) {
  console.log("Without the keys of the installation nobody can read it: are they kept elsewhere?");
}
