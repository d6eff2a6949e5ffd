import { getHumanReview, type HumanReviewJson } from "@hall/contracts/human-reviews";
import { Card } from "@hall/ui/card";
import { dateText } from "@hall/ui/date-text";
import { FindingCards } from "@hall/ui/finding-cards";
import { Stack } from "@hall/ui/layout";
import { Link } from "@hall/ui/link";
import { PageHeader } from "@hall/ui/page-header";
import { Badge } from "@hall/ui/status-badge";
import { Timeline, type TimelineEntry } from "@hall/ui/timeline";
import { useParams } from "react-router";
import { guideOf } from "../api/family.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { RequireActor } from "../app/require-actor.tsx";
import { guidePath } from "../directory/service-path.ts";
import { linksOf } from "./links.tsx";
import { words } from "./words.ts";

/** One refusal before a human: what was judged, by when it is answered, and the answer (XPL-13). */
export function HumanReviewPage() {
  const { number = "" } = useParams();
  return <RequireActor>{() => <Known number={number} />}</RequireActor>;
}

function Known({ number }: { number: string }) {
  const review = useAnswer(getHumanReview, { params: { number } });
  return (
    <>
      {review.data ? null : <PageHeader title={words.reviews.title} />}
      <Awaited of={review} skeleton={{ shape: "card", count: 2 }}>
        {(answer) => <Review review={answer} />}
      </Awaited>
    </>
  );
}

function Review({ review }: { review: HumanReviewJson }) {
  const guide = useAnswer(guideOf(review.service), {}, { staleTime: 60_000 });
  const { answer, dueOn } = review;
  return (
    <>
      <PageHeader
        title={words.reviews.of(review.serviceName)}
        crumbs={[{ label: words.reviews.cases, href: "/applications" }, { label: review.number }]}
        meta={
          <Badge tone={answer ? "solid" : "open"}>
            {answer?.outcomeName ?? words.reviews.waiting}
          </Badge>
        }
      />
      <Stack gap="large">
        <Card title={answer ? words.reviews.answer : words.reviews.next}>
          <p className="text-lead">
            {answer ? words.reviews.nextSteps[answer.outcome] : words.reviews.nothingToDo}
          </p>
          {answer ? (
            <>
              <p className="mt-3 border-t border-line pt-3">{answer.words}</p>
              <p className="mt-3">
                <Link href={guidePath(review.service)}>{words.reviews.toService}</Link>
              </p>
            </>
          ) : (
            <p className="text-ink-soft">
              {dueOn ? words.reviews.due(dateText(dueOn)) : words.reviews.noDue}
            </p>
          )}
        </Card>
        <Card title={words.reviews.progress}>
          <Timeline label={words.reviews.progress} entries={entriesOf(review)} />
        </Card>
        <section aria-labelledby="judged">
          <h2 id="judged" className="mb-3 text-h3 font-semibold">
            {words.reviews.judged}
          </h2>
          <FindingCards findings={[review.finding]} headingLevel={3} {...linksOf(guide.data)} />
        </section>
      </Stack>
    </>
  );
}

function entriesOf({ words: said, submittedAt, dueOn, answer }: HumanReviewJson): TimelineEntry[] {
  const { steps, staff } = words.reviews;
  const asked: TimelineEntry = {
    id: "asked",
    state: "done",
    what: steps.asked,
    when: submittedAt,
    ...(said ? { note: words.reviews.said(said) } : {}),
  };
  if (!answer) {
    const due = dueOn ? { due: words.reviews.due(dateText(dueOn)) } : {};
    return [asked, { id: "now", state: "current", what: steps.waiting, ...due }];
  }
  const { at, outcomeName } = answer;
  return [
    asked,
    {
      id: "answered",
      state: "done",
      what: steps.answered,
      when: at,
      who: staff,
      note: outcomeName,
    },
  ];
}
