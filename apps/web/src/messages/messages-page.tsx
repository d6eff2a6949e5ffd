import { useAct } from "@hall/client/use-act";
import { usePages } from "@hall/client/use-pages";
import { listMessages, type MessageJson, readMessage } from "@hall/contracts/messages";
import { Button } from "@hall/ui/button";
import { InstantText } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack } from "@hall/ui/layout";
import { Link } from "@hall/ui/link";
import { PageHeader } from "@hall/ui/page-header";
import { Pager } from "@hall/ui/pager";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Badge } from "@hall/ui/status-badge";
import { Inbox } from "lucide-react";
import { call } from "../api/call.ts";
import { queryClient, useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { RequireActor } from "../app/require-actor.tsx";
import { MyReminders } from "../refusals/my-reminders.tsx";
import { words } from "./words.ts";

/** What the centre has told me, the newest first (NTF-3). */
export function MessagesPage() {
  return (
    <RequireActor>
      {() => (
        <>
          <PageHeader title={words.title} lead={words.lead} />
          <Stack gap="large">
            <MyReminders />
            <Messages />
          </Stack>
        </>
      )}
    </RequireActor>
  );
}

function Messages() {
  const pages = usePages();
  const messages = useAnswer(listMessages, {
    query: { limit: 20, ...(pages.cursor ? { cursor: pages.cursor } : {}) },
  });
  const act = useAct(async (id: string) => {
    await call(readMessage, { params: { id } });
    await queryClient.invalidateQueries({ queryKey: [listMessages.id] });
  });
  return (
    <Awaited of={messages} skeleton={{ shape: "card", count: 3 }}>
      {({ items, nextCursor }) =>
        items.length === 0 && pages.depth === 0 ? (
          <EmptyState icon={<Inbox />} title={words.empty}>
            {words.emptyHelp}
          </EmptyState>
        ) : (
          <>
            {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
            <ul className="divide-y divide-line rounded-card border border-line">
              {items.map((message) => (
                <Message key={message.id} message={message} onRead={act.run} />
              ))}
            </ul>
            <Pager
              depth={pages.depth}
              hasNext={nextCursor !== null}
              isPending={messages.isFetching}
              onNext={() => pages.next(nextCursor)}
              onPrevious={pages.previous}
            />
          </>
        )
      }
    </Awaited>
  );
}

type MessageProps = {
  readonly message: MessageJson;
  readonly onRead: (id: string) => Promise<void>;
};

function Message({ message, onRead }: MessageProps) {
  const { id, title, body, applicationNumber, createdAt, read } = message;
  return (
    <li className="flex flex-col gap-1 px-4 py-4 sm:px-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="flex items-baseline gap-3 font-semibold">
          {title}
          {read ? null : <Badge tone="open">{words.unread}</Badge>}
        </h2>
        <span className="text-note text-ink-soft">
          <InstantText value={createdAt} />
        </span>
      </div>
      <p className="max-w-page">{body}</p>
      <div className="flex flex-wrap items-center gap-x-4">
        {applicationNumber ? (
          <Link href={`/applications/${applicationNumber}`}>{words.toCase}</Link>
        ) : null}
        {read ? null : (
          <Button
            size="small"
            variant="quiet"
            aria-label={words.readNamed(title)}
            onPress={() => void onRead(id)}
          >
            {words.read}
          </Button>
        )}
      </div>
    </li>
  );
}
