import { listStandings } from "@hall/contracts/directory";
import { getUnitOverview, type UnitOverview } from "@hall/contracts/unit-overview";
import { EmptyState } from "@hall/ui/empty-state";
import { Beside, Stack } from "@hall/ui/layout";
import { LinkButton } from "@hall/ui/link";
import { PageHeader } from "@hall/ui/page-header";
import type { HallActor } from "../api/session.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { RequireActor } from "../app/require-actor.tsx";
import { StandingCard } from "../home/standing-card.tsx";
import { FiledLists } from "./filed-lists.tsx";
import { UnitAgents, UnitCertificate, UnitPermissions } from "./unit-cards.tsx";
import { UnitFigures } from "./unit-figures.tsx";
import { WaitingWorkList } from "./waiting-work.tsx";
import { words } from "./words.ts";

/** The unit's day: what waits on top by its last day, what was filed, and what the unit may do. */
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
  const overview = useAnswer(getUnitOverview, {});
  return (
    <>
      <PageHeader
        title={actor.unit.name}
        lead={words.lead(actor.name)}
        meta={overview.data ? <Numbers unit={overview.data.unit} /> : null}
      />
      <Awaited of={overview} skeleton={{ shape: "card", count: 3 }}>
        {(answer) => (
          <Beside asideLabel={words.about} aside={<About overview={answer} />}>
            <Stack gap="large">
              <WaitingWorkList waiting={answer.waiting} />
              <UnitFigures employees={answer.employees} students={answer.students} />
              <FiledLists filed={answer.filed} />
              <UnitServices />
            </Stack>
          </Beside>
        )}
      </Awaited>
    </>
  );
}

const Numbers = ({ unit: { kindName, code, creditCode } }: Pick<UnitOverview, "unit">) => (
  <>
    <span>{kindName}</span>
    <span>{words.code(code)}</span>
    <span>{words.creditCode(creditCode)}</span>
  </>
);

function About({ overview }: { overview: UnitOverview }) {
  return (
    <Stack>
      <UnitCertificate certificate={overview.certificate} signedInBy={overview.signedInBy} />
      <UnitPermissions permissions={overview.permissions} />
      <UnitAgents agents={overview.agents} />
    </Stack>
  );
}

/** What the unit may do first; of the others, why not. */
const order = { open: 0, later: 1, counter: 2, refused: 3 } as const;

function UnitServices() {
  const standings = useAnswer(listStandings, {});
  return (
    <section aria-labelledby="unit-services">
      <h2 id="unit-services" className="mb-3 text-h2 font-semibold">
        {words.services}
      </h2>
      <Awaited of={standings} skeleton={{ shape: "card", count: 3 }}>
        {({ items }) => (
          <Stack gap="small">
            {[...items]
              .sort((a, b) => order[a.outcome] - order[b.outcome])
              .map((item) => (
                <StandingCard key={item.service} item={item} />
              ))}
          </Stack>
        )}
      </Awaited>
    </section>
  );
}
