import { useAct } from "@hall/client/use-act";
import type { BatchJson } from "@hall/contracts/lists";
import { Button } from "@hall/ui/button";
import { Row, Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { ProgressBar } from "@hall/ui/progress-bar";
import { QuoteTable } from "@hall/ui/quote-table";
import { Stat, StatRow } from "@hall/ui/stat";
import { useState } from "react";
import { call } from "../api/call.ts";
import { queryClient, useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { ConfirmDialog } from "../app/later-dialogs.tsx";
import { ServiceFindings } from "../refusals/service-findings.tsx";
import { listEndpointsOf } from "./endpoints.ts";
import { MendTable } from "./mend-table.tsx";
import { isOfOptions } from "./ready.ts";
import { words } from "./words.ts";

type BatchViewProps = {
  readonly service: string;
  readonly id: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Another list instead of this one. */
  readonly onAnother: () => void;
};

const LOOK_EVERY_MS = 1_000;
const isUnderWay = (batch: BatchJson | undefined) =>
  batch?.state === "reading" || batch?.state === "checking";

/** A list on its way: progress, then what is wrong with it, then what it comes to. */
export function BatchView({ service, id, options, onAnother }: BatchViewProps) {
  const { batch: endpoint } = listEndpointsOf(service);
  const parts = { params: { id } };
  const known = useAnswer(endpoint, parts);
  const batch = useAnswer(endpoint, parts, {
    refetchInterval: isUnderWay(known.data) ? LOOK_EVERY_MS : false,
  });
  return (
    <Awaited of={batch} skeleton={{ shape: "card", count: 1 }}>
      {(answer) => (
        <Stack>
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <h4 className="min-w-0 font-semibold break-all">
              {words.batch.title(answer.fileName)}
            </h4>
            <Another service={service} batch={answer} onAnother={onAnother} />
          </div>
          {isOfOptions(answer, options) ? null : (
            <Notice tone="warning">{words.batch.optionsChanged}</Notice>
          )}
          <BatchBody service={service} batch={answer} />
        </Stack>
      )}
    </Awaited>
  );
}

function BatchBody({ service, batch }: { service: string; batch: BatchJson }) {
  if (isUnderWay(batch)) return <Progress batch={batch} />;
  if (batch.state === "unreadable") {
    return (
      <ProblemNotice
        problem={{
          title: words.batch.unreadable,
          ...(batch.problem ? { detail: batch.problem } : {}),
        }}
        takesFocus
      />
    );
  }
  return <Checked service={service} batch={batch} />;
}

function Progress({ batch: { totalRows, doneRows } }: { batch: BatchJson }) {
  return (
    <div className="max-w-text">
      {totalRows > 0 ? (
        <ProgressBar
          label={words.batch.progress}
          value={doneRows}
          most={totalRows}
          valueText={words.batch.progressText(doneRows, totalRows)}
        />
      ) : (
        <ProgressBar label={words.batch.reading} />
      )}
      <p className="mt-2 text-note text-ink-soft">{words.batch.leave}</p>
    </div>
  );
}

function Checked({ service, batch }: { service: string; batch: BatchJson }) {
  const { totalRows, faultRows, removedRows, findings, quote, ok } = batch;
  return (
    <Stack gap="large">
      <StatRow>
        <Stat
          label={words.batch.total}
          value={totalRows.toLocaleString("zh-CN")}
          unit={words.batch.rows}
        />
        <Stat
          label={words.batch.faults}
          value={faultRows.toLocaleString("zh-CN")}
          unit={words.batch.rows}
          tone={faultRows > 0 ? "late" : "plain"}
        />
        <Stat
          label={words.batch.removed}
          value={removedRows.toLocaleString("zh-CN")}
          unit={words.batch.rows}
        />
      </StatRow>
      {ok ? (
        <Notice tone="success" isLive>
          {words.batch.ok}
        </Notice>
      ) : null}
      {findings.length > 0 ? (
        <ServiceFindings
          service={service}
          findings={findings}
          input={{ batchId: batch.id }}
          headingLevel={3}
        />
      ) : null}
      <MendTable service={service} batch={batch} />
      {quote ? <QuoteTable quote={quote} title={words.batch.quote} headingLevel={3} /> : null}
    </Stack>
  );
}

type AnotherProps = {
  readonly service: string;
  readonly batch: BatchJson;
  readonly onAnother: () => void;
};

function Another({ service, batch, onAnother }: AnotherProps) {
  const endpoints = listEndpointsOf(service);
  const [isAsking, setAsking] = useState(false);
  const act = useAct(async () => {
    if (batch.state !== "filed") await call(endpoints.remove, { params: { id: batch.id } });
    await queryClient.invalidateQueries({ queryKey: [endpoints.batches.id] });
    setAsking(false);
    onAnother();
  });
  return (
    <Row>
      <Button size="small" onPress={() => setAsking(true)}>
        {words.batch.another}
      </Button>
      <ConfirmDialog
        title={words.batch.anotherTitle}
        isOpen={isAsking}
        isDanger
        consequence={words.batch.anotherConsequence}
        confirmText={words.batch.anotherConfirm}
        isPending={act.isPending}
        pendingText={words.batch.anotherPending}
        onConfirm={() => void act.run()}
        onCancel={() => setAsking(false)}
      >
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
      </ConfirmDialog>
    </Row>
  );
}
