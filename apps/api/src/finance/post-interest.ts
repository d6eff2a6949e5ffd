import type { Day } from "@hall/domain/dates";
import { interestDue, interestEffects } from "@hall/domain/housing-accounts";
import { type InterestPosting, lastPostingDay } from "@hall/domain/interest";
import type { PolicyReader } from "@hall/domain/policy";
import { interestUpTo } from "../effects/interest-mark.ts";
import { ledgerPosts } from "../effects/ledger-post.ts";
import { loadFacts } from "../facts/load.ts";
import type { Hall } from "../hall.ts";
import { commit, type Part, subjectUnchanged, untilCommitted } from "../store/commit.ts";
import { asDate } from "../store/database.ts";

/** Accounts that are looked up at once; each is credited by a write of its own. */
const AT_ONCE = 500;
/** Accounts that are credited at once, so that the worker's connections aren't all taken. */
const SIDE_BY_SIDE = 4;

interface Due {
  readonly number: string;
  readonly personId: string;
}

/**
 * Credits housing accounts with the interest of the posting day that came last (LDG-6), and answers
 * how many accounts it credited. The posting's business day is that day also where the run comes
 * later, and interest runs on from it. Run again it finds nothing.
 */
export async function postInterest(hall: Hall): Promise<number> {
  const today = hall.clock.now().toPlainDate();
  const { book } = await hall.policy.at();
  const last = lastPostingDay(book.on("housing.depositRate", today).postedOn, today);
  let credited = 0;
  for (let after = ""; ; ) {
    const due = await hall.db.housingAccount.findMany({
      where: {
        status: { not: "closed" },
        interestUpTo: { lt: asDate(last) },
        number: { gt: after },
      },
      select: { number: true, personId: true },
      orderBy: { number: "asc" },
      take: AT_ONCE,
    });
    for (let from = 0; from < due.length; from += SIDE_BY_SIDE) {
      const some = due.slice(from, from + SIDE_BY_SIDE);
      const done = await Promise.all(some.map((each) => credit(hall, each, book, today)));
      credited += done.filter(Boolean).length;
    }
    after = due.at(-1)?.number ?? "";
    if (due.length < AT_ONCE) return credited;
  }
}

/** False where there was nothing to do, or others moved the account again and again: the next run. */
async function credit(hall: Hall, due: Due, policy: PolicyReader, on: Day): Promise<boolean> {
  const outcome = await untilCommitted(async () => {
    const loaded = await loadFacts(hall, due.personId, ["housingAccount"]);
    const account = loaded?.facts.housingAccount;
    if (!loaded || account?.number !== due.number) return "nothing due";
    const postings = interestDue(account, on, policy);
    const upTo = postings.at(-1)?.on;
    if (!upTo) return "nothing due";
    const at = hall.clock.instant();
    return commit(
      hall.db,
      [subjectUnchanged(due.personId, loaded.subjectVersion)],
      [
        ...postings.flatMap((posting) => posted(account.number, posting, at)),
        interestUpTo("interest_mark", account.number, upTo),
      ],
    );
  });
  return outcome === "committed";
}

/** Nothing is posted for an account without money, which moves on all the same. */
function posted(
  accountNumber: string,
  { on, interestFen }: InterestPosting,
  at: Date,
): readonly Part[] {
  const postings = interestEffects(accountNumber, interestFen, "年度结息").map((effect) => ({
    id: `interest-${accountNumber}:${on.toString()}`,
    effect,
  }));
  return ledgerPosts(postings, { applicationNumber: null, today: on, at });
}
