import type { Hall } from "../hall.ts";
import { type FileRow, LIFE_MS } from "./file-row.ts";

/**
 * Removes a file that no case names; false where one does by now. The row stops being of use
 * before its bytes go, and goes after them, so that an end in between leaves nothing astray.
 */
export async function discard({ db, files }: Hall, file: FileRow): Promise<boolean> {
  const { count } = await db.evidenceFile.updateMany({
    where: { id: file.id, applicationNumber: null },
    data: { state: "refused" },
  });
  if (count === 0) return false;
  await files.parts.remove(file.id);
  if (file.storageKey) await files.store.remove(file.storageKey);
  await db.evidenceFile.deleteMany({ where: { id: file.id, applicationNumber: null } });
  return true;
}

const AT_ONCE = 200;

/** Removes the files that no case has named for a day. A job; running it twice changes nothing. */
export async function sweepFiles(hall: Hall): Promise<number> {
  const before = new Date(hall.clock.system().getTime() - LIFE_MS);
  let removed = 0;
  for (;;) {
    const files = await hall.db.evidenceFile.findMany({
      where: { applicationNumber: null, createdAt: { lt: before } },
      orderBy: { createdAt: "asc" },
      take: AT_ONCE,
    });
    for (const file of files) {
      if (await discard(hall, file)) removed += 1;
    }
    if (files.length < AT_ONCE) return removed;
  }
}
