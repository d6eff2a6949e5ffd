import { overLimit } from "../auth/request-limit.ts";
import type { Hall } from "../hall.ts";
import type { Refusal } from "../http/refusal.ts";

const PER_MINUTE = 30;

/** Look-ups from one address; codes have 128 bits, so this only keeps the page usable (DOC-5). */
export const overPublicLimit = (hall: Hall, address: string): Promise<Refusal | null> =>
  overLimit(
    hall,
    { key: `verification:${address}`, most: PER_MINUTE, windowSeconds: 60 },
    "验证太频繁，请稍后再试。",
  );
