import type { CaseProgressJson } from "@hall/contracts/services/case-progress";
import { dateText, parseDay } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack } from "@hall/ui/layout";
import { LinkButton } from "@hall/ui/link";
import { ClipboardList, Search } from "lucide-react";
import { useSearchParams } from "react-router";
import { askedViewOf } from "../api/family.ts";
import { useAnswer } from "../api/use-answer.ts";
import { DaysForm } from "../queries/days-form.tsx";
import { QueryPage } from "../queries/query-page.tsx";
import { ViewAnswer } from "../queries/view-answer.tsx";
import { ProgressTable } from "./progress-table.tsx";
import { words } from "./words.ts";

const service = "case-progress";
const casesView = askedViewOf<{ since?: string }, CaseProgressJson>(service, "cases");

/** Where each of one's cases is, from the window and online (CPQ-3, CPQ-4). */
export function CaseProgressPage() {
  return (
    <QueryPage
      service={service}
      title={words.title}
      lead={words.lead}
      from={{ label: words.crumb, href: "/services" }}
    >
      <Progress />
    </QueryPage>
  );
}

/** Asked from a first day of acceptance (CPQ-2); a day to come the rule refuses, in its words. */
function Progress() {
  const [address, setAddress] = useSearchParams();
  const since = parseDay(address.get("since") ?? "");
  const answer = useAnswer(casesView, { query: since ? { since } : {} });
  // The server's clock says which year it is: the field waits for it.
  const shownSince = since ?? answer.data?.since ?? "";
  return (
    <Stack gap="medium">
      <DaysForm
        key={shownSince}
        days={[{ name: "since", label: words.since }]}
        start={{ since: shownSince }}
        ask={words.ask}
        asking={words.asking}
        icon={<Search />}
        isPending={answer.isFetching}
        onAsk={(days) => setAddress(days, { replace: true })}
      />
      <ViewAnswer service={service} answer={answer} skeleton={{ shape: "table", count: 4 }}>
        {(shown) => <Cases shown={shown} />}
      </ViewAnswer>
    </Stack>
  );
}

function Cases({ shown }: { shown: CaseProgressJson }) {
  if (shown.cases.length === 0) {
    return (
      <EmptyState
        icon={<ClipboardList />}
        title={words.empty}
        actions={<LinkButton href="/services">{words.toServices}</LinkButton>}
      >
        {words.emptyHelp}
      </EmptyState>
    );
  }
  return (
    <div>
      <p className="mb-2 font-semibold">{words.shown(dateText(shown.since), shown.cases.length)}</p>
      <ProgressTable cases={shown.cases} />
    </div>
  );
}
