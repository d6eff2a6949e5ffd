import { useAct } from "@hall/client/use-act";
import { usePages } from "@hall/client/use-pages";
import { listOutbox, type OutboxMessage, resendMessage } from "@hall/contracts/backoffice/messages";
import { announce } from "@hall/ui/announce";
import { Button } from "@hall/ui/button";
import { InstantText } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { Pager } from "@hall/ui/pager";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { SelectField } from "@hall/ui/select-field";
import { Badge, type BadgeTone } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { Tabs } from "@hall/ui/tabs";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { call } from "../api/call.ts";
import { readAnew, useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { useStaff } from "../app/require-staff.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { TemplateTable } from "./template-table.tsx";
import { words } from "./words.ts";

const channels = ["sms", "email", "inbox"] as const;
const states = ["queued", "failing", "sent"] as const;
const TEMPLATES = "templates";

/** The outbox: each message with its state, and what the local stand-in received (NTF-1). */
export function OutboxPage() {
  const [search, setSearch] = useSearchParams();
  const channel = channels.find((known) => known === search.get("channel")) ?? "sms";
  const state = states.find((known) => known === search.get("state"));
  const application = search.get("application") ?? "";
  const pages = usePages();
  const outbox = useAnswer(
    listOutbox,
    {
      query: {
        channel,
        ...(state ? { state } : {}),
        ...(application ? { application } : {}),
        ...(pages.cursor ? { cursor: pages.cursor } : {}),
      },
    },
    { refetchInterval: 15_000 },
  );
  const narrow = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    pages.first();
    setSearch(next, { replace: true });
  };
  return (
    <>
      <StaffHeader title={words.title} lead={words.lead} />
      <Tabs
        label={words.channels}
        selected={search.get("channel") === TEMPLATES ? TEMPLATES : channel}
        onSelect={(id) => narrow("channel", id === "sms" ? "" : id)}
        items={[
          ...channels.map((id) => ({
            id,
            title: words.channel[id],
            content: (
              <>
                <Filters application={application} state={state} onNarrow={narrow} />
                <Awaited of={outbox} skeleton={{ shape: "table", count: 6 }}>
                  {({ items, nextCursor }) => (
                    <>
                      <Messages messages={items} />
                      <Pager
                        depth={pages.depth}
                        hasNext={nextCursor !== null}
                        onNext={() => pages.next(nextCursor)}
                        onPrevious={pages.previous}
                        onFirst={pages.first}
                      />
                    </>
                  )}
                </Awaited>
              </>
            ),
          })),
          { id: TEMPLATES, title: words.templates, content: <TemplateTable /> },
        ]}
      />
    </>
  );
}

type FiltersProps = {
  readonly application: string;
  readonly state: (typeof states)[number] | undefined;
  readonly onNarrow: (name: string, value: string) => void;
};

function Filters({ application, state, onNarrow }: FiltersProps) {
  return (
    <div className="mb-4 flex flex-wrap items-end gap-4">
      <CaseFilter
        key={application}
        application={application}
        onFind={(number) => onNarrow("application", number)}
      />
      <div className="w-full sm:w-64">
        <SelectField
          label={words.state}
          isRequired
          value={state ?? "any"}
          onChange={(value) => onNarrow("state", value === "any" ? "" : value)}
          options={[
            { value: "any", label: words.any },
            ...states.map((value) => ({ value, label: words.states[value] })),
          ]}
        />
      </div>
    </div>
  );
}

type CaseFilterProps = {
  readonly application: string;
  readonly onFind: (number: string) => void;
};

/** What went out for one case. */
function CaseFilter({ application, onFind }: CaseFilterProps) {
  const [typed, setTyped] = useState(application);
  const [isTried, setTried] = useState(false);
  const number = typed.replaceAll(/\s/g, "");
  const isWrong = number !== "" && !/^\d{9,24}$/.test(number);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isWrong) onFind(number);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-wrap items-end gap-2">
      <div className="w-full sm:w-64">
        <TextField
          label={words.case}
          inputMode="numeric"
          value={typed}
          onChange={setTyped}
          {...(isTried && isWrong ? { error: words.wrongCase } : {})}
        />
      </div>
      <Button type="submit">{words.find}</Button>
      {application ? (
        <Button variant="quiet" onPress={() => onFind("")}>
          {words.clear}
        </Button>
      ) : null}
    </form>
  );
}

function Messages({ messages }: { messages: readonly OutboxMessage[] }) {
  const isAdmin = useStaff().roles.includes("admin");
  const act = useAct(async (id: string) => {
    await call(resendMessage, { params: { id } });
    announce(words.resent);
    await readAnew(listOutbox);
  });
  if (messages.length === 0) {
    return <EmptyState title={words.none}>{words.noneLead}</EmptyState>;
  }
  return (
    <>
      {act.problem ? (
        <div className="mb-4">
          <ProblemNotice problem={act.problem} takesFocus />
        </div>
      ) : null}
      <Table
        caption={words.title}
        isCaptionHidden
        isDense
        rows={messages}
        rowKey={({ id }) => id}
        rowName={({ title }) => title}
        columns={columns}
        {...(isAdmin && messages.some(({ state }) => state === "failing")
          ? {
              rowActions: (message: OutboxMessage) => (
                <Resend
                  message={message}
                  isPending={act.isPending}
                  onResend={() => void act.run(message.id)}
                />
              ),
            }
          : {})}
      />
    </>
  );
}

type ResendProps = {
  readonly message: OutboxMessage;
  readonly isPending: boolean;
  readonly onResend: () => void;
};

function Resend({ message, isPending, onResend }: ResendProps) {
  if (message.state !== "failing") return null;
  return (
    <Button
      size="small"
      aria-label={words.resendNamed(message.title)}
      isDisabled={isPending}
      onPress={onResend}
    >
      {words.resend}
    </Button>
  );
}

const tones: Record<OutboxMessage["state"], BadgeTone> = {
  queued: "open",
  failing: "refused",
  sent: "solid",
  delivered: "solid",
};

const columns: readonly Column<OutboxMessage>[] = [
  {
    key: "state",
    title: words.state,
    cell: ({ state }) => <Badge tone={tones[state]}>{words.states[state]}</Badge>,
  },
  {
    key: "title",
    title: words.what,
    isRowHeader: true,
    cell: ({ title, localBody, lastError }) => (
      <>
        {title}
        {localBody ? (
          <span className="block font-normal whitespace-pre-line text-ink-soft">{localBody}</span>
        ) : null}
        {lastError ? (
          <span className="block text-note font-normal text-refusal">
            {words.error}：{lastError}
          </span>
        ) : null}
      </>
    ),
  },
  {
    key: "receiver",
    title: words.receiver,
    cell: ({ maskedReceiver, applicationNumber }) => (
      <>
        {maskedReceiver ?? ""}
        <span className="block font-code text-note text-ink-soft">{applicationNumber ?? ""}</span>
      </>
    ),
  },
  {
    key: "time",
    title: words.time,
    isNoWrap: true,
    cell: ({ createdAt, sentAt, attempts }) => (
      <>
        {words.created} <InstantText value={createdAt} />
        {sentAt ? (
          <span className="block">
            {words.sent} <InstantText value={sentAt} />
          </span>
        ) : null}
        {attempts > 1 ? (
          <span className="block text-note text-ink-soft">{words.attempts(attempts)}</span>
        ) : null}
      </>
    ),
  },
];
