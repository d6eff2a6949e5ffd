import { getAccountAsOf } from "@hall/contracts/account";
import { Button } from "@hall/ui/button";
import { DateField } from "@hall/ui/date-field";
import { parseDay } from "@hall/ui/date-text";
import { Stack } from "@hall/ui/layout";
import { PageHeader } from "@hall/ui/page-header";
import { PrintButton } from "@hall/ui/print-button";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Skeleton } from "@hall/ui/skeleton";
import { words as uiWords } from "@hall/ui/words";
import { CalendarClock } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { problemOf } from "../../api/problem.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { RequireActor } from "../../app/require-actor.tsx";
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
      <DayForm
        key={day ?? ""}
        day={day ?? ""}
        isPending={answer.isFetching}
        onAsk={(asked) => setAddress({ day: asked })}
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

type DayFormProps = {
  readonly day: string;
  readonly isPending: boolean;
  readonly onAsk: (day: string) => void;
};

function DayForm({ day, isPending, onAsk }: DayFormProps) {
  const [typed, setTyped] = useState(day);
  const [isTried, setTried] = useState(false);
  const read = parseDay(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (read) onAsk(read);
  };
  return (
    <form onSubmit={submit} noValidate className="print:hidden">
      <div className="flex flex-wrap items-start gap-4">
        <div className="w-full sm:w-64">
          <DateField
            label={words.day}
            help={words.dayHelp}
            name="day"
            isRequired
            value={typed}
            onChange={setTyped}
            {...(isTried && !read ? { error: uiWords.field.date } : {})}
          />
        </div>
        {/* Beside the boxes and not at the foot: a fault under one must not move it away. */}
        <div className="sm:pt-[3.55rem]">
          <Button
            type="submit"
            variant="primary"
            icon={<CalendarClock />}
            isPending={isPending}
            pendingText={words.asking}
          >
            {words.ask}
          </Button>
        </div>
      </div>
    </form>
  );
}
