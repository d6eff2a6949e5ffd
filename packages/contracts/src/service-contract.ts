import type { Rule } from "@hall/domain/findings";
import type { RowsInput } from "@hall/domain/list";
import type { ApplicationService, Look } from "@hall/domain/service";
import type { z } from "zod";
import type { FormStep } from "./fields.ts";

/** The input of a service as its domain definition declares it. */
// biome-ignore lint/suspicious/noExplicitAny: a service of any code and needs
export type InputOf<S> = S extends ApplicationService<any, any, infer Input> ? Input : never;

/** What a service that takes applications sends and shows. */
export interface ApplicationContract<Input> {
  readonly kind: "application";
  /** Parses the wire's input into the domain's. */
  readonly input: z.ZodType<Input>;
  readonly steps: readonly FormStep[];
  readonly views?: Readonly<Record<string, ViewContract>>;
}

/** Names a list that was uploaded and checked; the API brings its rows. */
export interface BatchReference {
  readonly batchId: string;
}

/** As an application whose input is rows: the wire names their batch. */
export interface ListContract<Input extends RowsInput> {
  readonly kind: "application";
  readonly input: z.ZodType<BatchReference>;
  /** Parses what is chosen for the whole list: the domain's input without its rows. */
  readonly options: z.ZodType<Omit<Input, "rows">>;
  readonly steps: readonly FormStep[];
  readonly views?: Readonly<Record<string, ViewContract>>;
}

/** What a query shows; views are named as in the domain. */
export interface QueryContract {
  readonly kind: "query";
  readonly views: Readonly<Record<string, ViewContract>>;
}

export interface ViewContract {
  readonly summary: string;
  /** Parses what is asked into the domain's query; absent where nothing is. */
  readonly query?: z.ZodType;
  readonly answer: z.ZodType;
}

/** The contract of a query that is asked something: every view says how that is parsed. */
export interface AskedContract<Query> extends QueryContract {
  readonly views: Readonly<Record<string, ViewContract & { readonly query: z.ZodType<Query> }>>;
}

/** What a query is asked, as its rules see it. */
interface Asking<Query> {
  // biome-ignore lint/suspicious/noExplicitAny: a service of any needs
  readonly asked: Readonly<Record<string, Rule<Look<any, Query>>>>;
}

/** The contract that a service must have: for its input, for its list, or of views alone. */
export type ContractOf<S> =
  // biome-ignore lint/suspicious/noExplicitAny: a service of any code and needs
  S extends ApplicationService<any, any, infer Input>
    ? Input extends RowsInput
      ? ListContract<Input>
      : ApplicationContract<Input>
    : S extends Asking<infer Query>
      ? AskedContract<Query>
      : QueryContract;

export type AnyListContract = ListContract<RowsInput>;
export type ServiceContract = ApplicationContract<unknown> | AnyListContract | QueryContract;

export const isListContract = (contract: ServiceContract): contract is AnyListContract =>
  "options" in contract;
