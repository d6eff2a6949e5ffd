import { useAct } from "@hall/client/use-act";
import { askHumanReview, listHumanReviews } from "@hall/contracts/human-reviews";
import { call } from "../api/call.ts";
import { answered, keyFor } from "../api/confirmed-submission.ts";
import type { HallActor } from "../api/session.ts";
import { queryClient, useAnswer } from "../api/use-answer.ts";

/** Refusals that I have put before a human, the newest first. */
export const useHumanReviews = () => useAnswer(listHumanReviews, {}, { staleTime: 60_000 });

export interface Asked {
  readonly service: string;
  readonly claim: string;
  readonly at?: string;
  readonly input?: Readonly<Record<string, unknown>>;
}

/** Puts one refusal before a human; the answer is in the list of reviews afterwards. */
export function useAskHuman(actor: HallActor, asked: Asked, onAsked: () => void) {
  return useAct(async (words: string) => {
    const purpose = `human-review.${asked.service}.${asked.claim}`;
    const body = { ...asked, words };
    const idempotencyKey = keyFor(purpose, actor.id, body);
    await call(askHumanReview, { body, idempotencyKey });
    answered(purpose);
    await queryClient.invalidateQueries({ queryKey: [listHumanReviews.id] });
    onAsked();
  });
}
