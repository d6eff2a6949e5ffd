import { getRule, type PublicRuleJson } from "@hall/contracts/rules";
import { Card } from "@hall/ui/card";
import { dateText } from "@hall/ui/date-text";
import { Stack } from "@hall/ui/layout";
import { Link } from "@hall/ui/link";
import { PageHeader } from "@hall/ui/page-header";
import { PrintButton } from "@hall/ui/print-button";
import { ReadAloud } from "@hall/ui/read-aloud";
import { Badge } from "@hall/ui/status-badge";
import { useParams } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { guidePath } from "../directory/service-path.ts";
import { RuleExamples } from "./rule-examples.tsx";
import { words } from "./words.ts";

const CODE = /^[A-Za-z]{2,6}-\d{1,3}$/;

/** One rule: its sentences with their source, its values over time, its examples (XPL-12). */
export function RulePage() {
  const { code = "" } = useParams();
  return CODE.test(code) ? <Known code={code.toUpperCase()} /> : <NotFoundPage />;
}

function Known({ code }: { code: string }) {
  const rule = useAnswer(getRule, { params: { code } }, { staleTime: 3_600_000 });
  return (
    <>
      <PageHeader
        title={rule.data ? `${code} ${rule.data.serviceName}` : code}
        crumbs={[{ label: words.back, href: "/rules" }, { label: code }]}
        actions={<PrintButton>{words.print}</PrintButton>}
      />
      <Awaited of={rule} skeleton={{ shape: "text", count: 6 }}>
        {(answer) => (
          <Stack gap="large">
            <Says rule={answer} />
            <Values parameters={answer.parameters} />
            <RuleExamples examples={answer.examples} />
          </Stack>
        )}
      </Awaited>
    </>
  );
}

function Says({ rule }: { rule: PublicRuleJson }) {
  const { service, serviceName, sentences } = rule;
  return (
    <Card
      title={words.says}
      lead={words.saysLead.rule}
      aside={<ReadAloud text={sentences.map((each) => each.words).join("。\n")} of={rule.code} />}
    >
      <ul className="divide-y divide-line">
        {sentences.map((sentence) => (
          <li key={sentence.words} className="break-inside-avoid py-3 first:pt-0 last:pb-0">
            <p className="flex items-baseline gap-3 text-lead">
              <Badge tone={sentence.kind === "rule" ? "open" : "quiet"}>
                {words.kinds[sentence.kind]}
              </Badge>
              <span className="min-w-0">{sentence.words}</span>
            </p>
            <p className="text-note text-ink-soft">
              {words.source}：{sentence.citation.text}
            </p>
          </li>
        ))}
      </ul>
      {service ? (
        <p className="mt-4 border-t border-line pt-3">
          <Link href={guidePath(service)}>
            {words.guide}：{serviceName}
          </Link>
        </p>
      ) : null}
    </Card>
  );
}

function Values({ parameters }: Pick<PublicRuleJson, "parameters">) {
  if (parameters.length === 0) return null;
  return (
    <Card title={words.values} lead={words.valuesLead}>
      <Stack>
        {parameters.map(({ key, name, values }) => (
          <section key={key} aria-label={name}>
            <h3 className="font-semibold">{name}</h3>
            <ul className="divide-y divide-line">
              {values.map((value) => (
                <li key={value.from} className="break-inside-avoid py-2">
                  <p className="flex flex-wrap items-baseline gap-x-3 text-note">
                    <span className="text-ink-soft">{spanText(value)}</span>
                    {value.isInForce ? <Badge tone="solid">{words.inForce}</Badge> : null}
                    <Badge tone={value.mark === "official" ? "open" : "waiting"}>
                      {words[value.mark]}
                    </Badge>
                  </p>
                  <p className="break-words">{value.words}</p>
                  <p className="text-note text-ink-soft">{value.source}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Stack>
    </Card>
  );
}

/** `until` is the first day on which it holds no longer; people name the last on which it does. */
function spanText({ from, until }: { from: string; until: string | null }): string {
  if (!until) return words.from(dateText(from));
  const last = new Date(Date.parse(`${until}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return words.span(dateText(from), dateText(last));
}
