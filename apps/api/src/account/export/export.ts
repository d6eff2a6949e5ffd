import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { exportAccount } from "@hall/contracts/account";
import yazl from "yazl";
import type { z } from "zod";
import { auditPart } from "../../audit/audit.ts";
import { readAccount } from "../../auth/account.ts";
import { type AttemptLimit, countAttempt } from "../../auth/attempt-limits.ts";
import { confirmPassword } from "../../auth/confirm-password.ts";
import { inHashSlot } from "../../auth/hashing.ts";
import { tooBusy } from "../../auth/sign-in.ts";
import { type FileRow, savedName } from "../../files/file-row.ts";
import { openStored } from "../../files/open-stored.ts";
import type { Hall } from "../../hall.ts";
import { type Refusal, refuse } from "../../http/refusal.ts";
import type { Reply } from "../../http/reply.ts";
import type { Call } from "../../http/route.ts";
import { commit, write } from "../../store/commit.ts";
import { type ExportHead, htmlPart, jsonPart } from "./write-parts.ts";

type Body = z.output<NonNullable<typeof exportAccount.body>>;
type ExportCall = Call<undefined, undefined, Body>;

/** So many in a day: it is heavy, and nobody needs more. */
const limitOf = (personId: string): AttemptLimit => ({
  key: `account-export:${personId}`,
  limit: 3,
  windowSeconds: 86_400,
  slides: false,
});

/**
 * All that is held about the person in one archive (AUD-3), numbers whole: a page to read, the
 * same as JSON, each paper and each file. The password is asked for once more, since whoever finds
 * an open screen must not walk away with it. Written as it is read; never held as a whole.
 */
export async function exportAll(call: ExportCall): Promise<Reply | Refusal> {
  const { hall, actor, address, body } = call;
  const owner = {
    id: actor.sessionId,
    ownerId: actor.id,
    ownerKind: "person",
    method: "password",
  } as const;
  const account = await readAccount(hall.db, owner);
  if (account?.shown.kind !== "person") return refuse("not-signed-in");
  const { shown } = account;
  const confirmed = await inHashSlot(() =>
    confirmPassword({
      hall,
      actor,
      address,
      shown,
      password: body.password,
      path: "/password",
      failure: "password.confirm-fail",
    }),
  );
  if (confirmed === "busy") return tooBusy();
  if ("refusal" in confirmed) return confirmed;
  const at = hall.clock.instant();
  const now = hall.clock.system();
  const mark = at.toISOString();
  const { counted, until } = await countAttempt(hall.db, limitOf(actor.id), mark, now);
  if (!counted) {
    return refuse("too-many", "今天已经下载过 3 次，请 24 小时以后再来。", {
      retryAfterSeconds: (until.getTime() - now.getTime()) / 1_000,
    });
  }
  const holdings = await holdingsOf(hall, actor.id);
  await commit(
    hall.db,
    [
      auditPart({
        actor,
        action: "person.export",
        subjectId: actor.id,
        detail: { papers: holdings.papers.length, files: holdings.files.length },
        address,
        at,
      }),
    ],
    [write("account", confirmed.clearedAccountPart)],
  );
  const head = { name: shown.name, personalNumber: shown.personalNumber, at };
  return {
    reply: "stream",
    type: "application/zip",
    fileName: `${shown.personalNumber}-${mark.slice(0, 10)}.zip`,
    write: (out) => writeArchive(hall, actor.id, head, holdings, out),
  };
}

interface Holdings {
  readonly papers: readonly { readonly number: string; readonly title: string }[];
  readonly files: readonly FileRow[];
}

async function holdingsOf({ db }: Hall, personId: string): Promise<Holdings> {
  const [papers, files] = await Promise.all([
    db.document.findMany({
      where: { subjectId: personId, sha256: { not: null } },
      select: { number: true, title: true },
      orderBy: { number: "asc" },
    }),
    db.evidenceFile.findMany({
      where: { subjectId: personId, state: "ready" },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  ]);
  return { papers, files };
}

async function writeArchive(
  hall: Hall,
  personId: string,
  head: ExportHead,
  { papers, files }: Holdings,
  out: NodeJS.WritableStream,
): Promise<void> {
  const zip = new yazl.ZipFile();
  // What fails in an entry ends the whole download; half an archive must not look like a whole one.
  const archive = new PassThrough();
  zip.on("error", (error: Error) => archive.destroy(error));
  zip.outputStream.pipe(archive);
  const add = (path: string, open: () => Promise<Readable>) =>
    zip.addReadStreamLazy(path, { mtime: head.at }, (done) => {
      open().then(
        (stream) => done(null, stream),
        (error: Error) => done(error, Readable.from([])),
      );
    });
  add("请先打开.html", async () => Readable.from(htmlPart(hall, personId, head)));
  add("机器可读.json", async () => Readable.from(jsonPart(hall, personId, head)));
  for (const { number, title } of papers) {
    add(`文书/${inPath(title)}-${number}.pdf`, async () => {
      const row = await hall.db.document.findUniqueOrThrow({ where: { number } });
      return Readable.from([Buffer.from(row.bytes ?? [])]);
    });
  }
  for (const [index, file] of files.entries()) {
    const name = savedName(hall.cipher.open(file.nameCipher), file.mediaType ?? "");
    const place = `材料/${String(index + 1).padStart(2, "0")}-${inPath(name)}`;
    add(place, async () => {
      const opened = await openStored(hall.files, file);
      if ("damage" in opened) {
        hall.log.error({ file: file.id, damage: opened.damage }, "evidence can't be exported");
        return Readable.from(["这个文件暂时读不出来，请联系中心。"]);
      }
      return Readable.from([opened.bytes]);
    });
  }
  zip.end();
  await pipeline(archive, out);
}

/** Without what a path means something by, on whatever machine it is unpacked. */
const inPath = (name: string): string => name.replaceAll(/[\\/:*?"<>|]/g, "_");
