import { useAct } from "@hall/client/use-act";
import type { BatchJson, ColumnJson } from "@hall/contracts/lists";
import { Button } from "@hall/ui/button";
import { Row, Stack } from "@hall/ui/layout";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { SelectField } from "@hall/ui/select-field";
import { TextField } from "@hall/ui/text-field";
import { Plus } from "lucide-react";
import { useState } from "react";
import { call } from "../api/call.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { words as applyWords } from "../apply/words.ts";
import { ServiceFindings } from "../refusals/service-findings.tsx";
import { listEndpointsOf } from "./endpoints.ts";
import { words } from "./words.ts";

type TypedListProps = {
  readonly service: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly onTaken: (batch: BatchJson) => void;
};

type Cells = Readonly<Record<string, string>>;

/** More than that is the work of a workbook. */
const MOST_TYPED = 20;

/** One or a few rows on a form, drawn from the same columns as the template (STE-1). */
export function TypedList({ service, options, onTaken }: TypedListProps) {
  const endpoints = listEndpointsOf(service);
  const columns = useAnswer(endpoints.columns, {}, { staleTime: 60_000 });
  const [rows, setRows] = useState<readonly Cells[]>([{}]);
  const [isTried, setTried] = useState(false);
  const act = useAct(async () => {
    const trimmed = rows.map((cells) =>
      Object.fromEntries(Object.entries(cells).map(([key, text]) => [key, text.trim()])),
    );
    onTaken(await call(endpoints.type, { body: { options: { ...options }, rows: trimmed } }));
  });
  const set = (index: number, key: string, text: string) =>
    setRows(rows.map((cells, at) => (at === index ? { ...cells, [key]: text } : cells)));
  const submit = (shown: readonly ColumnJson[]) => {
    setTried(true);
    const isFilled = rows.every((cells) => shown.every((column) => !missing(column, cells)));
    if (isFilled) void act.run();
  };
  return (
    <div>
      <Awaited of={columns} skeleton={{ shape: "form", count: 4 }}>
        {({ items }) => (
          <Stack gap="large">
            <p className="text-ink-soft">{words.typed.lead}</p>
            {rows.map((cells, index) => (
              <TypedRow
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place alone
                key={index}
                number={index + 1}
                columns={items}
                cells={cells}
                isTried={isTried}
                onCell={(key, text) => set(index, key, text)}
                {...(rows.length > 1
                  ? { onRemove: () => setRows(rows.filter((_, at) => at !== index)) }
                  : {})}
              />
            ))}
            {act.problem ? (
              <>
                <ProblemNotice problem={act.problem} takesFocus />
                <ServiceFindings
                  service={service}
                  findings={act.problem.findings ?? []}
                  headingLevel={3}
                />
              </>
            ) : null}
            <Row>
              <Button
                variant="primary"
                isPending={act.isPending}
                pendingText={words.typed.pending}
                onPress={() => submit(items)}
              >
                {words.typed.submit}
              </Button>
              <Button
                icon={<Plus />}
                isDisabled={rows.length >= MOST_TYPED}
                onPress={() => setRows([...rows, {}])}
              >
                {words.typed.add}
              </Button>
            </Row>
            {rows.length >= MOST_TYPED ? (
              <p className="text-note text-ink-soft">{words.typed.most(MOST_TYPED)}</p>
            ) : null}
          </Stack>
        )}
      </Awaited>
    </div>
  );
}

const missing = ({ required, key }: ColumnJson, cells: Cells) =>
  required && (cells[key] ?? "").trim() === "";

type TypedRowProps = {
  readonly number: number;
  readonly columns: readonly ColumnJson[];
  readonly cells: Cells;
  readonly isTried: boolean;
  readonly onCell: (key: string, text: string) => void;
  readonly onRemove?: () => void;
};

function TypedRow({ number, columns, cells, isTried, onCell, onRemove }: TypedRowProps) {
  return (
    <fieldset className="rounded-card border border-line px-4 pt-2 pb-5 sm:px-6">
      <legend className="px-1 font-semibold">{words.typed.row(number)}</legend>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {columns.map((column) => (
          <TypedCell
            key={column.key}
            column={column}
            value={cells[column.key] ?? ""}
            isFaulty={isTried && missing(column, cells)}
            onChange={(text) => onCell(column.key, text)}
          />
        ))}
      </div>
      {onRemove ? (
        <div className="mt-3">
          <Button
            size="small"
            variant="quiet"
            aria-label={words.typed.remove(number)}
            onPress={onRemove}
          >
            {words.typed.removeShort}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

type TypedCellProps = {
  readonly column: ColumnJson;
  readonly value: string;
  readonly isFaulty: boolean;
  readonly onChange: (text: string) => void;
};

function TypedCell({ column, value, isFaulty, onChange }: TypedCellProps) {
  const { label, help, required, choices, key, personal } = column;
  const shared = { label, name: key, isRequired: required, value, onChange };
  if (choices && choices.length > 0) {
    return (
      <SelectField
        {...shared}
        options={choices.map((choice) => ({ value: choice, label: choice }))}
        {...(isFaulty ? { error: applyWords.fault.choose(label) } : {})}
      />
    );
  }
  return (
    <TextField
      {...shared}
      help={help}
      autoComplete="off"
      inputMode={personal === "mobile" ? "tel" : "text"}
      look={personal === "identity-number" ? "code" : "text"}
      {...(isFaulty ? { error: applyWords.fault.required(label) } : {})}
    />
  );
}
