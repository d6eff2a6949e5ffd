import type { ReviewedCase } from "@hall/contracts/backoffice/review";
import { DateText } from "@hall/ui/date-text";
import { Money } from "@hall/ui/money";
import { Notice } from "@hall/ui/notice";
import { words } from "./words.ts";

const settled = new Set(["approved", "done", "refused", "withdrawn", "lapsed"]);

/** An approval is judged again on the facts of the day (REV-4): one that can't hold isn't offered. */
export const isApprovable = ({ outcomeNow }: ReviewedCase): boolean =>
  outcomeNow === null || outcomeNow === "open";

/** What a reviewer knows before deciding: the money, the second person, what stands in the way. */
export function CaseStanding({ reviewed }: { readonly reviewed: ReviewedCase }) {
  const { movesFen, firstApprovalBy, assignee, supplementUntil, hindrance } = reviewed;
  const isSettled = settled.has(reviewed.state);
  return (
    <>
      {movesFen === null ? null : (
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="text-ink-soft">{words.decision.moves}</span>
          <Money fen={movesFen} isFigure />
        </p>
      )}
      <SecondApproval reviewed={reviewed} />
      {isApprovable(reviewed) ? null : (
        <Notice tone="warning">{words.decision.outcomeChanged}</Notice>
      )}
      {hindrance && !isSettled ? <Notice tone="warning">{hindrance}</Notice> : null}
      {isSettled ? <p className="text-ink-soft">{words.decision.settled}</p> : null}
      {supplementUntil ? (
        <p>
          {words.decision.until}：<DateText value={supplementUntil} />
        </p>
      ) : null}
      {reviewed.checklist.length > 0 && !isSettled ? (
        <div>
          <h3 className="text-note text-ink-soft">{words.decision.checklist}</h3>
          <ol className="list-decimal pl-5">
            {reviewed.checklist.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ol>
        </div>
      ) : null}
      {assignee && !isSettled && !firstApprovalBy ? (
        <p className="text-note text-ink-soft">{words.decision.assignee(assignee.name)}</p>
      ) : null}
    </>
  );
}

function SecondApproval({ reviewed }: { reviewed: ReviewedCase }) {
  const { firstApprovalBy, needsSecondApproval, actions } = reviewed;
  if (firstApprovalBy) {
    const isTurn = actions.length > 0;
    return (
      <Notice>
        {isTurn
          ? words.decision.first(firstApprovalBy)
          : words.decision.waitsSecond(firstApprovalBy)}
      </Notice>
    );
  }
  return needsSecondApproval ? <Notice>{words.decision.second}</Notice> : null;
}
