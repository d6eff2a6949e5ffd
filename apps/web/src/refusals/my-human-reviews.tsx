import { Card } from "@hall/ui/card";
import { DateText, InstantText } from "@hall/ui/date-text";
import { Link } from "@hall/ui/link";
import { Badge } from "@hall/ui/status-badge";
import { useHumanReviews } from "./use-human-reviews.ts";
import { words } from "./words.ts";

/** Refusals before a human, among one's cases; nothing where there are none. */
export function MyHumanReviews({ isOpenOnly }: { readonly isOpenOnly: boolean }) {
  const { data } = useHumanReviews();
  const shown = data?.items.filter(({ state }) => !isOpenOnly || state === "waiting") ?? [];
  if (shown.length === 0) return null;
  return (
    <div className="mt-6">
      <Card title={words.reviews.title}>
        <ul className="divide-y divide-line">
          {shown.map((each) => (
            <li key={each.number} className="py-3 first:pt-0 last:pb-0">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <Link href={`/human-reviews/${each.number}`}>{each.serviceName}</Link>
                <Badge tone={each.answer ? "solid" : "open"}>
                  {each.answer?.outcomeName ?? words.reviews.waiting}
                </Badge>
              </p>
              <p>{each.finding.message}</p>
              <p className="text-note text-ink-soft">
                {words.reviews.asked} <InstantText value={each.submittedAt} />
                {each.answer || !each.dueOn ? null : (
                  <>
                    {"，"}
                    <DateText value={each.dueOn} />
                    {words.reviews.by}
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
