import type { CaseState } from "@hall/domain/case-states";
import { addDays, type Day, isOnOrBefore } from "@hall/domain/dates";
import type { StandingOutcome } from "@hall/domain/findings";
import { judge } from "@hall/domain/judge";
import {
  PolicyBook,
  type PolicyEntry,
  type PolicyEntryJson,
  policyEntryFromJson,
} from "@hall/domain/policy";
import { reviewStageOf } from "../backoffice/review-stage.ts";
import { openRecord } from "../cases/case-record.ts";
import { applicationService } from "../cases/services.ts";
import { wallClock } from "../clock.ts";
import type { Hall } from "../hall.ts";
import { type PolicyRow, policyEntryOf } from "../policy-shelf.ts";
import { asDate, type Prisma } from "../store/database.ts";

/** XPL-11 looks back so far. */
export const TRIAL_DAYS = 90;
/** Cases of the past that one trial judges; each carries the facts that it was decided on. */
const MOST_PAST = 1_000;
/** Cases after which other requests get their turn. */
const TURN = 50;

/** What the new value makes of a case, beside what was made of it. */
export interface Verdict {
  readonly outcome: StandingOutcome;
  readonly against: readonly { readonly rule: string; readonly words: string }[];
  /** What it would pay; null where it pays nothing. */
  readonly fen: number | null;
}

/** What is decided, paid out or not: no rule is asked for it any more. */
export const decidedStates = [
  "approved",
  "done",
  "refused",
] as const satisfies readonly CaseState[];

/** Cases submitted in the last 90 days and decided since, that read one of the services' rules. */
export const pastCases = (
  today: Day,
  services: readonly string[],
): Prisma.ApplicationWhereInput => ({
  submittedAt: { gte: asDate(addDays(today, -TRIAL_DAYS)) },
  state: { in: [...decidedStates] },
  service: { in: [...services] },
});

/**
 * The decided cases judged again on the facts and values that they were decided on, once as they
 * were and once as if the new value had been in force. Nobody's record is read for it.
 */
export async function* judgedPast(
  hall: Hall,
  row: PolicyRow,
  where: Prisma.ApplicationWhereInput,
): AsyncGenerator<{ number: string; service: string; before: Verdict; after: Verdict }> {
  const { book, calendar } = await hall.policy.at();
  const cases = await hall.db.application.findMany({
    where,
    orderBy: { submittedAt: "desc" },
    take: MOST_PAST,
    omit: { findings: true, quote: true },
  });
  for (const [index, each] of cases.entries()) {
    if (index % TURN === TURN - 1) await new Promise((resume) => setImmediate(resume));
    const { input, facts, signIn = null } = openRecord(hall, each.record);
    const read = (each.policy as unknown as PolicyEntryJson[]).map(policyEntryFromJson);
    const entries = [...read, ...othersOf(book, read)];
    const now = wallClock(each.submittedAt);
    const today = now.toPlainDate();
    const service = applicationService(each.service);
    const verdict = (policy: PolicyBook): Verdict => {
      const filing = { on: today, signIn };
      const request = { facts, filing, now, today, policy, calendar, input };
      const { outcome, findings, faults } = judge(service, request);
      const all = [...findings, ...faults.map(({ finding }) => finding)];
      const stages = service.process.map((_, place) => reviewStageOf(service, place));
      const moves = stages.find((stage) => stage?.moves)?.moves;
      return {
        outcome,
        against: all
          .filter((finding) => finding.outcome !== "holds")
          .map(({ rule, words }) => ({ rule, words })),
        fen: outcome === "open" && moves ? Number(moves(request)) : null,
      };
    };
    yield {
      number: each.number,
      service: each.service,
      before: verdict(new PolicyBook(entries, each.rulesVersion)),
      after: verdict(new PolicyBook(asIfInForce(entries, row, today), "trial")),
    };
  }
}

/** Keys that the case didn't read: a rule that decides otherwise may come to them. */
const othersOf = (book: PolicyBook, read: readonly PolicyEntry[]): readonly PolicyEntry[] =>
  book
    .keys()
    .filter((key) => read.every((entry) => entry.key !== key))
    .flatMap((key) => book.history(key));

/** The values of a case with the new one in place of its key's; what had ended before stays. */
function asIfInForce(entries: readonly PolicyEntry[], row: PolicyRow, on: Day): PolicyEntry[] {
  const fresh = policyEntryOf(row);
  const ended = (entry: PolicyEntry) => entry.until !== null && isOnOrBefore(entry.until, on);
  const replaced = entries.filter((entry) => entry.key === fresh.key && !ended(entry));
  const first = replaced[0];
  if (!first) return [...entries];
  const kept = entries.filter((entry) => !replaced.includes(entry));
  return [...kept, { ...fresh, from: first.from, until: null }];
}
