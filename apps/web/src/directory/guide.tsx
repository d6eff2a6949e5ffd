import { policyNames } from "virtual:hall-policy-names";
import type { GuideJson } from "@hall/contracts/directory";
import { dateText } from "@hall/ui/date-text";
import { DescriptionSection } from "@hall/ui/description-section";
import { Stack } from "@hall/ui/layout";
import { Link } from "@hall/ui/link";
import { Badge } from "@hall/ui/status-badge";
import { useEffect } from "react";
import { CounterFacts } from "./counter-facts.tsx";
import { GuideEvidence } from "./guide-evidence.tsx";
import { Turnaround } from "./guide-turnaround.tsx";
import { words } from "./words.ts";

type Rule = GuideJson["rules"][number];

/** What the guide says, made from the definition that decides. */
export function Guide({ guide }: { readonly guide: GuideJson }) {
  // The browser looked for the place before the guide was there: a refusal's link to its rule.
  useEffect(() => {
    const id = decodeURIComponent(window.location.hash.slice(1));
    if (id) document.getElementById(id)?.scrollIntoView();
  }, []);
  return (
    <Stack gap="large">
      <DescriptionSection title={words.guide.forWhom}>
        <p>{guide.forWhom}</p>
      </DescriptionSection>
      <DescriptionSection title={words.guide.steps} points={guide.steps} isNumbered />
      <Turnaround turnaround={guide.turnaround} measured={guide.measured} />
      <GuideEvidence guide={guide} />
      {guide.forms.length > 0 ? (
        <DescriptionSection
          title={words.guide.forms}
          points={guide.forms.map(({ title, note }) => `${title}：${note}`)}
        />
      ) : null}
      {guide.notes.length > 0 ? (
        <DescriptionSection title={words.guide.notes} points={guide.notes} />
      ) : null}
      <Rules rules={guide.rules} />
      <Counter counter={guide.counter} />
    </Stack>
  );
}

function Rules({ rules }: { rules: readonly Rule[] }) {
  return (
    <section aria-labelledby="rules">
      <h2 id="rules" className="text-h3 font-semibold">
        {words.guide.rules}
      </h2>
      <p className="mb-3 break-after-avoid text-note text-ink-soft">{words.guide.rulesLead}</p>
      <ol className="divide-y divide-line border-y border-line">
        {byCode(rules).map(({ code, sentences, parameters }) => (
          <li key={code} id={`rule-${code}`} className="break-inside-avoid py-4">
            <div className="gap-4 sm:flex">
              <p className="w-[4.6em] shrink-0 font-code whitespace-nowrap text-note leading-[1.94]">
                <Link href={`/rules/${code}`}>{code}</Link>
              </p>
              <div className="min-w-0 flex-1">
                {sentences.map((rule) => (
                  <div key={rule.words} className="mb-2 last:mb-0">
                    <p>{rule.words}</p>
                    <p className="text-note text-ink-soft">
                      {words.guide.source}：{rule.citation.text}
                    </p>
                  </div>
                ))}
                <Parameters parameters={parameters} />
              </div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The rules under their codes, each code once, and each value at the first rule that reads it. */
function byCode(rules: readonly Rule[]) {
  const shown = new Set<string>();
  return [...new Set(rules.map(({ code }) => code))].map((code) => {
    const sentences = rules.filter((rule) => rule.code === code);
    const parameters = sentences
      .flatMap((rule) => rule.parameters)
      .filter(({ key }) => {
        const isNew = !shown.has(key);
        shown.add(key);
        return isNew;
      });
    return { code, sentences, parameters };
  });
}

/** The values in force that the rule reads, each marked official or sample (POL-3). */
function Parameters({ parameters }: Pick<Rule, "parameters">) {
  if (parameters.length === 0) return null;
  return (
    <dl className="mt-2 rounded-card bg-wash px-4 py-1 text-note print:px-0">
      {parameters.map((parameter) => (
        <div key={parameter.key} className="border-b border-line py-2 last:border-b-0">
          <dt className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-semibold">{policyNames[parameter.key] ?? parameter.key}</span>
            <Badge tone={parameter.mark === "official" ? "open" : "waiting"}>
              {words.guide[parameter.mark]}
            </Badge>
            <span className="text-ink-soft">{words.guide.from(dateText(parameter.from))}</span>
          </dt>
          <dd>
            <span className="break-words">{parameter.value}</span>
            <span className="block text-ink-soft">{parameter.source}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Counter({ counter }: Pick<GuideJson, "counter">) {
  return (
    <section id="counter" aria-labelledby="counter-title" className="break-inside-avoid">
      <h2 id="counter-title" className="mb-2 text-h3 font-semibold">
        {words.guide.counter}
      </h2>
      <CounterFacts counter={counter} />
    </section>
  );
}
