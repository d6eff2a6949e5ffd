import { useAct } from "@hall/client/use-act";
import { usePages } from "@hall/client/use-pages";
import {
  type KeptNoticeJson,
  listKeptNotices,
  publishNotice,
  withdrawNotice,
} from "@hall/contracts/backoffice/notices";
import { dateText } from "@hall/ui/date-text";
import { ConfirmDialog } from "@hall/ui/dialog";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { Pager } from "@hall/ui/pager";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { useState } from "react";
import { call } from "../api/call.ts";
import { readAnew, useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { useStaff } from "../app/require-staff.tsx";
import { Section } from "../app/section.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { NoticeForm } from "./notice-form.tsx";
import { type NoticeAct, NoticeTable } from "./notice-table.tsx";
import { words } from "./words.ts";

/** What the centre tells on the hall's home page: drafted first, then published. */
export function NoticesPage() {
  const { roles } = useStaff();
  const manages = roles.includes("policy") || roles.includes("admin");
  const pages = usePages();
  const notices = useAnswer(
    listKeptNotices,
    { query: pages.cursor ? { cursor: pages.cursor } : {} },
    { keeps: true },
  );
  const [edited, setEdited] = useState<KeptNoticeJson | null>(null);
  const [chosen, setChosen] = useState<NoticeAct | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const choose = (act: NoticeAct) => {
    setDone(null);
    if (act.kind === "edit") setEdited(act.notice);
    else setChosen(act);
  };
  return (
    <>
      <StaffHeader title={words.title} lead={words.lead} />
      <Stack gap="medium">
        {done ? (
          <Notice tone="success" isLive>
            {done}
          </Notice>
        ) : null}
        <Awaited of={notices} skeleton={{ shape: "table" }}>
          {({ items, nextCursor }) =>
            items.length === 0 ? (
              <EmptyState title={words.none}>{words.noneLead}</EmptyState>
            ) : (
              <>
                <NoticeTable notices={items} {...(manages ? { onAct: choose } : {})} />
                <Pager
                  depth={pages.depth}
                  hasNext={nextCursor !== null}
                  onNext={() => pages.next(nextCursor)}
                  onPrevious={pages.previous}
                  onFirst={pages.first}
                />
              </>
            )
          }
        </Awaited>
        {manages ? (
          <Section title={edited ? words.change(edited.title) : words.draft}>
            <NoticeForm
              key={edited?.id ?? "new"}
              edited={edited}
              onSaved={(title) => {
                setEdited(null);
                setDone(words.saved(title));
              }}
              onLeave={() => setEdited(null)}
            />
          </Section>
        ) : null}
      </Stack>
      <Confirm
        act={chosen}
        onDone={(told) => {
          setChosen(null);
          setDone(told);
        }}
        onCancel={() => setChosen(null)}
      />
    </>
  );
}

type ConfirmProps = {
  readonly act: NoticeAct | null;
  readonly onDone: (told: string) => void;
  readonly onCancel: () => void;
};

function Confirm({ act, onDone, onCancel }: ConfirmProps) {
  const notice = act?.notice;
  const isPublishing = act?.kind === "publish";
  const doing = useAct(async ({ id, version, title }: KeptNoticeJson) => {
    const operation = isPublishing ? publishNotice : withdrawNotice;
    await call(operation, { params: { id }, body: { version } });
    onDone(isPublishing ? words.isPublished(title) : words.isWithdrawn(title));
    await readAnew(listKeptNotices);
  });
  return (
    <ConfirmDialog
      title={isPublishing ? words.publishTitle : words.withdrawTitle}
      isOpen={act !== null}
      consequence={
        notice && isPublishing
          ? words.publishConsequence(
              words.audiences[notice.audience],
              dateText(notice.from),
              dateText(notice.until),
            )
          : words.withdrawConsequence(notice?.title ?? "")
      }
      confirmText={isPublishing ? words.publish : words.withdraw}
      isDanger={!isPublishing}
      isPending={doing.isPending}
      pendingText={isPublishing ? words.publishing : words.withdrawing}
      onConfirm={() => {
        if (notice) void doing.run(notice);
      }}
      onCancel={() => {
        doing.clear();
        onCancel();
      }}
    >
      {doing.problem ? <ProblemNotice problem={doing.problem} takesFocus /> : null}
      {notice && isPublishing ? (
        <>
          <p className="font-semibold">{notice.title}</p>
          <p className="whitespace-pre-line">{notice.body}</p>
        </>
      ) : null}
    </ConfirmDialog>
  );
}
