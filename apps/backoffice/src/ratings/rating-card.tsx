import { useAct } from "@hall/client/use-act";
import {
  answerPoorRating,
  listPoorRatings,
  type PoorRating,
} from "@hall/contracts/backoffice/ratings";
import { ratingNames } from "@hall/domain/ratings";
import { Button } from "@hall/ui/button";
import { Card } from "@hall/ui/card";
import { InstantText, instantText } from "@hall/ui/date-text";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Badge } from "@hall/ui/status-badge";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { call } from "../api/call.ts";
import { readAnew } from "../api/use-answer.ts";
import { words } from "./words.ts";

type RatingProps = { readonly rating: PoorRating };

/** What somebody said of a case, and the answer to it. */
export function RatingCard({ rating }: RatingProps) {
  const { number, serviceName, maskedApplicant, stars, ratedAt, answer, hindrance } = rating;
  return (
    <Card
      title={words.of(serviceName, maskedApplicant)}
      lead={
        <>
          {words.number} <span className="font-code">{number}</span>，{words.rated}{" "}
          <InstantText value={ratedAt} />
        </>
      }
      aside={<Badge tone="refused">{ratingNames[stars]}</Badge>}
    >
      <Stack>
        <p className="max-w-text">{rating.words ?? words.noWords}</p>
        {answer !== null ? (
          <div className="border-l-3 border-accent-fill pl-4">
            <p>{answer}</p>
            <p className="text-note text-ink-soft">
              {words.by(rating.answeredBy ?? "", instantText(rating.answeredAt ?? ""))}
            </p>
          </div>
        ) : hindrance ? (
          <Notice>{hindrance}</Notice>
        ) : (
          <AnswerForm rating={rating} />
        )}
      </Stack>
    </Card>
  );
}

function AnswerForm({ rating: { number } }: RatingProps) {
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const said = text.trim();
  const act = useAct(async () => {
    await call(answerPoorRating, { params: { number }, body: { answer: said } });
    await readAnew(listPoorRatings);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (said) void act.run();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        <TextField
          label={words.answer}
          help={words.answerHelp}
          isRequired
          isLong
          maxLength={500}
          value={text}
          onChange={setText}
          {...(isTried && !said ? { error: words.needed } : {})}
        />
        <div>
          <Button
            type="submit"
            variant="primary"
            isPending={act.isPending}
            pendingText={words.sending}
          >
            {words.send}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
