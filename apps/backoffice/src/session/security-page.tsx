import { deviceName } from "@hall/client/device-name";
import { useAct } from "@hall/client/use-act";
import { endSession, listSessions, type sessionSchema } from "@hall/contracts/auth";
import { Button } from "@hall/ui/button";
import { Card } from "@hall/ui/card";
import { InstantText } from "@hall/ui/date-text";
import { ConfirmDialog } from "@hall/ui/dialog";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Badge } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { useState } from "react";
import type { z } from "zod";
import { call } from "../api/call.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { ChangePasswordForm } from "./change-password-form.tsx";
import { words } from "./words.ts";

type SignInRow = z.output<typeof sessionSchema>;

/** The sign-ins of this account, and its password (SGN-5). */
export function SecurityPage() {
  const [isChanged, setChanged] = useState(false);
  return (
    <>
      <StaffHeader title={words.security.title} lead={words.security.lead} />
      <Stack gap="large">
        <SignIns />
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
      </Stack>
    </>
  );
}

function SignIns() {
  const sessions = useAnswer(listSessions, {});
  const [ending, setEnding] = useState<SignInRow | null>(null);
  const act = useAct(async (id: string) => {
    await call(endSession, { params: { id } });
    setEnding(null);
    await sessions.refetch();
  });
  return (
    <>
      <Awaited of={sessions} skeleton={{ shape: "table" }}>
        {({ items }) => (
          <Table
            caption={words.security.sessions}
            isDense
            rows={items}
            rowKey={({ id }) => id}
            empty={words.security.none}
            columns={columns}
            rowActions={(row) => <EndAct row={row} onEnd={() => setEnding(row)} />}
          />
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
    </>
  );
}

function EndAct({ row, onEnd }: { row: SignInRow; onEnd: () => void }) {
  if (row.current) return <Badge tone="open">{words.security.current}</Badge>;
  if (row.ended) return <Badge>{words.security.ended}</Badge>;
  return (
    <Button
      size="small"
      aria-label={words.security.endNamed(deviceName(row.device))}
      onPress={onEnd}
    >
      {words.security.end}
    </Button>
  );
}

const columns: readonly Column<SignInRow>[] = [
  {
    key: "device",
    title: words.security.device,
    isRowHeader: true,
    cell: (row) => deviceName(row.device),
  },
  { key: "address", title: words.security.address, cell: (row) => row.address },
  {
    key: "created",
    title: words.security.started,
    cell: (row) => <InstantText value={row.createdAt} />,
  },
  {
    key: "used",
    title: words.security.used,
    cell: (row) => <InstantText value={row.lastUsedAt} />,
  },
];
