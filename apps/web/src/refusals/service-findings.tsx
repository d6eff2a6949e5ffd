import type { FindingJson } from "@hall/contracts/findings";
import { FindingCards } from "@hall/ui/finding-cards";
import { guideOf } from "../api/family.ts";
import { useAnswer } from "../api/use-answer.ts";
import { refusalLinks } from "./links.tsx";

type ServiceFindingsProps = {
  readonly service: string;
  readonly findings: readonly FindingJson[];
  /** What was judged, as it goes over the wire. */
  readonly input?: Readonly<Record<string, unknown>>;
  readonly headingLevel?: 2 | 3;
};

/** The cards of a refusal where only the service's code is at hand, such as beside a list. */
export function ServiceFindings({ service, findings, input, headingLevel }: ServiceFindingsProps) {
  const guide = useAnswer(guideOf(service), {}, { staleTime: 60_000 });
  return (
    <FindingCards
      findings={findings}
      {...(headingLevel ? { headingLevel } : {})}
      {...refusalLinks(guide.data, input ? { input } : {})}
    />
  );
}
