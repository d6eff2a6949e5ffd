import { listRules, type RuleHeadJson } from "@hall/contracts/rules";
import { Announce } from "@hall/ui/announce";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack } from "@hall/ui/layout";
import { Link } from "@hall/ui/link";
import { PageHeader } from "@hall/ui/page-header";
import { PrintButton } from "@hall/ui/print-button";
import { TextField } from "@hall/ui/text-field";
import { SearchX } from "lucide-react";
import { useSearchParams } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { guidePath } from "../directory/service-path.ts";
import { narrowed } from "./narrowed.ts";
import { words } from "./words.ts";

/** Every rule under its service, narrowed while one types (XPL-12). */
export function RulesPage() {
  const rules = useAnswer(listRules, {}, { staleTime: 3_600_000 });
  const [query, setQuery] = useSearchParams();
  const text = query.get("q") ?? "";
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} actions={<PrintButton />} />
      <Stack gap="large">
        <div className="max-w-field print:hidden">
          <TextField
            label={words.search}
            isRequired
            placeholder={words.placeholder}
            value={text}
            onChange={(value) => setQuery(value ? { q: value } : {}, { replace: true })}
          />
        </div>
        <Awaited of={rules} skeleton={{ shape: "text", count: 10 }}>
          {({ items }) => <Shown rules={narrowed(items, text)} isNarrowed={text.trim() !== ""} />}
        </Awaited>
      </Stack>
    </>
  );
}

function Shown({ rules, isNarrowed }: { rules: readonly RuleHeadJson[]; isNarrowed: boolean }) {
  const names = [...new Set(rules.map(({ serviceName }) => serviceName))];
  if (rules.length === 0) {
    return (
      <EmptyState icon={<SearchX />} title={words.none}>
        {words.noneHelp}
      </EmptyState>
    );
  }
  return (
    <>
      {isNarrowed ? <Announce>{words.found(rules.length)}</Announce> : null}
      {names.map((name) => (
        <Chapter
          key={name}
          name={name}
          rules={rules.filter(({ serviceName }) => serviceName === name)}
        />
      ))}
    </>
  );
}

function Chapter({ name, rules }: { name: string; rules: readonly RuleHeadJson[] }) {
  const service = rules[0]?.service;
  return (
    <section aria-label={name}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line pb-1">
        <h2 className="text-h3 font-semibold">{name}</h2>
        {service ? (
          <span className="text-note print:hidden">
            <Link href={guidePath(service)} aria-label={`${words.guide}：${name}`}>
              {words.guide}
            </Link>
          </span>
        ) : null}
      </div>
      <ul className="divide-y divide-line">
        {rules.map(({ code, sentences }) => (
          <li key={code} className="break-inside-avoid gap-4 py-3 sm:flex">
            <p className="w-16 shrink-0 font-code text-note leading-[1.94]">
              <Link href={`/rules/${code}`}>{code}</Link>
            </p>
            <ul
              className={`min-w-0 flex-1 marker:text-ink-faint ${sentences.length > 1 ? "list-disc pl-[1.25em]" : ""}`}
            >
              {sentences.map((sentence) => (
                <li key={sentence.words}>{sentence.words}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
