import { directory } from "virtual:hall-directory";
import type { AnswerOf } from "@hall/client/operation";
import type { listStandings } from "@hall/contracts/directory";
import { DateText } from "@hall/ui/date-text";
import { LinkCard } from "@hall/ui/link-card";
import { Badge, type BadgeTone } from "@hall/ui/status-badge";
import { servicePath } from "../directory/service-path.ts";
import { RemindButton } from "../refusals/remind-button.tsx";
import { words } from "./standing-words.ts";

export type Standing = AnswerOf<NonNullable<(typeof listStandings)["answer"]>>["items"][number];

const tones: Record<Standing["outcome"], BadgeTone> = {
  open: "solid",
  later: "waiting",
  counter: "waiting",
  refused: "quiet",
};

/** A service with what the rules say of it today; the whole card leads on. */
export function StandingCard({ item }: { item: Standing }) {
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
