import type {
  LoanBasicsJson,
  LoanPlanJson,
  LoanRecordJson,
} from "@hall/contracts/services/housing-loan-query";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack } from "@hall/ui/layout";
import { LinkButton } from "@hall/ui/link";
import { Notice } from "@hall/ui/notice";
import { PageHeader } from "@hall/ui/page-header";
import { PrintButton } from "@hall/ui/print-button";
import { Skeleton } from "@hall/ui/skeleton";
import { Tabs } from "@hall/ui/tabs";
import { House } from "lucide-react";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { guideOf, viewOf } from "../api/family.ts";
import { useAnswer } from "../api/use-answer.ts";
import { RequireActor } from "../app/require-actor.tsx";
import { ViewRefused } from "../app/view-refused.tsx";
import { words as applyWords } from "../apply/words.ts";
import { guidePath } from "../directory/service-path.ts";
import { LoanBasics } from "./loan-basics.tsx";
import { LoanPlan } from "./loan-plan.tsx";
import { LoanRecord } from "./loan-record.tsx";
import { words } from "./words.ts";

const service = "housing-loan-query";
const basics = viewOf<LoanBasicsJson>(service, "basics");
const plan = viewOf<LoanPlanJson>(service, "repayment-plan");
const record = viewOf<LoanRecordJson>(service, "repayment-record");

/** The latest housing-fund loan in three views, each read when it is opened (HLQ-2). */
export function LoanPage() {
  return (
    <RequireActor>
      {() => (
        <>
          <PageHeader
            title={words.title}
            lead={words.lead}
            crumbs={[
              { label: words.menu, href: "/services" },
              { label: applyWords.guide, href: guidePath(service) },
              { label: words.crumb },
            ]}
            actions={<PrintButton />}
          />
          <Views />
        </>
      )}
    </RequireActor>
  );
}

function Views() {
  const [query, setQuery] = useSearchParams();
  const view = query.get("view") ?? "basics";
  return (
    <Tabs
      label={words.tabs.label}
      selected={["plan", "record"].includes(view) ? view : "basics"}
      onSelect={(id) => setQuery(id === "basics" ? {} : { view: id }, { replace: true })}
      items={[
        { id: "basics", title: words.tabs.basics, content: <BasicsView /> },
        { id: "plan", title: words.tabs.plan, content: <PlanView /> },
        { id: "record", title: words.tabs.record, content: <RecordView /> },
      ]}
    />
  );
}

function BasicsView() {
  const answer = useAnswer(basics, {});
  const loan = answer.data?.loan;
  return (
    <View answer={answer} isEmpty={loan === null} commercial={loan?.commercialPart}>
      {loan ? <LoanBasics loan={loan} /> : null}
    </View>
  );
}

function PlanView() {
  const answer = useAnswer(plan, {});
  const shown = answer.data?.plan;
  return (
    <View answer={answer} isEmpty={shown === null} commercial={shown?.commercialPart}>
      {shown ? <LoanPlan plan={shown} /> : null}
    </View>
  );
}

function RecordView() {
  const answer = useAnswer(record, {});
  const shown = answer.data?.record;
  return (
    <View answer={answer} isEmpty={shown === null} commercial={shown?.commercialPart}>
      {shown ? <LoanRecord record={shown} /> : null}
    </View>
  );
}

type ViewProps = {
  readonly answer: {
    readonly data: unknown;
    readonly isError: boolean;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly isEmpty: boolean;
  /** Where the commercial part of a combined loan is looked up (HLQ-3). */
  readonly commercial: { readonly name: string; readonly hint: string } | null | undefined;
  readonly children: ReactNode;
};

function View({ answer, isEmpty, commercial, children }: ViewProps) {
  const guide = useAnswer(guideOf(service), {}, { enabled: answer.isError, staleTime: 60_000 });
  if (answer.isError) {
    return (
      <div>
        <ViewRefused
          error={answer.error}
          guide={guide.data}
          onRetry={() => void answer.refetch()}
        />
      </div>
    );
  }
  if (answer.data === undefined) {
    return (
      <div>
        <Skeleton shape="card" count={2} />
      </div>
    );
  }
  return (
    <div>
      <Stack gap="large">
        {commercial ? (
          <Notice title={words.commercial}>
            {commercial.name}：{commercial.hint}
          </Notice>
        ) : null}
        {isEmpty ? (
          <EmptyState
            icon={<House />}
            title={words.none}
            actions={<LinkButton href={guidePath(service)}>{applyWords.fullGuide}</LinkButton>}
          >
            {words.noneHelp}
          </EmptyState>
        ) : (
          children
        )}
      </Stack>
    </div>
  );
}
