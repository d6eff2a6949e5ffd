import { caseStates } from "@hall/domain/case-states";
import type { FactName, FactTypes } from "@hall/domain/facts";
import type { OpenCase } from "@hall/domain/open-cases";
import { serviceName } from "@hall/domain/services";
import { z } from "zod";
import type { Hall } from "../hall.ts";
import { type ClosureInForce, closureInForce, closureOf } from "../store/closures.ts";
import { join, raw, type Sql, sql } from "../store/database.ts";
import { run } from "../store/run.ts";
import type { Asked } from "./loader.ts";
import { loaders } from "./loaders.ts";

/** Facts as they stood in one snapshot, with the versions that a write must find unchanged. */
export interface Loaded<Needs extends FactName> {
  readonly facts: Pick<FactTypes, Needs>;
  readonly subjectVersion: number;
  readonly policyVersion: number;
  readonly openCases: readonly OpenCase[];
  /** Of the service that it was asked for, null where that is open. */
  readonly closure: ClosureInForce | null;
}

/** For what the facts are. */
export interface LoadedFor {
  /** Code of the service. */
  readonly service?: string;
  /** Numbers by which facts are found, such as those of a list's rows. */
  readonly lookups?: readonly string[];
}

const head = z.array(
  z.object({
    subject_version: z.int(),
    policy_version: z.int(),
    open_cases: z
      .array(
        z.object({
          number: z.string(),
          service: z.string(),
          object: z.string(),
          state: z.enum(caseStates),
          holds: z.array(z.string()).nullable(),
        }),
      )
      .nullable(),
    closure: closureInForce.nullable(),
    facts: z.record(z.string(), z.unknown()),
  }),
);

/**
 * One statement brings versions, open cases, a closure of the service and all facts that are asked
 * for. Null where there is no such subject.
 */
export async function loadFacts<Needs extends FactName>(
  hall: Hall,
  subjectId: string,
  needs: readonly Needs[],
  { service = "", lookups = [] }: LoadedFor = {},
): Promise<Loaded<Needs> | null> {
  const asked: Asked = { subjectId, lookups, cipher: hall.cipher };
  const [row] = head.parse(
    await run(hall.db, statement(asked, needs, closureOf(service, hall.clock.instant()))),
  );
  if (!row) return null;
  const facts = Object.fromEntries(
    needs.map((need) => [need, loaders[need].read(row.facts[need], asked)]),
  ) as Pick<FactTypes, Needs>;
  return {
    facts,
    subjectVersion: row.subject_version,
    policyVersion: row.policy_version,
    openCases: (row.open_cases ?? []).map((open) => ({
      ...open,
      serviceName: serviceName(open.service),
      holds: open.holds ?? [],
    })),
    closure: row.closure,
  };
}

function statement(asked: Asked, needs: readonly FactName[], closure: Sql): Sql {
  const parts = needs.map((need) => sql`${raw(`'${need}'`)}, (${loaders[need].sql(asked)})`);
  const facts = parts.length > 0 ? sql`jsonb_build_object(${join(parts)})` : sql`'{}'::jsonb`;
  return sql`
    SELECT s.version AS subject_version,
           (SELECT version FROM policy_version WHERE id = 1) AS policy_version,
           (SELECT jsonb_agg(jsonb_build_object('number', a.number, 'service', a.service,
                                                'object', a.object, 'state', a.state,
                                                'holds', (
                      SELECT jsonb_agg(h.account_id) FROM account_hold h
                       WHERE h.application_number = a.number AND h.released_at IS NULL)))
              FROM application a
             WHERE a.subject_id = s.id AND a.state NOT IN ('refused', 'done', 'withdrawn', 'lapsed'))
             AS open_cases,
           (${closure}) AS closure,
           ${facts} AS facts
      FROM subject s WHERE s.id = ${asked.subjectId}::uuid`;
}
