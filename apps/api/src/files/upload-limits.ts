import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { type Refusal, refuse } from "../http/refusal.ts";

/** Each file takes a check of its own: more in ten minutes than anybody has papers isn't needed. */
const PER_TEN_MINUTES = 120;
/** A file up to this size is taken in though its slot takes less, to say all that is wrong with it. */
export const ALWAYS_EXAMINED_BYTES = 1024 * 1024;
/** Files of one login that are sent at the same time; a page sends two or three. */
export const SENT_AT_ONCE = 4;

const limiter = new RateLimiterMemory({ points: PER_TEN_MINUTES, duration: 600 });

export async function overUploadLimit(ownerId: string): Promise<Refusal | null> {
  try {
    await limiter.consume(ownerId);
    return null;
  } catch (full) {
    const waitMs = (full as RateLimiterRes).msBeforeNext ?? 600_000;
    return refuse("too-many", "短时间内上传的文件太多，请稍后再传；已上传的没有丢失。", {
      retryAfterSeconds: waitMs / 1000,
    });
  }
}
