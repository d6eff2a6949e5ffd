import { writeAudit } from "../audit/audit.ts";
import { verifyAudit } from "../audit/verify.ts";
import { refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";

/** Some seconds' work; the command goes through all, however many they are. */
const MOST_LINKS = 100_000n;

const reasons = {
  "link missing": "链位缺失",
  "event missing": "记录被删除",
  "event or link changed": "记录或链位被改动",
  "cut off": "链尾被截断",
} as const;

let isChecking = false;

/** The chain's last links gone through on an auditor's word, as the command does with all (AUD-1). */
export async function auditChain({ hall, actor, address }: Call<undefined, undefined, undefined>) {
  if (isChecking) return refuse("too-many", "正在核对，请稍后再试。");
  isChecking = true;
  try {
    const head = await hall.db.auditLink.findFirst({ orderBy: { position: "desc" } });
    const last = head?.position ?? 0n;
    const after = last > MOST_LINKS ? last - MOST_LINKS : 0n;
    const verdict = await verifyAudit(hall, undefined, after);
    await writeAudit(hall, {
      actor,
      action: "audit.check",
      detail: { links: Number(last - after), result: verdict.outcome },
      address,
    });
    const isWhole = verdict.outcome === "whole";
    const end = isWhole ? verdict.head.position : last;
    return {
      isWhole,
      first: end > 0n ? String(after + 1n) : null,
      last: end > 0n ? String(end) : null,
      head: isWhole && end > 0n ? verdict.head.hash : null,
      broken: isWhole
        ? null
        : { position: String(verdict.position), reason: reasons[verdict.reason] },
      waiting: isWhole ? verdict.unlinked : 0,
    };
  } finally {
    isChecking = false;
  }
}
