import type { PublicRuleJson } from "@hall/contracts/rules";
import { Card } from "@hall/ui/card";
import { instantText } from "@hall/ui/date-text";
import { Badge } from "@hall/ui/status-badge";
import { words } from "./words.ts";

const tones = { granted: "solid", refused: "refused", elsewhere: "quiet" } as const;

/** So many show what a rule means; the rest is for who doubts. */
const SHOWN = 6;

/** The rows of the service's table that show the rule, each with what the system would say. */
export function RuleExamples({ examples }: Pick<PublicRuleJson, "examples">) {
  return (
    <Card title={words.examples} lead={examples.length > 0 ? words.examplesLead : words.noExamples}>
      <Listed examples={examples.slice(0, SHOWN)} />
      {examples.length > SHOWN ? (
        <details className="mt-3">
          <summary className="min-h-target cursor-pointer py-2 text-accent">
            {words.moreExamples(examples.length - SHOWN)}
          </summary>
          <Listed examples={examples.slice(SHOWN)} />
        </details>
      ) : null}
    </Card>
  );
}

function Listed({ examples }: Pick<PublicRuleJson, "examples">) {
  return (
    <ul className="divide-y divide-line">
      {examples.map((example) => (
        <li
          key={`${example.title} ${example.at}`}
          className="break-inside-avoid py-3 first:pt-0 last:pb-0"
        >
          <p className="flex items-baseline gap-3">
            <Badge tone={tones[example.outcome]}>{words.outcomes[example.outcome]}</Badge>
            <span className="min-w-0 font-semibold">{example.title}</span>
          </p>
          <p className="text-note text-ink-soft">
            {words.at}：{instantText(`${example.at}+08:00`)}
          </p>
          <p className="text-note text-ink-soft">
            {words.who}：{example.who}
          </p>
          {example.told ? (
            <p>
              {words.told}：{example.told}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
