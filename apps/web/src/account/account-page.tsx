import type { AccountJson } from "@hall/contracts/services/participation-certificate";
import { dateText } from "@hall/ui/date-text";
import { Stack } from "@hall/ui/layout";
import { LinkButton } from "@hall/ui/link";
import { PageHeader } from "@hall/ui/page-header";
import { PrintButton } from "@hall/ui/print-button";
import { Skeleton } from "@hall/ui/skeleton";
import { guideOf, viewOf } from "../api/family.ts";
import { useAnswer } from "../api/use-answer.ts";
import { RequireActor } from "../app/require-actor.tsx";
import { ViewRefused } from "../app/view-refused.tsx";
import { AccountLinks } from "./account-links.tsx";
import { Contributions, Totals } from "./contributions.tsx";
import { Course } from "./course.tsx";
import { HousingFund } from "./housing-fund.tsx";
import { PersonFacts } from "./person-facts.tsx";
import { words } from "./words.ts";

const service = "participation-certificate";
const account = viewOf<AccountJson>(service, "account");

/** The account as the counter sees it: who, what was paid, what is saved (PCT-6). */
export function AccountPage() {
  return <RequireActor>{() => <Account />}</RequireActor>;
}

function Account() {
  const answer = useAnswer(account, {});
  const guide = useAnswer(guideOf(service), {}, { staleTime: 60_000 });
  const day = answer.data?.asOf;
  return (
    <Stack gap="large">
      <div>
        <PageHeader
          title={words.title}
          lead={words.lead}
          meta={day ? words.asOf(dateText(day)) : " "}
          actions={
            <>
              <LinkButton href={`/services/${service}/apply`} variant="primary">
                {words.certificate}
              </LinkButton>
              <PrintButton />
            </>
          }
        />
        {answer.data ? (
          <Shown account={answer.data} />
        ) : answer.isError ? (
          <ViewRefused
            error={answer.error}
            guide={guide.data}
            onRetry={() => void answer.refetch()}
          />
        ) : (
          <Skeleton shape="card" count={4} />
        )}
      </div>
      {/* Not before what stands above it: it would move. */}
      {answer.isPending ? null : <AccountLinks />}
    </Stack>
  );
}

function Shown({ account: shown }: { account: AccountJson }) {
  return (
    <Stack gap="large">
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <PersonFacts person={shown.person} />
        <HousingFund housing={shown.housing} legacy={shown.legacy} />
      </div>
      <Contributions latest={shown.latest} />
      <Course />
      <Totals totals={shown.totals} />
    </Stack>
  );
}
