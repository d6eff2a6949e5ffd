import type { AnswerOf } from "@hall/client/operation";
import { useAct } from "@hall/client/use-act";
import { staffMe } from "@hall/contracts/backoffice/insight";
import {
  discardPaymentBatch,
  getBankFile,
  getPaymentBatch,
  listPaymentBatches,
  listPayments,
  releasePaymentBatch,
} from "@hall/contracts/backoffice/payments";
import { Button } from "@hall/ui/button";
import { InstantText } from "@hall/ui/date-text";
import { ConfirmDialog } from "@hall/ui/dialog";
import { KeyValue } from "@hall/ui/key-value";
import { Stack } from "@hall/ui/layout";
import { Money } from "@hall/ui/money";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Download } from "lucide-react";
import { useState } from "react";
import { useParams } from "react-router";
import { call, callRaw } from "../api/call.ts";
import { saveFile } from "../api/save-file.ts";
import { readAnew, useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { useStaff } from "../app/require-staff.tsx";
import { Section } from "../app/section.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { Key } from "../keyboard/key.tsx";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import { BankStandIn } from "./bank-stand-in.tsx";
import { BatchBadge } from "./batches-page.tsx";
import { OrderTable } from "./order-table.tsx";
import { words } from "./words.ts";

type Batch = AnswerOf<NonNullable<(typeof getPaymentBatch)["answer"]>>;
type Asked = "release" | "discard" | null;

/** One batch: its lines, its release by a second person, its file for the bank. */
export function BatchPage() {
  const { id = "" } = useParams();
  const batch = useAnswer(getPaymentBatch, { params: { id } });
  return (
    <>
      <StaffHeader
        title={id}
        crumbs={[{ label: words.batches.title, href: "/batches" }, { label: id }]}
        {...(batch.data ? { meta: <BatchBadge state={batch.data.state} /> } : {})}
      />
      <Awaited of={batch} skeleton={{ shape: "card", count: 2 }}>
        {(answer) => <BatchScreen batch={answer} />}
      </Awaited>
    </>
  );
}

function BatchScreen({ batch }: { batch: Batch }) {
  const isFinance = useStaff().roles.includes("finance");
  return (
    <Stack>
      <KeyValue
        columns={2}
        items={[
          { label: words.batches.orders, value: batch.orders },
          { label: words.batches.total, value: <Money fen={batch.totalFen} isStrong /> },
          {
            label: words.batches.made,
            value: (
              <>
                {batch.madeBy} · <InstantText value={batch.madeAt} />
              </>
            ),
          },
          {
            label: words.batches.released,
            value: batch.releasedAt ? (
              <>
                {batch.releasedBy} · <InstantText value={batch.releasedAt} />
              </>
            ) : (
              words.batches.states.made
            ),
          },
          {
            label: words.batch.checksum,
            value: <span className="font-code text-note break-all">{batch.checksum}</span>,
          },
        ]}
      />
      {isFinance ? <BatchActs batch={batch} /> : null}
      <Section title={words.batch.lines} note={words.batch.lead(batch.lines.length)}>
        <OrderTable orders={batch.lines} caption={words.batch.lines} isInBatch />
      </Section>
      {isFinance && batch.state === "released" ? (
        <BankStandIn batchId={batch.id} lines={batch.lines} />
      ) : null}
    </Stack>
  );
}

function BatchActs({ batch }: { batch: Batch }) {
  const [asked, setAsked] = useState<Asked>(null);
  const params = { id: batch.id };
  const move = useAct(async (kind: "release" | "discard") => {
    await call(kind === "release" ? releasePaymentBatch : discardPaymentBatch, { params });
    setAsked(null);
    await readAnew(getPaymentBatch, listPaymentBatches, listPayments, staffMe);
  });
  const fetchFile = useAct(async () => {
    const response = await callRaw(getBankFile, { params });
    saveFile(await response.blob(), `${batch.id}.csv`);
  });
  const isMade = batch.state === "made";
  const canRelease = isMade && batch.hindrance === null;
  const hasFile = batch.state === "released" || batch.state === "settled";
  const ask = (kind: Asked) => {
    move.clear();
    setAsked(kind);
  };
  useShortcuts([
    ...(canRelease
      ? [{ keys: ["a"], words: words.batch.keyRelease, run: () => ask("release") }]
      : []),
    ...(hasFile
      ? [{ keys: ["d"], words: words.batch.keyFile, run: () => void fetchFile.run() }]
      : []),
  ]);
  return (
    <>
      {batch.hindrance && isMade ? <Notice tone="warning">{batch.hindrance}</Notice> : null}
      {fetchFile.problem ? <ProblemNotice problem={fetchFile.problem} takesFocus /> : null}
      <div className="flex flex-wrap gap-2">
        {canRelease ? (
          <Button variant="primary" aria-keyshortcuts="a" onPress={() => ask("release")}>
            {words.batch.release}
            <Key name="a" />
          </Button>
        ) : null}
        {hasFile ? (
          <Button
            icon={<Download />}
            aria-keyshortcuts="d"
            isPending={fetchFile.isPending}
            pendingText={words.batch.fetching}
            onPress={() => void fetchFile.run()}
          >
            {words.batch.file}
            <Key name="d" />
          </Button>
        ) : null}
        {isMade ? (
          <Button variant="quiet" onPress={() => ask("discard")}>
            {words.batch.discard}
          </Button>
        ) : null}
      </div>
      <MoveDialog asked={asked} orders={batch.orders} move={move} onCancel={() => setAsked(null)} />
    </>
  );
}

type MoveDialogProps = {
  readonly asked: Asked;
  readonly orders: number;
  readonly move: Pick<ReturnType<typeof useAct>, "isPending" | "problem"> & {
    readonly run: (kind: "release" | "discard") => Promise<void>;
  };
  readonly onCancel: () => void;
};

function MoveDialog({ asked, orders, move, onCancel }: MoveDialogProps) {
  const isRelease = asked === "release";
  return (
    <ConfirmDialog
      title={isRelease ? words.batch.releaseTitle : words.batch.discardTitle}
      isOpen={asked !== null}
      isDanger={asked === "discard"}
      consequence={
        isRelease ? words.batch.releaseConsequence(orders) : words.batch.discardConsequence
      }
      confirmText={isRelease ? words.batch.releaseConfirm : words.batch.discardConfirm}
      pendingText={isRelease ? words.batch.releasing : words.batch.discarding}
      isPending={move.isPending}
      onConfirm={() => {
        if (asked) void move.run(asked);
      }}
      onCancel={onCancel}
    >
      {move.problem ? <ProblemNotice problem={move.problem} takesFocus /> : null}
    </ConfirmDialog>
  );
}
