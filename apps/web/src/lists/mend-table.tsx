import { useAct } from "@hall/client/use-act";
import { usePages } from "@hall/client/use-pages";
import type { BatchJson, ColumnJson, ListRowJson } from "@hall/contracts/lists";
import { Button } from "@hall/ui/button";
import { Row, Stack } from "@hall/ui/layout";
import { Pager } from "@hall/ui/pager";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Badge } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { Download } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { callRaw } from "../api/call.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { saveFile } from "../documents/fetch-document.ts";
import { listEndpointsOf } from "./endpoints.ts";
import { fileNameOf } from "./file-name.ts";
import { toFirstFault, toNextFault } from "./next-fault.ts";
import { type Mender, useMending } from "./use-mending.ts";
import { words } from "./words.ts";

type MendTableProps = { readonly service: string; readonly batch: BatchJson };

/** Rows shown at once: more boxes than that make an old machine slow. */
const ROWS_SHOWN = 20;

/** Digits that a cell shows at once. The template's columns leave room around what they hold. */
const WIDEST_CELL = 18;
const FILLED_SHARE = 0.7;

/** The rows with their faults at the cell; mended in place or had back as a workbook (XPL-9). */
export function MendTable({ service, batch }: MendTableProps) {
  const [isFaultsOnly, setFaultsOnly] = useState(batch.faultRows > 0);
  return (
    <section aria-labelledby="mend-title">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div>
          <h4 id="mend-title" className="font-semibold">
            {words.mend.title}
          </h4>
          <p className="text-note text-ink-soft">{words.mend.help}</p>
        </div>
        <fieldset className="flex gap-2">
          <legend className="sr-only">{words.mend.filter}</legend>
          <Button
            size="small"
            aria-pressed={isFaultsOnly}
            variant={isFaultsOnly ? "primary" : "secondary"}
            onPress={() => setFaultsOnly(true)}
          >
            {words.mend.faults}
          </Button>
          <Button
            size="small"
            aria-pressed={!isFaultsOnly}
            variant={isFaultsOnly ? "secondary" : "primary"}
            onPress={() => setFaultsOnly(false)}
          >
            {words.mend.all}
          </Button>
        </fieldset>
      </div>
      <Rows
        key={String(isFaultsOnly)}
        service={service}
        batch={batch}
        isFaultsOnly={isFaultsOnly}
      />
      <Reports service={service} batch={batch} />
    </section>
  );
}

type RowsProps = MendTableProps & { readonly isFaultsOnly: boolean };

function Rows({ service, batch: { id, faultRows }, isFaultsOnly }: RowsProps) {
  const endpoints = listEndpointsOf(service);
  const pages = usePages();
  const columns = useAnswer(endpoints.columns, {}, { staleTime: 60_000 });
  const rows = useAnswer(
    endpoints.rows,
    {
      params: { id },
      query: {
        limit: ROWS_SHOWN,
        ...(isFaultsOnly ? { only: "faults" as const } : {}),
        ...(pages.cursor ? { cursor: pages.cursor } : {}),
      },
    },
    // While one mends a page it stays as it was read; another page is read anew.
    { staleTime: 0 },
  );
  const mender = useMending(service, id);
  const part = useFaultAfterPaging(pages.depth, rows.data);
  return (
    <div ref={part}>
      <Stack>
        {mender.problem ? <ProblemNotice problem={mender.problem} takesFocus /> : null}
        <Awaited of={columns} skeleton={{ shape: "table", count: 5 }}>
          {(shape) => (
            <Awaited of={rows} skeleton={{ shape: "table", count: 5 }}>
              {({ items, nextCursor }) => (
                <>
                  <Table
                    caption={words.mend.caption}
                    isCaptionHidden
                    isTall
                    isDense
                    rows={items.map(mender.rowOf)}
                    rowKey={({ line }) => String(line)}
                    rowName={({ line }) => words.mend.lineOf(line)}
                    rowMark={({ faults, removed }) =>
                      faults.length > 0 && !removed ? "fault" : undefined
                    }
                    empty={isFaultsOnly ? words.mend.noFaults : words.mend.noRows}
                    columns={[
                      lineColumn(items, mender),
                      ...shape.items.map((column) => cellColumn(column, mender)),
                    ]}
                    rowActions={(row) => <RemoveButton row={row} mender={mender} />}
                  />
                  <div
                    data-more-rows
                    className="flex flex-wrap items-center justify-between gap-x-4"
                  >
                    <Pager
                      depth={pages.depth}
                      hasNext={nextCursor !== null}
                      isPending={rows.isFetching}
                      onNext={() => pages.next(nextCursor)}
                      onPrevious={pages.previous}
                    />
                    <p className="text-note text-ink-soft">{words.mend.left(faultRows)}</p>
                  </div>
                </>
              )}
            </Awaited>
          )}
        </Awaited>
      </Stack>
    </div>
  );
}

