import type { ReviewedCase } from "@hall/contracts/backoffice/review";
import { FigureList } from "@hall/ui/figure-text";
import { Section } from "../app/section.tsx";
import { words } from "./words.ts";

/** What the applicant wrote, to be held against the evidence above it. */
export function CaseFilledIn({ reviewed }: { readonly reviewed: ReviewedCase }) {
  if (reviewed.filledIn.length === 0) return null;
  return (
    <Section title={words.case.filledIn} note={words.case.filledInLead}>
      <FigureList figures={reviewed.filledIn} columns={2} />
    </Section>
  );
}
