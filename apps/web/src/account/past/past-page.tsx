import { problemOf } from "@hall/client/problem";
import { getAccountAsOf } from "@hall/contracts/account";
import { parseDay } from "@hall/ui/date-text";
import { Stack } from "@hall/ui/layout";
import { PageHeader } from "@hall/ui/page-header";
import { PrintButton } from "@hall/ui/print-button";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Skeleton } from "@hall/ui/skeleton";
import { CalendarClock } from "lucide-react";
import { useSearchParams } from "react-router";
import { useAnswer } from "../../api/use-answer.ts";
import { RequireActor } from "../../app/require-actor.tsx";
import { DaysForm } from "../../queries/days-form.tsx";
import { PastAccount } from "./past-account.tsx";
import { words } from "./words.ts";

/** My account and the parameters as they were on any past day (XPL-6). */
export function PastPage() {
  return (
    <RequireActor>
      {() => (
        <>
          <PageHeader
            title={words.title}
            lead={words.lead}
            crumbs={[{ label: words.crumb, href: "/account" }, { label: words.title }]}
            actions={<PrintButton />}
          />
          <Past />
        </>
      )}
    </RequireActor>
  );
}

function Past() {
  const [address, setAddress] = useSearchParams();
  const day = parseDay(address.get("day") ?? "");
  const answer = useAnswer(
    getAccountAsOf,
    { query: { day: day ?? "" } },
    { enabled: day !== undefined },
  );
  return (
    <Stack gap="large">
      <DaysForm
        key={day ?? ""}
        days={[{ name: "day", label: words.day, help: words.dayHelp }]}
        start={{ day: day ?? "" }}
        ask={words.ask}
        asking={words.asking}
        icon={<CalendarClock />}
        isPending={answer.isFetching}
        onAsk={setAddress}
      />
      {answer.isError ? (
        <ProblemNotice problem={problemOf(answer.error)} takesFocus />
      ) : answer.data ? (
        <PastAccount account={answer.data} />
      ) : day ? (
        <Skeleton shape="card" count={3} />
      ) : null}
    </Stack>
  );
}
