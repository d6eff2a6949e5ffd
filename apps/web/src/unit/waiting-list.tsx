import { instantText } from "@hall/ui/date-text";
import { LinkCard } from "@hall/ui/link-card";
import { Badge, type BadgeTone } from "@hall/ui/status-badge";
import { FileSpreadsheet } from "lucide-react";
import { servicePath } from "../directory/service-path.ts";
import type { BatchSummary } from "../lists/endpoints.ts";
import { words } from "./words.ts";

/** A list on its way, with what it waits for. */
export function WaitingList({ batch }: { readonly batch: BatchSummary }) {
  const { id, service, fileName, createdAt } = batch;
  const { text, tone } = stateOf(batch);
  return (
    <LinkCard
      href={`${servicePath(service)}?list=${id}`}
      icon={<FileSpreadsheet />}
      title={fileName}
      note={instantText(createdAt)}
      aside={<Badge tone={tone}>{text}</Badge>}
    />
  );
}

function stateOf({ state, faultRows }: BatchSummary): { text: string; tone: BadgeTone } {
  if (state === "unreadable") return { text: words.unreadable, tone: "refused" };
  if (state !== "checked") return { text: words.checking, tone: "open" };
  return faultRows > 0
    ? { text: words.faults(faultRows), tone: "waiting" }
    : { text: words.noFaults, tone: "open" };
}
