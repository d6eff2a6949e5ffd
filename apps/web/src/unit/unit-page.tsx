import { directory } from "virtual:hall-directory";
import { listApplications } from "@hall/contracts/applications";
import { listEnrolledStudents } from "@hall/contracts/services/student-enrolment";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack } from "@hall/ui/layout";
import { LinkButton } from "@hall/ui/link";
import { LinkCard } from "@hall/ui/link-card";
import { PageHeader } from "@hall/ui/page-header";
import { Stat, StatRow } from "@hall/ui/stat";
import { ListTodo } from "lucide-react";
import type { HallActor } from "../api/session.ts";
import { useAnswer } from "../api/use-answer.ts";
import { RequireActor } from "../app/require-actor.tsx";
import { guidePath } from "../directory/service-path.ts";
import { listEndpointsOf } from "../lists/endpoints.ts";
import { WaitingList } from "./waiting-list.tsx";
import { words } from "./words.ts";

const enrolment = "student-enrolment";

/** The unit's day: what waits on top, then what can be done. */
export function UnitPage() {
  return (
    <RequireActor>
      {(actor) => (actor.kind === "agent" ? <Dashboard actor={actor} /> : <NotAUnit />)}
    </RequireActor>
  );
}

function NotAUnit() {
  return (
    <EmptyState title={words.person} actions={<LinkButton href="/">{words.home}</LinkButton>} />
  );
}

function Dashboard({ actor }: { actor: Extract<HallActor, { kind: "agent" }> }) {
  return (
    <>
      <PageHeader title={words.title(actor.unit.name)} lead={words.lead(actor.name)} />
      <Stack gap="large">
        <Waiting />
        <Figures />
        <UnitServices />
      </Stack>
    </>
  );
}

/** Lists that were begun and not filed. */
function Waiting() {
  const batches = useAnswer(listEndpointsOf(enrolment).batches, { query: { limit: 20 } });
  const waiting = batches.data?.items.filter(({ state }) => state !== "filed") ?? [];
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
          {waiting.map((batch) => (
            <WaitingList key={batch.id} batch={batch} />
          ))}
        </Stack>
      )}
    </section>
  );
}

function Figures() {
  const students = useAnswer(listEnrolledStudents, { query: { limit: 1 } });
  const cases = useAnswer(listApplications, { query: { open: "true", limit: 100 } });
  const counts = students.data?.counts;
  const stat = (state: "payable" | "paid" | "lapsed") => (
    <Stat
      label={words[state]}
      value={counts ? String(counts[state] ?? 0) : "–"}
      unit={words.people}
      href={`/unit/students?state=${state}`}
      linkText={words.see}
      {...(state === "lapsed" && (counts?.[state] ?? 0) > 0 ? { tone: "late" as const } : {})}
    />
  );
  return (
    <StatRow>
      {students.isError ? null : (
        <>
          {stat("payable")}
          {stat("lapsed")}
          {stat("paid")}
        </>
      )}
      <Stat
        label={words.open}
        value={cases.data ? String(cases.data.items.length) : "–"}
        unit={words.openUnit}
        href="/applications"
        linkText={words.seeCases}
      />
    </StatRow>
  );
}

function UnitServices() {
  return (
    <section aria-labelledby="unit-services">
      <h2 id="unit-services" className="mb-3 text-h2 font-semibold">
        {words.services}
      </h2>
      <Stack gap="small">
        {directory
          .filter(({ audience }) => audience === "unit")
          .map((entry) => (
            <LinkCard
              key={entry.code}
              href={guidePath(entry.code)}
              title={entry.name}
              note={entry.turnaround}
            />
          ))}
      </Stack>
    </section>
  );
}
