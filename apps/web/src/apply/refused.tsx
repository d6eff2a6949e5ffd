import type { GuideJson, StandingJson } from "@hall/contracts/directory";
import { Card } from "@hall/ui/card";
import { FigureList } from "@hall/ui/figure-text";
import { FindingCards } from "@hall/ui/finding-cards";
import { Stack } from "@hall/ui/layout";
import { refusalLinks } from "../refusals/links.tsx";
import { words } from "./words.ts";

type RefusedProps = {
  readonly standing: StandingJson;
  readonly guide: GuideJson | undefined;
};

/** Not now: every reason with its figures, what would change it, and the way to the counter (XPL-1). */
export function Refused({ standing, guide }: RefusedProps) {
  return (
    <Stack gap="large">
      <div className="max-w-page">
        <p className="mb-4 text-ink-soft">{words.refused.lead}</p>
        <FindingCards findings={standing.findings} {...refusalLinks(guide)} />
      </div>
      {standing.facts.length > 0 ? (
        <Card title={words.refused.facts}>
          <FigureList figures={standing.facts} columns={2} />
        </Card>
      ) : null}
    </Stack>
  );
}
