import type { CaseProgressJson } from "@hall/contracts/services/case-progress";
import { dateText, parseDay } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack } from "@hall/ui/layout";
import { LinkButton } from "@hall/ui/link";
import { PageHeader } from "@hall/ui/page-header";
import { PrintButton } from "@hall/ui/print-button";
import { Skeleton } from "@hall/ui/skeleton";
import { ClipboardList } from "lucide-react";
import { useSearchParams } from "react-router";
import { askedViewOf, guideOf } from "../api/family.ts";
import { useAnswer } from "../api/use-answer.ts";
import { RequireActor } from "../app/require-actor.tsx";
import { ViewRefused } from "../app/view-refused.tsx";
import { words as applyWords } from "../apply/words.ts";
import { guidePath } from "../directory/service-path.ts";
import { ProgressTable } from "./progress-table.tsx";
import { SinceForm } from "./since-form.tsx";
import { words } from "./words.ts";

const service = "case-progress";
const casesView = askedViewOf<{ since?: string }, CaseProgressJson>(service, "cases");

/** Where each of one's cases is, from the window and online (CPQ-3, CPQ-4). */
export function CaseProgressPage() {
  return (
    <RequireActor>
      {() => (
        <>
          <PageHeader
            title={words.title}
            lead={words.lead}
            crumbs={[
              { label: words.crumb, href: "/services" },
              { label: applyWords.guide, href: guidePath(service) },
              { label: words.title },
            ]}
            actions={<PrintButton />}
          />
          <Progress />
        </>
      )}
    </RequireActor>
  );
}

function Progress() {
  const [address, setAddress] = useSearchParams();
  const since = parseDay(address.get("since") ?? "");
  const answer = useAnswer(casesView, { query: since ? { since } : {} });
  const guide = useAnswer(guideOf(service), {}, { enabled: answer.isError, staleTime: 60_000 });
  const shown = answer.data;
  return (
    <Stack gap="medium">
      <SinceForm
        // The server's clock says which year it is: the field waits for it.
        key={since ?? shown?.since ?? ""}
        since={since ?? shown?.since ?? ""}
        isPending={answer.isFetching}
        onAsk={(day) => setAddress({ since: day }, { replace: true })}
      />
      {answer.isError ? (
        <ViewRefused
          error={answer.error}
          guide={guide.data}
          onRetry={() => void answer.refetch()}
        />
      ) : shown ? (
        <Cases shown={shown} />
      ) : (
        <Skeleton shape="table" count={4} />
      )}
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
