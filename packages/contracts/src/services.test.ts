import type { Example, QueryExample } from "@hall/domain/examples/example";
import { examples } from "@hall/domain/examples/examples";
import { type AnyRow, lookOf } from "@hall/domain/examples/run";
import type { FactName } from "@hall/domain/facts";
import type { View } from "@hall/domain/service";
import { type ServiceCode, services } from "@hall/domain/services";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { familyOf } from "./family.ts";
import type { ServiceContract } from "./service-contract.ts";
import { contracts } from "./services.ts";

/** Amounts as integers; days and months write themselves as ISO text. */
const onTheWire = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, part) => (typeof part === "bigint" ? Number(part) : part)));

const codes = Object.keys(contracts) as ServiceCode[];

describe.each(codes)("%s", (code) => {
  const service = services[code];
  const contract: ServiceContract = contracts[code];
  const rows: readonly AnyRow[] = examples[code];
  // Whatever they are asked: the rows ask what the domain's own test takes.
  const views = (service.views ?? {}) as Readonly<Record<string, View<FactName, unknown>>>;

  it("has the views that the domain has", () => {
    expect(Object.keys(contract.views ?? {})).toEqual(Object.keys(views));
  });

  const shown = rows.filter((row): row is QueryExample & { view: string } => "view" in row);
  it.each(shown.map((row) => [row.title, row] as const))("describes the view: %s", (_, row) => {
    const answer = contract.views?.[row.view]?.answer;
    const sent = onTheWire(views[row.view]?.(lookOf(row)));
    // What the schema doesn't know it would drop: then the two wouldn't be the same.
    expect(answer?.parse(sent)).toEqual(sent);
  });

  const looked = rows.filter((row): row is QueryExample => "query" in row);
  it.each(looked.map((row) => [row.title, row] as const))("reads what is asked: %s", (_, row) => {
    for (const { query } of Object.values(contract.views ?? {})) {
      const asked = onTheWire(row.query);
      expect(onTheWire(query?.parse(asked))).toEqual(asked);
    }
  });

  // The wire names a list by its batch, and the API brings the rows.
  const isList = service.kind === "application" && service.list !== undefined;
  const asked = isList ? [] : rows.filter((row): row is Example<unknown> => "input" in row);
  it.each(asked.map((row) => [row.title, row] as const))("reads the input: %s", (_, row) => {
    if (contract.kind === "query") throw new Error("a query takes no input");
    const read = contract.input.safeParse(onTheWire(row.input));
    // An example may go further than a form can: then the form says so in words.
    for (const { message } of read.error?.issues ?? []) expect(message).toMatch(/\p{Script=Han}/u);
    if (!read.success) return;
    expect(contract.input.parse(onTheWire(read.data))).toEqual(read.data);
  });

  it("can be described as JSON schema, both ways of every endpoint", () => {
    for (const { query, body, answer } of familyOf(service, contract)) {
      if (query) z.toJSONSchema(query, { io: "input" });
      if (body) z.toJSONSchema(body, { io: "input" });
      if (answer) z.toJSONSchema(answer, { io: "output" });
    }
  });
});
