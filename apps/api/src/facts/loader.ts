import type { FactName, FactTypes } from "@hall/domain/facts";
import type { Cipher } from "../store/cipher.ts";
import type { Sql } from "../store/database.ts";

/** What a loader may ask by: the subject, and the numbers that a list's rows name. */
export interface Asked {
  readonly subjectId: string;
  readonly lookups: readonly string[];
  readonly cipher: Cipher;
}

/**
 * Brings one fact. Loaders give a scalar subquery of JSON, so that all facts of a service come in
 * one statement and one snapshot; `read` makes the domain's values of it.
 */
export interface FactLoader<F extends FactName> {
  readonly sql: (asked: Asked) => Sql;
  readonly read: (json: unknown, asked: Asked) => FactTypes[F];
}
