import type { WaitingWork } from "@hall/contracts/unit-overview";
import { dateText } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack } from "@hall/ui/layout";
import { LinkCard } from "@hall/ui/link-card";
import { yuanText } from "@hall/ui/money";
import { Badge, type BadgeTone } from "@hall/ui/status-badge";
import { FilePen, FileSpreadsheet, GraduationCap, ListTodo, Wallet } from "lucide-react";
import { servicePath } from "../directory/service-path.ts";
import { words } from "./words.ts";

type List = Extract<WaitingWork, { kind: "list" }>;

/** What the unit has to do: first what has a last day, then lists that were begun. */
export function WaitingWorkList({ waiting }: { readonly waiting: readonly WaitingWork[] }) {
  const dated = waiting.filter(({ kind }) => kind !== "list");
  const lists = waiting.filter((each) => each.kind === "list");
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className="mb-3 text-h2 font-semibold">
        {words.waiting}
      </h2>
      {waiting.length === 0 ? (
        <EmptyState icon={<ListTodo />} title={words.nothing}>
          {words.nothingHelp}
        </EmptyState>
      ) : (
        <Stack gap="small">
          {[...dated, ...lists].map((work) => (
            <Work key={keyOf(work)} work={work} />
          ))}
        </Stack>
      )}
    </section>
  );
}

function keyOf(work: WaitingWork): string {
  if (work.kind === "list") return work.batch.id;
  return work.kind === "supplement" ? work.applicationNumber : `${work.kind} ${work.deadline}`;
}

function Work({ work }: { work: WaitingWork }) {
  if (work.kind === "list") return <ListCard list={work} />;
  if (work.kind === "season") return <SeasonCard season={work} />;
  const until = words.until(dateText(work.deadline));
  return work.kind === "payment" ? (
    <LinkCard
      href="/unit/students?state=payable"
      icon={<Wallet />}
      title={words.payment(work.people)}
      note={words.paymentNote}
      aside={<Badge tone="waiting">{until}</Badge>}
    />
  ) : (
    <LinkCard
      href={`/applications/${work.applicationNumber}`}
      icon={<FilePen />}
      title={words.supplement(work.serviceName)}
      note={words.caseNumber(work.applicationNumber)}
      aside={<Badge tone="waiting">{until}</Badge>}
    />
  );
}

/** The next year's enrolment is on: how far it has come, and until when parents pay. */
function SeasonCard({ season }: { season: Extract<WaitingWork, { kind: "season" }> }) {
  const { year, premiumFen, enrolled, deadline } = season;
  return (
    <LinkCard
      href={servicePath("student-enrolment")}
      icon={<GraduationCap />}
      title={words.season(year)}
      note={words.seasonNote(yuanText(premiumFen), enrolled)}
      aside={<Badge tone="waiting">{words.until(dateText(deadline))}</Badge>}
    />
  );
}

/** A list on its way: what it waits for, and the way straight to the rows that have to be mended. */
function ListCard({ list }: { list: List }) {
  const { batch, service, serviceName, deadline } = list;
  const { text, tone } = stateOf(batch);
  const rows = batch.totalRows > 0 ? words.rows(batch.totalRows) : null;
  return (
    <LinkCard
      href={`${servicePath(service)}?list=${batch.id}`}
      icon={<FileSpreadsheet />}
      title={batch.fileName}
      note={[serviceName, rows, words.kept(dateText(deadline))].filter(Boolean).join("，")}
      aside={<Badge tone={tone}>{text}</Badge>}
    />
  );
}

function stateOf({ state, faultRows }: List["batch"]): { text: string; tone: BadgeTone } {
  if (state === "unreadable") return { text: words.unreadable, tone: "refused" };
  if (state !== "checked") return { text: words.checking, tone: "open" };
  return faultRows > 0
    ? { text: words.faults(faultRows), tone: "waiting" }
    : { text: words.noFaults, tone: "open" };
}
