import type { KeptNoticeJson } from "@hall/contracts/backoffice/notices";
import { Button } from "@hall/ui/button";
import { DateText, InstantText } from "@hall/ui/date-text";
import { Badge } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { words } from "./words.ts";

export interface NoticeAct {
  readonly kind: "edit" | "publish" | "withdraw";
  readonly notice: KeptNoticeJson;
}

type NoticeTableProps = {
  readonly notices: readonly KeptNoticeJson[];
  /** Absent for those who only read. */
  readonly onAct?: (act: NoticeAct) => void;
};

export function NoticeTable({ notices, onAct }: NoticeTableProps) {
  return (
    <Table
      caption={words.title}
      isCaptionHidden
      isDense
      rows={notices}
      rowKey={({ id }) => id}
      columns={columns}
      {...(onAct
        ? { rowActions: (notice: KeptNoticeJson) => <Acts notice={notice} onAct={onAct} /> }
        : {})}
    />
  );
}

type ActsProps = {
  readonly notice: KeptNoticeJson;
  readonly onAct: (act: NoticeAct) => void;
};

function Acts({ notice, onAct }: ActsProps) {
  const { state, title } = notice;
  if (state === "over" || state === "withdrawn") return null;
  const isDraft = state === "draft";
  return (
    <span className="flex flex-wrap justify-end gap-2">
      {isDraft ? (
        <>
          <Button
            size="small"
            aria-label={words.editNamed(title)}
            onPress={() => onAct({ kind: "edit", notice })}
          >
            {words.edit}
          </Button>
          <Button
            size="small"
            variant="primary"
            aria-label={words.publishNamed(title)}
            onPress={() => onAct({ kind: "publish", notice })}
          >
            {words.publish}
          </Button>
        </>
      ) : null}
      <Button
        size="small"
        aria-label={isDraft ? words.discardNamed(title) : words.withdrawNamed(title)}
        onPress={() => onAct({ kind: "withdraw", notice })}
      >
        {isDraft ? words.discard : words.withdraw}
      </Button>
    </span>
  );
}

const tones = {
  draft: "waiting",
  coming: "open",
  shown: "solid",
  over: "quiet",
  withdrawn: "quiet",
} as const;

const columns: readonly Column<KeptNoticeJson>[] = [
  {
    key: "title",
    title: words.heading,
    isRowHeader: true,
    cell: ({ title, state }) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        {title}
        <Badge tone={tones[state]}>{words.states[state]}</Badge>
      </span>
    ),
  },
  {
    key: "audience",
    title: words.audience,
    isNoWrap: true,
    cell: ({ audience }) => words.audiences[audience],
  },
  {
    key: "span",
    title: words.span,
    cell: ({ from, until }) => (
      <>
        <DateText value={from} />至<DateText value={until} />
      </>
    ),
  },
  {
    key: "drafted",
    title: words.drafted,
    cell: ({ draftedBy, draftedAt }) => (
      <>
        {draftedBy} <InstantText value={draftedAt} />
      </>
    ),
  },
  {
    key: "published",
    title: words.published,
    cell: ({ publishedBy, publishedAt }) =>
      publishedAt ? (
        <>
          {publishedBy} <InstantText value={publishedAt} />
        </>
      ) : null,
  },
];
