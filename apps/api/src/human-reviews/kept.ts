import type { FindingJson } from "@hall/contracts/findings";
import { type ReviewOutcome, reviewOutcomeNames } from "@hall/domain/human-reviews";
import type { Filing } from "@hall/domain/service";
import { serviceName } from "@hall/domain/services";
import { fromStored, toStored } from "@hall/domain/stored-json";
import { instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import { plainDay } from "../policy-shelf.ts";
import type { Prisma } from "../store/database.ts";

export type ReviewRow = Prisma.HumanReviewGetPayload<Record<string, never>>;

/** What the machine judged on, and what it found. */
export interface ReviewRecord {
  readonly finding: FindingJson;
  /** The domain's input; null where nothing was filled in. */
  readonly input: unknown;
  readonly facts: unknown;
  /** How one had signed in who was refused; absent in what was kept before it was. */
  readonly signIn?: Filing["signIn"];
  /** Numbers in the input by which facts were found. */
  readonly lookups: readonly string[];
}

export const sealReview = ({ cipher }: Hall, record: ReviewRecord): Uint8Array<ArrayBuffer> =>
  cipher.seal(JSON.stringify(toStored(record)));

export const openReview = ({ cipher }: Hall, sealed: Uint8Array): ReviewRecord =>
  fromStored(JSON.parse(cipher.open(sealed))) as ReviewRecord;

/** As its applicant sees it. */
export function reviewJson(hall: Hall, row: ReviewRow) {
  const { number, service, words, state, submittedAt, dueOn, outcome, answer, answeredAt } = row;
  const found = outcome as ReviewOutcome | null;
  return {
    number,
    service,
    serviceName: serviceName(service),
    finding: openReview(hall, row.record).finding,
    words,
    state: state as "waiting" | "answered",
    submittedAt: instantText(submittedAt),
    dueOn: dueOn && plainDay(dueOn).toString(),
    answer:
      found && answer && answeredAt
        ? {
            outcome: found,
            outcomeName: reviewOutcomeNames[found],
            words: answer,
            at: instantText(answeredAt),
          }
        : null,
  };
}
