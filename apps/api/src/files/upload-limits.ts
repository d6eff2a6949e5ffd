import { overLimit } from "../auth/request-limit.ts";
import type { Hall } from "../hall.ts";
import type { Refusal } from "../http/refusal.ts";

/** Each file takes a check of its own: more in ten minutes than anybody has papers isn't needed. */
const PER_TEN_MINUTES = 120;
/** A file up to this size is taken in though its slot takes less, to say all that is wrong with it. */
export const ALWAYS_EXAMINED_BYTES = 1024 * 1024;
/** Files of one login that are sent at the same time; a page sends two or three. */
export const SENT_AT_ONCE = 4;

export const overUploadLimit = (hall: Hall, ownerId: string): Promise<Refusal | null> =>
  overLimit(
    hall,
    { key: `uploads:${ownerId}`, most: PER_TEN_MINUTES, windowSeconds: 600 },
    "短时间内上传的文件太多，请稍后再传；已上传的没有丢失。",
  );
