import type { FileJson } from "@hall/contracts/files";
import type { Hall } from "../hall.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { Verdict } from "./check-content.ts";
import { checkInThread, checkSlots } from "./check-thread.ts";
import { findSlot } from "./evidence-slots.ts";
import { type FileRow, fileJson } from "./file-row.ts";
import { openStored } from "./open-stored.ts";
import { sha256 } from "./seal.ts";

/** A check that was begun so long ago ended with its process. */
const CHECK_LOST_MS = 120_000;

/** All bytes are there: they are checked, and what is kept is stored and read back (XPL-10). */
export async function finish(hall: Hall, file: FileRow): Promise<FileJson | Refusal> {
  const giveBack = await checkSlots.take();
  if (!giveBack) {
    return refuse("too-many", "正在检查的文件较多，请过几秒再试；已上传的内容没有丢失。", {
      retryAfterSeconds: 3,
    });
  }
  try {
    if (!(await claim(hall, file))) return refuse("conflict", "这个文件正在检查，请稍后查看。");
    return await checked(hall, file);
  } catch (error) {
    await hall.db.evidenceFile.updateMany({
      where: { id: file.id, state: "checking" },
      data: { state: "receiving" },
    });
    throw error;
  } finally {
    giveBack();
  }
}

async function claim({ db, clock }: Hall, { id }: FileRow): Promise<boolean> {
  const now = clock.system();
  const lost = new Date(now.getTime() - CHECK_LOST_MS);
  const { count } = await db.evidenceFile.updateMany({
    where: {
      id,
      OR: [{ state: "receiving" }, { state: "checking", checkingSince: { lt: lost } }],
    },
    data: { state: "checking", checkingSince: now },
  });
  return count === 1;
}

async function checked(hall: Hall, file: FileRow): Promise<FileJson | Refusal> {
  const slot = await findSlot(hall, file.service, file.slot);
  if (!slot) throw new Error(`file ${file.id} is for a slot that is no more`);
  const bytes = await hall.files.parts.read(file.id, file);
  if (bytes === null) return beginAnew(hall, file);
  const receivedSha256 = sha256(bytes);
  const verdict = await checkInThread({ bytes: new Uint8Array(bytes), limits: slot });
  if (verdict.fit) return keep(hall, file, receivedSha256, verdict);
  const faults = verdict.faults.map(({ point, message }) => ({ path: `/${point}`, message }));
  await hall.db.evidenceFile.update({
    where: { id: file.id },
    data: { state: "refused", faults, receivedSha256 },
  });
  await hall.files.parts.remove(file.id);
  return refusalOfFaults(faults);
}

async function beginAnew(hall: Hall, { id }: FileRow): Promise<Refusal> {
  await hall.db.evidenceFile.update({
    where: { id },
    data: { state: "receiving", receivedBytes: 0, partBytes: 0 },
  });
  await hall.files.parts.remove(id);
  return refuse("conflict", "收到的内容不完整，请从头上传这个文件。");
}

/** The row names the key before the store has it, so that nothing lies there that no row knows. */
async function keep(
  hall: Hall,
  file: FileRow,
  receivedSha256: string,
  { bytes, mediaType, measured }: Extract<Verdict, { fit: true }>,
): Promise<FileJson> {
  const { store, seal, parts } = hall.files;
  const sealed = seal.seal(bytes, file.id);
  const storageKey = sha256(sealed);
  if (file.storageKey) await store.remove(file.storageKey);
  const kept = {
    storageKey,
    receivedSha256,
    storedSha256: sha256(bytes),
    storedBytes: bytes.length,
  };
  await hall.db.evidenceFile.update({ where: { id: file.id }, data: kept });
  await store.put(storageKey, sealed);
  const readBack = await openStored(hall.files, { ...file, ...kept });
  if ("damage" in readBack) throw new Error(`stored evidence is ${readBack.damage}`);
  const ready = await hall.db.evidenceFile.update({
    where: { id: file.id },
    data: { state: "ready", mediaType, measured },
  });
  await parts.remove(file.id);
  return fileJson(hall, ready);
}

/** Says what the file was found to be; the wrong kind is told apart from what else is wrong. */
export function refusalOfFaults(
  faults: readonly { readonly path: string; readonly message: string }[],
): Refusal {
  const isKind = faults.some(({ path }) => path === "/kind" || path === "/format");
  const detail = faults.map(({ message }) => message).join("");
  return refuse(isKind ? "wrong-kind" : "unfit-file", detail, { errors: faults });
}
