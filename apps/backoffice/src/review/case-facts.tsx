import type { ReviewedCase } from "@hall/contracts/backoffice/review";
import type { FigureJson } from "@hall/contracts/findings";
import { FigureText } from "@hall/ui/figure-text";
import { KeyValue } from "@hall/ui/key-value";
import { type Column, Table } from "@hall/ui/table";
import { Section } from "../app/section.tsx";
import { type ComparedFact, compareFacts } from "./compare.ts";
import { words } from "./words.ts";

/**
 * What was on record when it was filed and what is today: what has changed side by side and first,
 * what hasn't once.
 */
export function CaseFacts({ reviewed }: { readonly reviewed: ReviewedCase }) {
  const facts = compareFacts(reviewed.factsThen, reviewed.factsNow);
  if (facts.length === 0) return null;
  const changed = facts.filter(({ isChanged }) => isChanged);
  return (
    <Section title={words.case.facts} note={words.case.factsLead(changed.length)}>
      {changed.length > 0 ? (
        <Table
          caption={words.case.changed}
          isDense
          rows={changed}
          rowKey={({ label }, index) => `${label} ${index}`}
          columns={columns}
        />
      ) : null}
      <KeyValue
        columns={2}
        items={facts
          .filter(({ isChanged }) => !isChanged)
          .map(({ label, now }) => ({ label, value: <FactText value={now} /> }))}
      />
    </Section>
  );
}

const columns: readonly Column<ComparedFact>[] = [
  { key: "label", title: words.case.item, isRowHeader: true, cell: ({ label }) => label },
  { key: "filed", title: words.case.filed, cell: ({ filed }) => <FactText value={filed} /> },
  {
    key: "now",
    title: words.case.now,
    cell: ({ now }) => (
      <span className="block min-w-24 font-semibold text-warning">
        <FactText value={now} />
      </span>
    ),
  },
];

function FactText({ value }: { value: FigureJson["value"] | null }) {
  return value ? <FigureText value={value} /> : words.case.absent;
}
