import type { CaseProgressJson } from "@hall/contracts/services/case-progress";
import { DateText, InstantText } from "@hall/ui/date-text";
import { Link } from "@hall/ui/link";
import { Badge } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { words } from "./words.ts";

type Case = CaseProgressJson["cases"][number];

/** One line a case; those filed here lead to their own page. */
export function ProgressTable({ cases }: { readonly cases: readonly Case[] }) {
  return (
    <Table
      caption={words.caption}
      isCaptionHidden
      rows={cases}
      rowKey={({ channel, number }) => `${channel} ${number}`}
      rowName={({ matter }) => matter}
      rowMark={({ workingDaysLeft }) => ((workingDaysLeft ?? 0) < 0 ? "fault" : undefined)}
      columns={columns}
    />
  );
}

const columns: readonly Column<Case>[] = [
  {
    key: "matter",
    title: words.column.matter,
    isRowHeader: true,
    cell: ({ channel, matter, number }) => (
      <>
        {channel === "online" ? <Link href={`/applications/${number}`}>{matter}</Link> : matter}
        <span className="block font-code text-note font-normal text-ink-soft">{number}</span>
      </>
    ),
  },
  {
    key: "channel",
    title: words.column.channel,
    cell: ({ channel, channelName }) => (
      <Badge tone={channel === "counter" ? "open" : "quiet"}>{channelName}</Badge>
    ),
  },
  {
    key: "accepted",
    title: words.column.accepted,
    cell: ({ acceptedAt }) => <InstantText value={acceptedAt} />,
  },
  { key: "step", title: words.column.step, isNoWrap: true, cell: ({ step }) => step },
  {
    key: "due",
    title: words.column.due,
    cell: ({ dueOn, dueNote, workingDaysLeft }) => (
      <>
        {dueOn ? <DateText value={dueOn} /> : null}
        <span className="block text-note text-ink-soft">{dueNote}</span>
        {workingDaysLeft === null ? null : (
          <span className="block text-note">{words.left(workingDaysLeft)}</span>
        )}
      </>
    ),
  },
  { key: "result", title: words.column.result, cell: ({ result }) => result ?? words.open },
];
