import { useAct } from "@hall/client/use-act";
import {
  importTaxFeedback,
  listTaxFeedback,
  type TaxFeedbackJson,
  type TaxFeedbackLine,
} from "@hall/contracts/backoffice/tax-feedback";
import { Button } from "@hall/ui/button";
import { InstantText } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { Badge, type BadgeTone } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { Download } from "lucide-react";
import { useState } from "react";
import { call } from "../api/call.ts";
import { saveFile } from "../api/save-file.ts";
import { readAnew, useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { CsvUpload } from "../app/csv-upload.tsx";
import { Section } from "../app/section.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { words } from "./words.ts";

type Row = Omit<TaxFeedbackJson, "lines" | "repeated">;

/** Takes in what the tax side says was paid for students, and says line by line what came of it. */
export function TaxPage() {
  const [result, setResult] = useState<TaxFeedbackJson | null>(null);
  const imports = useAnswer(listTaxFeedback, {});
  const act = useAct(async (file: Blob) => {
    setResult(null);
    setResult(await call(importTaxFeedback, { file }));
    await readAnew(listTaxFeedback);
  });
  // With a mark of its encoding, or a spreadsheet program shows the head garbled.
  const template = () => saveFile(new Blob(["\uFEFF", words.head]), words.templateName);
  return (
    <>
      <StaffHeader
        title={words.title}
        lead={words.lead}
        actions={
          <Button icon={<Download />} onPress={template}>
            {words.template}
          </Button>
        }
      />
      <Stack>
        <CsvUpload
          label={words.upload}
          help={words.help}
          isPending={act.isPending}
          problem={act.problem}
          onFile={(file) => void act.run(file)}
        />
        {result ? <FeedbackLines result={result} /> : null}
        <Section title={words.list}>
          <Awaited of={imports} skeleton={{ shape: "table" }}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState title={words.none}>{words.noneLead}</EmptyState>
              ) : (
                <Table
                  caption={words.list}
                  isCaptionHidden
                  isDense
                  rows={items}
                  rowKey={({ id }) => id}
                  columns={listColumns}
                />
              )
            }
          </Awaited>
        </Section>
      </Stack>
    </>
  );
}

function FeedbackLines({ result }: { result: TaxFeedbackJson }) {
  return (
    <Stack>
      <Notice tone={result.repeated ? "warning" : "success"} isLive>
        {result.repeated ? <p>{words.repeated}</p> : null}
        <p>{words.imported(result.paid)}</p>
      </Notice>
      <Table
        caption={words.lines}
        isDense
        isTall
        rows={result.lines}
        rowKey={({ line }) => String(line)}
        rowMark={({ outcome }) =>
          outcome === "paid" || outcome === "already" ? undefined : "fault"
        }
        columns={lineColumns}
      />
    </Stack>
  );
}

const toneOf = (outcome: TaxFeedbackLine["outcome"]): BadgeTone =>
  outcome === "paid" ? "solid" : outcome === "already" ? "quiet" : "refused";

const lineColumns: readonly Column<TaxFeedbackLine>[] = [
  { key: "line", title: words.line, align: "end", cell: ({ line }) => line },
  {
    key: "identity",
    title: words.identity,
    isRowHeader: true,
    isNoWrap: true,
    cell: ({ maskedIdentityNumber }) => maskedIdentityNumber,
  },
  {
    key: "outcome",
    title: words.outcome,
    cell: ({ outcome }) => <Badge tone={toneOf(outcome)}>{words.outcomes[outcome]}</Badge>,
  },
  { key: "message", title: words.message, cell: ({ message }) => message },
];

const listColumns: readonly Column<Row>[] = [
  {
    key: "received",
    title: words.received,
    isRowHeader: true,
    cell: ({ receivedAt }) => <InstantText value={receivedAt} />,
  },
  { key: "paid", title: words.paid, align: "end", cell: ({ paid }) => paid },
];
