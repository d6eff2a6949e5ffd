import type {
  LoanBasicsJson,
  LoanPlanJson,
  LoanRecordJson,
} from "@hall/contracts/services/housing-loan-query";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack } from "@hall/ui/layout";
import { LinkButton } from "@hall/ui/link";
import { Notice } from "@hall/ui/notice";
import { Tabs } from "@hall/ui/tabs";
import { House } from "lucide-react";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { viewOf } from "../api/family.ts";
import { useAnswer } from "../api/use-answer.ts";
import { words as applyWords } from "../apply/words.ts";
import { guidePath } from "../directory/service-path.ts";
import { QueryPage } from "../queries/query-page.tsx";
import { ViewAnswer } from "../queries/view-answer.tsx";
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
    <QueryPage
      service={service}
      title={words.title}
      lead={words.lead}
      from={{ label: words.menu, href: "/services" }}
      crumb={words.crumb}
    >
      <Views />
    </QueryPage>
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

const skeleton = { shape: "card", count: 2 } as const;

function BasicsView() {
  const answer = useAnswer(basics, {});
  return (
    <ViewAnswer service={service} answer={answer} skeleton={skeleton}>
      {({ loan }) => <Latest of={loan}>{(shown) => <LoanBasics loan={shown} />}</Latest>}
    </ViewAnswer>
  );
}

function PlanView() {
  const answer = useAnswer(plan, {});
  return (
    <ViewAnswer service={service} answer={answer} skeleton={skeleton}>
      {(view) => <Latest of={view.plan}>{(shown) => <LoanPlan plan={shown} />}</Latest>}
    </ViewAnswer>
  );
}

function RecordView() {
  const answer = useAnswer(record, {});
  return (
    <ViewAnswer service={service} answer={answer} skeleton={skeleton}>
      {(view) => <Latest of={view.record}>{(shown) => <LoanRecord record={shown} />}</Latest>}
    </ViewAnswer>
  );
}

/** Where the commercial part of a combined loan is looked up (HLQ-3). */
interface Combined {
  readonly commercialPart: { readonly name: string; readonly hint: string } | null;
}

type LatestProps<Loan extends Combined> = {
  /** Null where nobody lent anything. */
  readonly of: Loan | null;
  readonly children: (loan: Loan) => ReactNode;
};

function Latest<Loan extends Combined>({ of: loan, children }: LatestProps<Loan>) {
  if (loan === null) {
    return (
      <EmptyState
        icon={<House />}
        title={words.none}
        actions={<LinkButton href={guidePath(service)}>{applyWords.fullGuide}</LinkButton>}
      >
        {words.noneHelp}
      </EmptyState>
    );
  }
  return (
    <Stack gap="large">
      {loan.commercialPart ? (
        <Notice title={words.commercial}>
          {loan.commercialPart.name}：{loan.commercialPart.hint}
        </Notice>
      ) : null}
      {children(loan)}
    </Stack>
  );
}
