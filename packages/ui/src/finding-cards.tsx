import type { FindingJson } from "@hall/contracts/findings";
import type { ReactNode } from "react";
import { FigureText } from "./figure-text.tsx";
import { type FindingLine, FindingList } from "./finding-list.tsx";
import { type RefusalCardProps, RefusalStack } from "./refusal-card.tsx";

/** What a page adds to a finding: where its rule, its source and the counter are, and what to do. */
export type FindingLinks = {
  readonly ruleHref?: (rule: string) => string;
  readonly serviceHref?: (service: string) => string;
  readonly counter?: RefusalCardProps["counter"];
  readonly actions?: (finding: FindingJson) => ReactNode;
};

/**
 * The card of a finding that refuses. Findings come from standing, check, problem and application
 * in the same shape, so that a refusal looks the same wherever it is met.
 */
export function refusalOf(finding: FindingJson, links: FindingLinks = {}): RefusalCardProps {
  const main = (role: "required" | "actual" | "gap") =>
    finding.figures.find((candidate) => candidate.role === role);
  const figure = (role: "required" | "actual" | "gap") => {
    const found = main(role);
    return found && { label: found.label, value: <FigureText value={found.value} /> };
  };
  const shown = [main("required"), main("actual"), main("gap")];
  const details = finding.figures.filter((candidate) => !shown.includes(candidate));
  const actions = links.actions?.(finding);
  const remedyHref = finding.remedy?.service && links.serviceHref?.(finding.remedy.service);
  return {
    outcome: finding.outcome === "holds" ? "fails" : finding.outcome,
    message: finding.message,
    claim: finding.words,
    code: finding.rule,
    citation: { text: finding.citation.text },
    required: figure("required"),
    own: figure("actual"),
    gap: figure("gap"),
    figures: details.map(({ label, value }) => ({ label, value: <FigureText value={value} /> })),
    ...(finding.remedy ? { remedy: finding.remedy.text } : {}),
    ...(remedyHref ? { remedyHref } : {}),
    ...(finding.firstDay ? { firstDay: finding.firstDay } : {}),
    ...(links.ruleHref ? { codeHref: links.ruleHref(finding.rule) } : {}),
    ...(links.counter ? { counter: links.counter } : {}),
    ...(actions ? { actions } : {}),
  };
}

export type FindingCardsProps = FindingLinks & {
  readonly findings: ReadonlyArray<FindingJson>;
  readonly headingLevel?: 2 | 3;
};

/** A card for each finding that doesn't hold; nothing when all hold. */
export function FindingCards({ findings, headingLevel = 2, ...links }: FindingCardsProps) {
  const refusing = findings.filter((finding) => finding.outcome !== "holds");
  if (refusing.length === 0) return null;
  return (
    <RefusalStack
      headingLevel={headingLevel}
      refusals={refusing.map((finding) => refusalOf(finding, links))}
    />
  );
}

export type FindingTableProps = {
  readonly findings: ReadonlyArray<FindingJson>;
  readonly label?: string;
};

/** Every rule with its outcome and its figures, for a reviewer and for who wants to know. */
export function FindingOverview({ findings, label }: FindingTableProps) {
  const lines: FindingLine[] = findings.map((finding) => ({
    code: finding.rule,
    outcome: finding.outcome,
    message: finding.outcome === "holds" ? finding.words : finding.message,
    note: <Figures finding={finding} />,
  }));
  return <FindingList findings={lines} {...(label ? { label } : {})} />;
}

function Figures({ finding }: { finding: FindingJson }) {
  if (finding.figures.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-x-4">
      {finding.figures.map((figure) => (
        <span key={`${figure.role} ${figure.label}`}>
          {figure.label}：<FigureText value={figure.value} />
        </span>
      ))}
    </span>
  );
}
