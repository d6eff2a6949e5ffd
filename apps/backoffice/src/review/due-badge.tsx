import type { DueMark } from "@hall/contracts/backoffice/review";
import { Badge, type BadgeTone } from "@hall/ui/status-badge";
import { words } from "./words.ts";

const tones: Record<DueMark, BadgeTone> = {
  overdue: "refused",
  today: "waiting",
  "in-time": "quiet",
  paused: "quiet",
  "calendar-missing": "waiting",
};

/** How a case stands to its due date; nothing while there is time. */
export function DueBadge({ mark }: { readonly mark: DueMark }) {
  if (mark === "in-time") return null;
  return <Badge tone={tones[mark]}>{words.mark[mark]}</Badge>;
}
