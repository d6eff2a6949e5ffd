import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { Hall } from "../hall.ts";
import { type Refusal, refuse } from "../http/refusal.ts";

const PER_MINUTE = 30;

/** Look-ups from one address; codes have 128 bits, so this only keeps the page usable (DOC-5). */
const limiter = new RateLimiterMemory({ points: PER_MINUTE, duration: 60 });

export async function overPublicLimit(_hall: Hall, address: string): Promise<Refusal | null> {
  try {
    await limiter.consume(address);
    return null;
  } catch (full) {
    const waitMs = (full as RateLimiterRes).msBeforeNext ?? 60_000;
    return refuse("too-many", "验证太频繁，请稍后再试。", { retryAfterSeconds: waitMs / 1000 });
  }
}
