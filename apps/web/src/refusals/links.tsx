import type { GuideJson } from "@hall/contracts/directory";
import type { FindingLinks } from "@hall/ui/finding-cards";
import { later } from "@hall/ui/later";
import type { ReactNode } from "react";
import { guidePath, servicePath } from "../directory/service-path.ts";

// Most pages are never refused: what a card can do comes with the first card.
const CardActions = later(async () => (await import("./card-actions.tsx")).CardActions, {
  waiting: () => <span className="min-h-target" />,
});

/** Where a finding's rule, its remedy and the counter are. */
export function linksOf(guide: GuideJson | undefined): FindingLinks {
  return {
    serviceHref: servicePath,
    ruleHref: (rule) => `/rules/${rule}`,
    ...(guide
      ? {
          counter: {
            name: guide.counter.name,
            href: `${guidePath(guide.code)}#counter`,
            where: `${guide.counter.address}，${guide.counter.hours}`,
            phones: guide.counter.phone,
          },
        }
      : {}),
  };
}

type Judged = {
  /** What was judged, as it goes over the wire; absent where nothing was filled in yet. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** A further button of the page, such as the way to the field. */
  readonly more?: (finding: Parameters<NonNullable<FindingLinks["actions"]>>[0]) => ReactNode;
};

/** As `linksOf`, for what the machine has judged just now: remind me, ask a human, read aloud. */
export function refusalLinks(guide: GuideJson | undefined, judged: Judged = {}): FindingLinks {
  if (!guide) return linksOf(guide);
  return {
    ...linksOf(guide),
    actions: (finding) => (
      <CardActions
        service={guide.code}
        serviceName={guide.name}
        finding={finding}
        {...(judged.input ? { input: judged.input } : {})}
      >
        {judged.more?.(finding)}
      </CardActions>
    ),
  };
}
