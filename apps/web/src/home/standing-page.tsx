import { directory } from "virtual:hall-directory";
import type { AnswerOf } from "@hall/client/operation";
import { listStandings } from "@hall/contracts/directory";
import { DateText } from "@hall/ui/date-text";
import { Stack } from "@hall/ui/layout";
import { LinkCard } from "@hall/ui/link-card";
import { PageHeader } from "@hall/ui/page-header";
import { Badge, type BadgeTone } from "@hall/ui/status-badge";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { RequireActor } from "../app/require-actor.tsx";
import { servicePath } from "../directory/service-path.ts";
import { RemindButton } from "../refusals/remind-button.tsx";
import { words } from "./standing-words.ts";

type Standing = AnswerOf<NonNullable<(typeof listStandings)["answer"]>>["items"][number];

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
                    <ServiceCard key={item.service} item={item} />
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

const tones: Record<Standing["outcome"], BadgeTone> = {
  open: "solid",
  later: "waiting",
  counter: "waiting",
  refused: "quiet",
};

function ServiceCard({ item }: { item: Standing }) {
  const entry = directory.find(({ code }) => code === item.service);
  const name = entry?.name ?? item.service;
  return (
    <div className="flex flex-col gap-1">
      <LinkCard
        href={servicePath(item.service)}
        title={name}
        note={item.message ?? entry?.turnaround}
        aside={
          item.firstDay ? (
            <>
              <DateText value={item.firstDay} /> {words.from}
            </>
          ) : (
            <Badge tone={tones[item.outcome]}>{words.badge[item.outcome]}</Badge>
          )
        }
      />
      {item.firstDay && item.rule ? (
        <RemindButton
          service={item.service}
          serviceName={name}
          rule={item.rule}
          day={item.firstDay}
        />
      ) : null}
    </div>
  );
}
