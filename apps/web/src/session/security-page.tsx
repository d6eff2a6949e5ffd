import { deviceName } from "@hall/client/device-name";
import type { AnswerOf } from "@hall/client/operation";
import { useAct } from "@hall/client/use-act";
import { endSession, listSessions } from "@hall/contracts/auth";
import { Button } from "@hall/ui/button";
import { Card } from "@hall/ui/card";
import { InstantText } from "@hall/ui/date-text";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { PageHeader } from "@hall/ui/page-header";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Badge } from "@hall/ui/status-badge";
import { Table } from "@hall/ui/table";
import { useState } from "react";
import { call } from "../api/call.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { ConfirmDialog } from "../app/later-dialogs.tsx";
import { RequireActor } from "../app/require-actor.tsx";
import { ChangePasswordForm } from "./change-password-form.tsx";
import { words } from "./words.ts";

type SessionRow = AnswerOf<NonNullable<(typeof listSessions)["answer"]>>["items"][number];

/** The sign-ins of this account, and its password (SGN-5). */
export function SecurityPage() {
  const [isChanged, setChanged] = useState(false);
  return (
    <RequireActor>
      {() => (
        <>
          <PageHeader title={words.security.title} lead={words.security.lead} />
          <Stack gap="large">
            <Card title={words.change.title}>
              <Stack>
                {isChanged ? (
                  <Notice tone="success" isLive>
                    {words.change.done}
                  </Notice>
                ) : null}
                <ChangePasswordForm onDone={() => setChanged(true)} />
              </Stack>
            </Card>
            <Sessions />
          </Stack>
        </>
      )}
    </RequireActor>
  );
}

function Sessions() {
  const sessions = useAnswer(listSessions, {});
  const [ending, setEnding] = useState<SessionRow | null>(null);
  const act = useAct(async (id: string) => {
    await call(endSession, { params: { id } });
    setEnding(null);
    await sessions.refetch();
  });
  return (
    <Card title={words.security.sessions} isFlush>
      <Awaited of={sessions} skeleton={{ shape: "table" }}>
        {({ items }) => (
          <div className="px-4 py-3 sm:px-6">
            <Table
              caption={words.security.sessions}
              isCaptionHidden
              rows={items}
              rowKey={({ id }) => id}
              rowName={({ device }) => deviceName(device)}
              empty={words.security.none}
              columns={columns}
              rowActions={(row) =>
                row.current ? (
                  <Badge tone="open">{words.security.current}</Badge>
                ) : row.ended ? (
                  <Badge>{words.security.ended}</Badge>
                ) : (
                  <Button
                    size="small"
                    aria-label={words.security.endNamed(deviceName(row.device))}
                    onPress={() => setEnding(row)}
                  >
                    {words.security.end}
                  </Button>
                )
              }
            />
          </div>
        )}
      </Awaited>
      <ConfirmDialog
        title={words.security.endTitle}
        isOpen={ending !== null}
        consequence={words.security.endConsequence(deviceName(ending?.device ?? ""))}
        confirmText={words.security.confirm}
        pendingText={words.security.pending}
        isPending={act.isPending}
        onConfirm={() => {
          if (ending) void act.run(ending.id);
        }}
        onCancel={() => setEnding(null)}
      >
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
      </ConfirmDialog>
    </Card>
  );
}

const columns = [
  {
    key: "device",
    title: words.security.device,
    isRowHeader: true,
    cell: (row: SessionRow) => deviceName(row.device),
  },
  {
    key: "method",
    title: words.security.method,
    cell: (row: SessionRow) => words.security.methods[row.method] ?? row.method,
  },
  { key: "address", title: words.security.address, cell: (row: SessionRow) => row.address },
  {
    key: "created",
    title: words.security.started,
    cell: (row: SessionRow) => <InstantText value={row.createdAt} />,
  },
  {
    key: "used",
    title: words.security.used,
    cell: (row: SessionRow) => <InstantText value={row.lastUsedAt} />,
  },
];
