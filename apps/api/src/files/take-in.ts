import type { FileJson } from "@hall/contracts/files";
import type { Hall } from "../hall.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { Verdict } from "./check-content.ts";
import { type CheckLease, leaseCheck } from "./check-lease.ts";
import { checkInThread, checkSlots } from "./check-thread.ts";
import { findSlot } from "./evidence-slots.ts";
import { type FileRow, fileJson } from "./file-row.ts";
import { openStored } from "./open-stored.ts";
import { sha256 } from "./seal.ts";

/** All bytes are there: they are checked, and what is kept is stored and read back (XPL-10). */
export async function finish(hall: Hall, { id }: FileRow): Promise<FileJson | Refusal> {
  const giveBack = await checkSlots.take();
  if (!giveBack) {
    return refuse("too-many", "正在检查的文件较多，请过几秒再试；已上传的内容没有丢失。", {
      retryAfterSeconds: 3,
    });
  }
  let lease: CheckLease | null = null;
  try {
    lease = await leaseCheck(hall, id);
    return lease ? await checked(hall, lease) : elsewhere;
  } catch (error) {
    await lease?.write({ state: "receiving" });
    throw error;
  } finally {
    lease?.end();
    giveBack();
  }
}

const elsewhere = refuse("conflict", "这个文件正在检查，请稍后查看。");

async function checked(hall: Hall, lease: CheckLease): Promise<FileJson | Refusal> {
  const { file } = lease;
  const slot = await findSlot(hall, file.service, file.slot);
  if (!slot) throw new Error(`file ${file.id} is for a slot that is no more`);
  const bytes = await hall.files.parts.read(file.id, file);
  if (bytes === null) return beginAnew(hall, lease);
  const receivedSha256 = sha256(bytes);
  const verdict = await checkInThread({ bytes: new Uint8Array(bytes), limits: slot });
  if (verdict.fit) return keep(hall, lease, receivedSha256, verdict);
  const faults = verdict.faults.map(({ point, message }) => ({ path: `/${point}`, message }));
  if (!(await lease.write({ state: "refused", faults, receivedSha256 }))) return elsewhere;
  await hall.files.parts.remove(file.id);
  return refusalOfFaults(faults);
}

async function beginAnew(hall: Hall, { file, write }: CheckLease): Promise<Refusal> {
  if (!(await write({ state: "receiving", receivedBytes: 0, partBytes: 0 }))) return elsewhere;
  await hall.files.parts.remove(file.id);
  return refuse("conflict", "收到的内容不完整，请从头上传这个文件。");
}

/** The row names the key before the store has it, so that nothing lies there that no row knows. */
async function keep(
  hall: Hall,
  { file, write }: CheckLease,
  receivedSha256: string,
  { bytes, mediaType, measured }: Extract<Verdict, { fit: true }>,
): Promise<FileJson | Refusal> {
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
  if (!(await write(kept))) return elsewhere;
  await store.put(storageKey, sealed);
  const readBack = await openStored(hall.files, { ...file, ...kept });
  if ("damage" in readBack) throw new Error(`stored evidence is ${readBack.damage}`);
  const ready = await write({ state: "ready", mediaType, measured });
  if (!ready) {
    // Whoever took it up looked for these bytes before they were there.
    await store.remove(storageKey);
    return elsewhere;
  }
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
