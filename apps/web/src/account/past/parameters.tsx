import type { AccountAsOfJson } from "@hall/contracts/account";
import { Card } from "@hall/ui/card";
import { dateText } from "@hall/ui/date-text";
import { Stack } from "@hall/ui/layout";
import { Badge } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { TextField } from "@hall/ui/text-field";
import { useState } from "react";
import { words } from "./words.ts";

type Parameter = AccountAsOfJson["parameters"][number];

/** What was in force on the day: there are dozens, so they are found by a word. */
export function Parameters({ parameters }: { readonly parameters: readonly Parameter[] }) {
  const [typed, setTyped] = useState("");
  const word = typed.trim();
  const found = parameters.filter(({ name, value, rules }) =>
    [name, value, ...rules].some((text) => text.includes(word)),
  );
  return (
    <Card title={words.parameters} headingLevel={3} lead={words.parametersLead}>
      <Stack>
        {parameters.length > 0 ? (
          <div className="max-w-text print:hidden">
            <TextField
              label={words.parametersFind}
              type="search"
              value={typed}
              onChange={setTyped}
            />
          </div>
        ) : null}
        <Table
          caption={words.parameters}
          isCaptionHidden
          isTall
          rows={found}
          rowKey={({ key }) => key}
          rowName={({ name }) => name}
          columns={columns}
          empty={parameters.length === 0 ? words.noParameters : words.noneFound}
        />
      </Stack>
    </Card>
  );
}

const columns: readonly Column<Parameter>[] = [
  {
    key: "name",
    title: words.parameter,
    isRowHeader: true,
    cell: ({ name, rules }) => (
      <>
        {name}
        {rules.length > 0 ? (
          <span className="block text-note font-normal text-ink-soft">
            {words.rules(rules.join("、"))}
          </span>
        ) : null}
      </>
    ),
  },
  { key: "value", title: words.value, cell: ({ value }) => value },
  {
    key: "valid",
    title: words.valid,
    cell: ({ from, until }) =>
      until ? words.validUntil(dateText(from), dateText(until)) : words.validFrom(dateText(from)),
  },
  {
    key: "source",
    title: words.source,
    cell: ({ mark, source }) => (
      <>
        {mark === "sample" ? <Badge tone="waiting">{words.sample}</Badge> : null}{" "}
        <span className="text-note">{source}</span>
      </>
    ),
  },
];
