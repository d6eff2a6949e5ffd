import type { ApplicationJson } from "@hall/contracts/applications";
import { dateText } from "@hall/ui/date-text";
import { Timeline, type TimelineEntry } from "@hall/ui/timeline";
import { words } from "./words.ts";

const ended = ["done", "refused", "withdrawn", "lapsed"];

/** What happened, by whom, and what comes: the due date, or that the clock stands still (APP-7). */
export function CaseTimeline({ application }: { readonly application: ApplicationJson }) {
  return <Timeline entries={entriesOf(application)} label={words.page.progress} />;
}

function entriesOf({ steps, state, nextStep, dueOn, pausedOn }: ApplicationJson): TimelineEntry[] {
  const past = steps.map((step): TimelineEntry => {
    const isStop = ["refuse", "withdraw", "lapse"].includes(step.event);
    return {
      id: String(step.no),
      state: isStop ? "stopped" : "done",
      what: step.title,
      when: step.at,
      who: step.actorLabel,
      ...(step.note ? { note: step.note } : {}),
    };
  });
  if (ended.includes(state)) return past;
  const due = dueOn && !pausedOn ? { due: words.page.due(dateText(dueOn)) } : {};
  const now: TimelineEntry = pausedOn
    ? { id: "now", state: "paused", what: words.page.pausedTitle, when: pausedOn, note: nextStep }
    : { id: "now", state: "current", what: nextStep, ...due };
  return [...past, now, { id: "end", state: "upcoming", what: words.page.expected }];
}
