import type { ReviewedCase } from "@hall/contracts/backoffice/review";
import type { FigureJson } from "@hall/contracts/findings";
import { FigureText } from "@hall/ui/figure-text";
import { FindingList } from "@hall/ui/finding-list";
import { Badge } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { Section } from "../app/section.tsx";
import {
  type ComparedFact,
  type ComparedFinding,
  compareFacts,
  compareFindings,
} from "./compare.ts";
import { words } from "./words.ts";

/** What was on record when it was filed, beside what is today. */
export function CaseFacts({ reviewed }: { readonly reviewed: ReviewedCase }) {
  const facts = compareFacts(reviewed.factsThen, reviewed.factsNow);
  if (facts.length === 0) return null;
  const changed = facts.filter(({ isChanged }) => isChanged).length;
  return (
    <Section title={words.case.facts} note={words.case.factsLead(changed)}>
      <Table
        caption={words.case.facts}
        isCaptionHidden
        isDense
        rows={facts}
        rowKey={({ label }, index) => `${label} ${index}`}
        columns={factColumns}
      />
    </Section>
  );
}

const factColumns: readonly Column<ComparedFact>[] = [
  {
    key: "label",
    title: words.case.item,
    isRowHeader: true,
    cell: ({ label }) => <span className="font-normal text-ink-soft">{label}</span>,
  },
  { key: "filed", title: words.case.filed, cell: ({ filed }) => <FactText value={filed} /> },
  {
    key: "now",
    title: words.case.now,
    cell: ({ now, isChanged }) =>
      isChanged ? (
        <span className="inline-flex flex-wrap items-center gap-2 font-semibold">
          <FactText value={now} />
          <Badge tone="waiting">{words.case.changed}</Badge>
        </span>
      ) : (
        <span className="text-ink-faint">{words.case.same}</span>
      ),
  },
];

function FactText({ value }: { value: FigureJson["value"] | null }) {
  return value ? <FigureText value={value} /> : words.case.absent;
}

/** Every rule with its outcome today, and what it was where that differs. */
export function CaseRules({ reviewed }: { readonly reviewed: ReviewedCase }) {
  const compared = compareFindings(reviewed.findings, reviewed.findingsNow);
  const isToday = reviewed.findingsNow.length > 0;
  return (
    <Section title={words.case.rules} note={isToday ? words.case.rulesNow : words.case.rulesThen}>
      {compared.length === 0 ? (
        <p className="text-ink-soft">{words.case.noRules}</p>
      ) : (
        <FindingList
          label={words.case.rules}
          findings={compared.map(({ finding, was }) => ({
            code: finding.rule,
            outcome: finding.outcome,
            message: finding.outcome === "holds" ? finding.words : finding.message,
            note: <RuleNote finding={finding} was={was} />,
          }))}
        />
      )}
    </Section>
  );
}

function RuleNote({ finding, was }: ComparedFinding) {
  return (
    <>
      {finding.figures.length > 0 ? (
        <span className="flex flex-wrap gap-x-4">
          {finding.figures.map((figure) => (
            <span key={`${figure.role} ${figure.label}`}>
              {figure.label}：<FigureText value={figure.value} />
            </span>
          ))}
        </span>
      ) : null}
      <span className="block text-ink-faint">{finding.citation.text}</span>
      {was ? <Badge tone="waiting">{words.case.wasOther(words.case.outcome[was])}</Badge> : null}
    </>
  );
}
