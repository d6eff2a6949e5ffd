import { problemOf } from "@hall/client/problem";
import type { GuideJson } from "@hall/contracts/directory";
import { Button } from "@hall/ui/button";
import { FindingCards } from "@hall/ui/finding-cards";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { refusalLinks } from "../refusals/links.tsx";
import { words } from "./words.ts";

type ViewRefusedProps = {
  readonly error: unknown;
  readonly guide: GuideJson | undefined;
  readonly onRetry: () => void;
};

/** What can't be looked at: the rules that refuse as cards, anything else as a problem. */
export function ViewRefused({ error, guide, onRetry }: ViewRefusedProps) {
  const problem = problemOf(error);
  if (problem.findings && problem.findings.length > 0) {
    return <FindingCards findings={problem.findings} {...refusalLinks(guide)} />;
  }
  return (
    <ProblemNotice problem={problem} actions={<Button onPress={onRetry}>{words.retry}</Button>} />
  );
}
