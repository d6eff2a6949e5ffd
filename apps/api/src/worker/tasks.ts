import { Logger, type TaskList } from "graphile-worker";
import { z } from "zod";
import { sweepAuth } from "../auth/sweep.ts";
import { sweepFiles } from "../files/discard.ts";
import { verifyEvidence } from "../files/verify.ts";
import { postInterest } from "../finance/post-interest.ts";
import type { Hall } from "../hall.ts";
import { forgetUnfiledLists } from "../lists/forget.ts";
import type { Log } from "../log.ts";
import { sendDueReminders } from "../reminders/send-due.ts";
import { lapseUnpaidStudents } from "../students/lapse.ts";
import { runDaily } from "./daily.ts";
import type { PaperPress } from "./paper-press.ts";
import { renderDocument } from "./render-document.ts";
import { sendMessage } from "./send-message.ts";

/** Jobs by name. Each can run twice without doing anything twice. */
export function tasks(hall: Hall, press: PaperPress): TaskList {
  return {
    "render-document": async (payload) => {
      const { number } = z.object({ number: z.string() }).parse(payload);
      await renderDocument(hall, press, number);
    },
    "send-message": async (payload) => {
      const { id } = z.object({ id: z.string() }).parse(payload);
      await sendMessage(hall, id);
    },
    "sweep-auth": async () => {
      await sweepAuth(hall);
    },
    daily: async () => {
      await runDaily(hall);
    },
    "post-interest": async () => {
      const accounts = await postInterest(hall);
      if (accounts > 0) hall.log.info({ accounts }, "interest posted");
    },
    "send-reminders": async () => {
      await sendDueReminders(hall);
    },
    "lapse-students": async () => {
      await lapseUnpaidStudents(hall);
    },
    "forget-lists": async () => {
      await forgetUnfiledLists(hall);
    },
    "sweep-files": async () => {
      await sweepFiles(hall);
    },
    "verify-evidence": async () => {
      const { files, cases, damaged } = await verifyEvidence(hall);
      hall.log.info({ files, cases, damaged: damaged.length }, "evidence verified");
    },
  };
}

/**
 * By the machine's clock; what is due by the business day asks the business clock itself. Each is
 * laid once however many workers there are, and one that no worker was there for (`fill`) is laid
 * when the next one starts.
 */
export const crontab = [
  "*/10 * * * * sweep-auth ?jobKey=sweep-auth&max=3&fill=10m",
  "15 * * * * daily ?jobKey=daily&max=3&fill=1h",
  "10 * * * * post-interest ?jobKey=post-interest&max=3&fill=1h",
  "*/10 * * * * send-reminders ?jobKey=send-reminders&max=3&fill=10m",
  "5 * * * * lapse-students ?jobKey=lapse-students&max=3&fill=1h",
  "20 * * * * sweep-files ?jobKey=sweep-files&max=3&fill=1h",
  "15 2 * * * verify-evidence ?jobKey=verify-evidence&max=3&fill=1d",
  "35 3 * * * forget-lists ?jobKey=forget-lists&max=3&fill=1d",
].join("\n");

/** graphile-worker's lines in ours; payloads hold ids and nothing personal. */
export const workerLogger = (log: Log) =>
  new Logger(() => (level, message) => {
    if (level === "error") log.error({ worker: message });
    else if (level === "warning") log.warn({ worker: message });
    else log.debug({ worker: message });
  });