/** Who has turned the page goes on at its first fault. */
function useFaultAfterPaging(depth: number, read: object | undefined) {
  const part = useRef<HTMLDivElement>(null);
  const shown = useRef(depth);
  useEffect(() => {
    if (!read || shown.current === depth) return;
    shown.current = depth;
    toFirstFault(part.current);
  }, [depth, read]);
  return part;
}

function lineColumn(read: readonly ListRowJson[], mender: Mender): Column<ListRowJson> {
  const isMended = (line: number) => read.some((row) => row.line === line && mender.isMended(row));
  return {
    key: "line",
    title: words.mend.line,
    isRowHeader: true,
    isNoWrap: true,
    cell: ({ line, removed }) => (
      <>
        {line}
        {removed ? (
          <span className="mt-1 block">
            <Badge>{words.mend.removedMark}</Badge>
          </span>
        ) : isMended(line) ? (
          <span className="mt-1 block">
            <Badge tone="open">{words.mend.mended}</Badge>
          </span>
        ) : null}
      </>
    ),
  };
}

function cellColumn(
  { key, label, choices, personal, width }: ColumnJson,
  mender: Mender,
): Column<ListRowJson> {
  const isChoice = choices !== undefined && choices.length > 0;
  return {
    key,
    title: label,
    cell: ({ cells }) => cells[key] ?? "",
    edit: {
      value: ({ cells }) => cells[key] ?? "",
      onChange: (row, text) => mender.change(row, key, text),
      isOnLeave: !isChoice,
      onEnter: toNextFault,
      error: ({ faults, removed }) =>
        removed
          ? undefined
          : faults
              .filter(({ column }) => column === key)
              .map(({ message }) => message)
              .join(" ") || undefined,
      isLocked: ({ removed }) => removed,
      inputMode: personal === "mobile" ? "tel" : "text",
      ...(isChoice
        ? {}
        : { widthCharacters: Math.min(Math.ceil(width * FILLED_SHARE), WIDEST_CELL) }),
      ...(isChoice ? { options: choices.map((choice) => ({ value: choice, label: choice })) } : {}),
    },
  };
}

function RemoveButton({ row, mender }: { row: ListRowJson; mender: Mender }) {
  const { line, removed } = row;
  return (
    <Button
      size="small"
      variant="quiet"
      aria-label={removed ? words.mend.restoreNamed(line) : words.mend.removeNamed(line)}
      onPress={() => mender.setRemoved(row, !removed)}
    >
      {removed ? words.mend.restore : words.mend.remove}
    </Button>
  );
}

function Reports({ service, batch }: MendTableProps) {
  const { report } = listEndpointsOf(service);
  const act = useAct(async (only: "faults" | undefined) => {
    const response = await callRaw(report, { params: { id: batch.id }, query: { only } });
    saveFile(await response.blob(), fileNameOf(response, `${words.mend.reportName}.xlsx`));
  });
  return (
    <div className="mt-4">
      <Stack>
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        <Row>
          <Button
            size="small"
            icon={<Download />}
            isPending={act.isPending}
            pendingText={words.mend.preparing}
            onPress={() => void act.run(undefined)}
          >
            {words.mend.report}
          </Button>
          {batch.faultRows > 0 ? (
            <Button
              size="small"
              icon={<Download />}
              isDisabled={act.isPending}
              onPress={() => void act.run("faults")}
            >
              {words.mend.reportFaults}
            </Button>
          ) : null}
        </Row>
      </Stack>
    </div>
  );
}
