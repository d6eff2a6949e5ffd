import type { AnswerOf } from "@hall/client/operation";
import {
  type Difference,
  dailyStatement,
  type statementLineSchema,
} from "@hall/contracts/backoffice/ledger";
import { Button } from "@hall/ui/button";
import { DateField } from "@hall/ui/date-field";
import { dateText } from "@hall/ui/date-text";
import { Stack } from "@hall/ui/layout";
import { Money } from "@hall/ui/money";
import { Notice } from "@hall/ui/notice";
import { PrintButton } from "@hall/ui/print-button";
import { Stat, StatRow } from "@hall/ui/stat";
import { type Column, Table } from "@hall/ui/table";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import type { z } from "zod";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { Section } from "../app/section.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { Balance } from "./balance.tsx";
import { referenceName } from "./names.ts";
import { words } from "./words.ts";

type Statement = AnswerOf<NonNullable<(typeof dailyStatement)["answer"]>>;
type Line = z.output<typeof statementLineSchema>;

/** The day's proof of ledger against batches, with every difference named (LDG-5). */
export function StatementPage() {
  const [search, setSearch] = useSearchParams();
  const day = search.get("day") ?? "";
  const statement = useAnswer(dailyStatement, { query: day ? { day } : {} });
  return (
    <>
      <StaffHeader
        title={
          statement.data
            ? `${words.statement.title} ${dateText(statement.data.day)}`
            : words.statement.title
        }
        lead={words.statement.lead}
        actions={<PrintButton />}
      />
      <DayForm key={day} day={day} onShow={(next) => setSearch(next ? { day: next } : {})} />
      <Awaited of={statement} skeleton={{ shape: "table", count: 6 }}>
        {(answer) => <StatementScreen statement={answer} />}
      </Awaited>
    </>
  );
}

function DayForm({ day, onShow }: { day: string; onShow: (day: string) => void }) {
  const [typed, setTyped] = useState(day);
  const show = (event: FormEvent) => {
    event.preventDefault();
    onShow(typed.trim());
  };
  return (
    <form onSubmit={show} noValidate className="mb-6 flex items-end gap-2 print:hidden">
      <div className="min-w-0 max-w-short">
        <DateField label={words.statement.day} isRequired value={typed} onChange={setTyped} />
      </div>
      <div className="shrink-0">
        <Button type="submit">{words.statement.show}</Button>
      </div>
    </form>
  );
}

function StatementScreen({ statement }: { statement: Statement }) {
  const stat = (label: string, { orders, amountFen }: Statement["paid"]) => (
    <Stat label={label} value={<Money fen={amountFen} />} note={words.statement.orders(orders)} />
  );
  return (
    <Stack gap="medium">
      {statement.balanced ? (
        <Notice tone="success">{words.statement.balanced}</Notice>
      ) : (
        <Notice tone="warning">{words.statement.notBalanced(statement.differences.length)}</Notice>
      )}
      <StatRow>
        {stat(words.statement.paid, statement.paid)}
        {stat(words.statement.returned, statement.returned)}
        {stat(words.statement.underWay, statement.underWay)}
        <Stat
          label={words.statement.sum}
          value={<Balance fen={statement.sumFen} />}
          tone={statement.sumFen === 0 ? "plain" : "late"}
        />
      </StatRow>
      {statement.differences.length > 0 ? (
        <Section title={words.statement.differences}>
          <Table
            caption={words.statement.differences}
            isCaptionHidden
            isDense
            rows={statement.differences}
            rowKey={({ kind, reference }) => `${kind} ${reference}`}
            rowMark={() => "fault"}
            columns={differenceColumns}
          />
        </Section>
      ) : null}
      <Section title={words.statement.lines}>
        <Table
          caption={words.statement.lines}
          isCaptionHidden
          isDense
          rows={statement.lines}
          rowKey={({ account }) => account}
          columns={lineColumns}
        />
      </Section>
    </Stack>
  );
}

const sum = (key: string, title: string, of: (line: Line) => number): Column<Line> => ({
  key,
  title,
  align: "end",
  cell: (line) => <Money fen={of(line)} />,
});

const balance = (key: string, title: string, of: (line: Line) => number): Column<Line> => ({
  ...sum(key, title, of),
  cell: (line) => <Balance fen={of(line)} />,
});

const lineColumns: readonly Column<Line>[] = [
  { key: "name", title: words.ledger.account, isRowHeader: true, cell: ({ name }) => name },
  balance("opening", words.statement.opening, ({ openingFen }) => openingFen),
  sum("debit", words.statement.debit, ({ outFen }) => outFen),
  sum("credit", words.statement.credit, ({ inFen }) => inFen),
  balance("closing", words.statement.closing, ({ closingFen }) => closingFen),
];

const differenceColumns: readonly Column<Difference>[] = [
  {
    key: "kind",
    title: words.statement.kind,
    cell: ({ kind }) => words.statement.kinds[kind],
  },
  {
    key: "reference",
    title: words.statement.reference,
    isRowHeader: true,
    cell: ({ reference }) => <span className="break-all">{referenceName(reference)}</span>,
  },
  {
    key: "ledger",
    title: words.statement.ledgerSide,
    align: "end",
    cell: ({ ledgerFen }) => <Money fen={ledgerFen} />,
  },
  {
    key: "payments",
    title: words.statement.paymentSide,
    align: "end",
    cell: ({ paymentsFen }) => <Money fen={paymentsFen} />,
  },
  {
    key: "message",
    title: words.statement.message,
    cell: ({ message, reference }) => message.replace(reference, referenceName(reference)),
  },
];
