import type { ReviewedCase } from "@hall/contracts/backoffice/review";
import type { FindingJson } from "@hall/contracts/findings";
import { FigureText } from "@hall/ui/figure-text";
import { Badge } from "@hall/ui/status-badge";
import { CalendarClock, CircleCheck, CircleX, Landmark } from "lucide-react";
import { Section } from "../app/section.tsx";
import { bySource, type ComparedFinding, compareFindings } from "./compare.ts";
import { words } from "./words.ts";

/** Every rule with its outcome and its figures, under the source that it stands on. */
export function CaseRules({ reviewed }: { readonly reviewed: ReviewedCase }) {
  const groups = bySource(compareFindings(reviewed.findings, reviewed.findingsNow));
  const isToday = reviewed.findingsNow.length > 0;
  return (
    <Section title={words.case.rules} note={isToday ? words.case.rulesNow : words.case.rulesThen}>
      {groups.length === 0 ? <p className="text-ink-soft">{words.case.noRules}</p> : null}
      {groups.map(({ citation, compared }) => (
        <section key={citation} className="pb-2">
          <h3 className="text-note text-ink-faint">{citation}</h3>
          <ul className="divide-y divide-line">
            {compared.map((one) => (
              <RuleLine
                key={`${one.finding.rule} ${one.finding.claim} ${one.finding.at}`}
                {...one}
              />
            ))}
          </ul>
        </section>
      ))}
    </Section>
  );
}

const looks = {
  holds: { Icon: CircleCheck, colour: "text-accent" },
  fails: { Icon: CircleX, colour: "text-refusal" },
  counter: { Icon: Landmark, colour: "text-warning" },
  later: { Icon: CalendarClock, colour: "text-warning" },
} as const satisfies Record<FindingJson["outcome"], unknown>;

function RuleLine({ finding, was }: ComparedFinding) {
  const { Icon, colour } = looks[finding.outcome];
  const holds = finding.outcome === "holds";
  return (
    <li className="flex gap-2 py-1">
      <Icon aria-hidden="true" className={`mt-[0.3em] size-[1.2em] shrink-0 ${colour}`} />
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-4">
        <span className="min-w-0">
          <span className={holds ? "sr-only" : `font-semibold ${colour}`}>
            {words.case.outcome[finding.outcome]}：
          </span>
          {holds ? finding.words : finding.message}
        </span>
        {finding.figures.map((figure) => (
          <span key={`${figure.role} ${figure.label}`} className="text-note text-ink-soft">
            {figure.label}：<FigureText value={figure.value} />
          </span>
        ))}
        {was ? <Badge tone="waiting">{words.case.wasOther(words.case.outcome[was])}</Badge> : null}
      </div>
      <span className="shrink-0 font-code text-note text-ink-faint">{finding.rule}</span>
    </li>
  );
}
