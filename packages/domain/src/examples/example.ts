import type { Effect } from "../effects.ts";
import type { Measured } from "../evidence.ts";
import type { RuleCode } from "../findings.ts";
import type { RefusedRow } from "../list.ts";
import type { PersonFacts, UnitFactSet } from "../personas/persona.ts";
import type { personas } from "../personas/personas.ts";

export type PersonaName = keyof typeof personas;

interface Row {
  readonly title: string;
  readonly persona: PersonaName;
  /** Shanghai wall clock, such as 2026-03-17T23:59:59. */
  readonly at: string;
  /** What is different from the persona on this row. */
  readonly facts?: (facts: PersonFacts & UnitFactSet) => Partial<PersonFacts & UnitFactSet>;
  /** The claim at whose boundary the row stands, on the side that its outcome tells. */
  readonly edge?: string;
  /** Provisions whose working the row shows; on a refused row the codes that refuse it. */
  readonly shows?: readonly RuleCode[];
  /** How whoever asks has signed in, where it isn't as their kind of subject usually does (SGN-1). */
  readonly signIn?: "password" | "certificate";
  /** Drives a browser journey too. */
  readonly journey?: true;
}

/** A row of a service's table: the specification that a jurist can read and a test executes. */
export type Example<Input> = Row & {
  readonly input: Input;
  /**
   * Files by their slot, as they were found to be; on a row that is about them. Their claims are
   * slot and point, such as `photo/width`, or `photo/count` for too few or too many.
   */
  readonly evidence?: Readonly<Record<string, readonly Measured[]>>;
  /** Rows that the reviewer refuses; the others are confirmed. */
  readonly refusedRows?: readonly RefusedRow[];
  /** What each stage that waits gets, in their order, as it is entered. */
  readonly answers?: readonly Readonly<Record<string, string>>[];
  /** Shanghai wall clock at which the person withdraws, in place of the next answer. */
  readonly withdrawnAt?: string;
} & (
    | { readonly accepted: readonly ExpectedEffect[] }
    /** Exactly the claims that don't hold, in any order; of a list's rows and of an answer too. */
    | { readonly refusedBy: readonly string[] }
  );

/**
 * A row about a view: what was asked where something is, and what of it matters, or which claims
 * refuse it. Queries have no others.
 */
export type QueryExample<Query = unknown> = Row & { readonly query?: Query } & (
    | { readonly view: string; readonly shown: Readonly<Record<string, unknown>> }
    | { readonly refusedBy: readonly string[] }
  );

/** Kind of the effect and those of its properties that matter on this row. */
export type ExpectedEffect = {
  [K in Effect["kind"]]: { readonly kind: K } & Partial<Extract<Effect, { kind: K }>>;
}[Effect["kind"]];
