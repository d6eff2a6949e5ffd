import type { Hall } from "../hall.ts";
import type { Prisma } from "../store/database.ts";
import type { FileRow } from "./file-row.ts";

/** A check that showed no sign of life for so long ended with its process, and is taken up anew. */
export const LEASE_MS = 15_000;
/** Two signs may be missed before that. */
const RENEW_EVERY_MS = 4_000;

/**
 * The right to check a file and to say what came of it. It is renewed as long as the check runs;
 * should it be lost all the same, because the process stood still or the clocks of two machines
 * differ, another checks the file, and nothing of this check is written any more.
 */
export interface CheckLease {
  /** The file as it was when it was taken up. */
  readonly file: FileRow;
  /** Null where another has taken the file up meanwhile; nothing was written then. */
  readonly write: (data: Prisma.EvidenceFileUpdateManyMutationInput) => Promise<FileRow | null>;
  readonly end: () => void;
}

/** Null where another is checking the file, or it isn't to be checked any more. */
export async function leaseCheck({ db, clock }: Hall, id: string): Promise<CheckLease | null> {
  let since = clock.system();
  const lost = new Date(since.getTime() - LEASE_MS);
  const [file] = await db.evidenceFile.updateManyAndReturn({
    where: {
      id,
      OR: [{ state: "receiving" }, { state: "checking", checkingSince: { lt: lost } }],
    },
    data: { state: "checking", checkingSince: since },
  });
  if (!file) return null;
  const update = async (data: Prisma.EvidenceFileUpdateManyMutationInput) => {
    const now = clock.system();
    const [row] = await db.evidenceFile.updateManyAndReturn({
      where: { id, state: "checking", checkingSince: since },
      data: { ...data, checkingSince: now },
    });
    if (row) since = now;
    return row ?? null;
  };
  // One after the other: each must know the time that the one before has left.
  let last: Promise<unknown> = Promise.resolve();
  const write: CheckLease["write"] = (data) => {
    const written = last.then(() => update(data));
    last = written.catch(() => undefined);
    return written;
  };
  const renewing = setInterval(() => void write({}).catch(() => undefined), RENEW_EVERY_MS);
  return { file, write, end: () => clearInterval(renewing) };
}
