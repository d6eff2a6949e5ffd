import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { KEY_RINGS, readConfig } from "../config.ts";
import { openHall } from "../hall.ts";
import { addKey, dropOlderKeys } from "../keys/change-ring.ts";
import { LOOK_EVERY_MS } from "../keys/key-ring.ts";
import { countOlder, resealAll } from "../keys/reseal.ts";
import { JOB_PATIENCE } from "../store/database.ts";

/**
 * `node dist/rotate-keys.js`: a new key for personal data and one for files, and everything sealed
 * anew with them, while the hall goes on; cut off, it is simply run again with `--seal`, which
 * adds no key. `node dist/rotate-keys.js --retire` forgets the older keys, once nothing needs them;
 * a backup from before needs them still, so keep the ring with it.
 *
 * All machines must see the same ring files; each looks at them every few seconds.
 */
const [mode = "--rotate"] = process.argv.slice(2);
const config = readConfig(process.env);
const rings = Object.values(KEY_RINGS).map((name) => join(config.HALL_SECRETS_DIR, name));
const say = (line: string) => process.stdout.write(`${line}\n`);

if (mode === "--rotate") {
  for (const file of rings) say(`New key ${addKey(file)} in ${file}.`);
  // Whoever still seals with an older key is done with it after the wait.
  await sleep(3 * LOOK_EVERY_MS);
}
const hall = openHall(config, JOB_PATIENCE);
try {
  if (mode === "--retire") await retire();
  else {
    const { values, files } = await resealAll(hall);
    say(`Sealed anew: ${values} values, ${files} files. ${await countOlder(hall)} are left.`);
  }
} finally {
  await hall.close();
}

async function retire(): Promise<void> {
  const older = await countOlder(hall);
  const underWay = await hall.db.evidenceFile.count({
    where: { partBytes: { gt: 0 }, storageKey: null },
  });
  if (older + underWay > 0) {
    process.stderr.write(
      `${older} values or files and ${underWay} uploads under way need the older keys: ` +
        "run with --seal first, or wait a day for the uploads.\n",
    );
    process.exitCode = 1;
    return;
  }
  for (const file of rings) say(`${dropOlderKeys(file)} older keys forgotten in ${file}.`);
}
