import type { ApplicationService } from "@hall/domain/service";
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

/** What a query shows; views are named as in the domain. */
export interface QueryContract {
  readonly kind: "query";
  readonly views: Readonly<Record<string, ViewContract>>;
}

export interface ViewContract {
  readonly summary: string;
  readonly answer: z.ZodType;
}

/** The contract that a service must have: one for its input, or one of views alone. */
export type ContractOf<S> =
  // biome-ignore lint/suspicious/noExplicitAny: a service of any code and needs
  S extends ApplicationService<any, any, infer Input> ? ApplicationContract<Input> : QueryContract;

export type ServiceContract = ApplicationContract<unknown> | QueryContract;
