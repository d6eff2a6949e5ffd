import { listStandings } from "@hall/contracts/directory";
import { Stack } from "@hall/ui/layout";
import { PageHeader } from "@hall/ui/page-header";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { RequireActor } from "../app/require-actor.tsx";
import { type Standing, StandingCard } from "./standing-card.tsx";
import { words } from "./standing-words.ts";

/** What I may do today, service by service; what not yet, from when (GDE-3). */
export function StandingPage() {
  return (
    <RequireActor>
      {() => (
        <>
          <PageHeader title={words.title} lead={words.lead} />
          <Standings />
        </>
      )}
    </RequireActor>
  );
}

function Standings() {
  const standings = useAnswer(listStandings, {});
  return (
    <Awaited of={standings} skeleton={{ shape: "card", count: 4 }}>
      {({ items }) => (
        <Stack gap="large">
          {groups.map(({ outcome, title }) => {
            const mine = items.filter((item) => item.outcome === outcome);
            if (mine.length === 0) return null;
            return (
              <section key={outcome} aria-labelledby={`standing-${outcome}`}>
                <h2 id={`standing-${outcome}`} className="mb-3 text-h2 font-semibold">
                  {title}
                  <span className="ml-3 text-body font-normal text-ink-soft">
                    {words.count(mine.length)}
                  </span>
                </h2>
                <Stack gap="small">
                  {mine.map((item) => (
                    <StandingCard key={item.service} item={item} />
                  ))}
                </Stack>
              </section>
            );
          })}
        </Stack>
      )}
    </Awaited>
  );
}

const groups: readonly { outcome: Standing["outcome"]; title: string }[] = [
  { outcome: "open", title: words.open },
  { outcome: "later", title: words.later },
  { outcome: "counter", title: words.counter },
  { outcome: "refused", title: words.refused },
];
