import { day } from "@hall/domain/dates";
import type { PersonaName } from "@hall/domain/examples/example";
import { personas } from "@hall/domain/personas/personas";

interface Row {
  readonly title: string;
  readonly persona: PersonaName;
  readonly journey?: true;
}

interface Claims {
  readonly standing: Readonly<Record<string, { readonly code: string }>>;
}

export interface RefusedOnSight {
  readonly title: string;
  readonly persona: PersonaName;
  /** Number or code with which the demo person signs in. */
  readonly signsInAs: string;
  /** Codes of the rules that refuse, such as SAW-1. */
  readonly rules: readonly string[];
}

/**
 * The rows of a service's examples that drive a journey and are refused before anything is typed,
 * by standing alone. Others are refused by what is filled in, and their journeys are written out.
 */
export function refusedOnSight(service: Claims, rows: readonly Row[]): readonly RefusedOnSight[] {
  return rows.flatMap((row) => {
    if (!row.journey || !("refusedBy" in row)) return [];
    const claims = row.refusedBy as readonly string[];
    const rules = claims.flatMap((claim) => service.standing[claim]?.code ?? []);
    if (rules.length === 0) return [];
    const { title, persona } = row;
    return [{ title, persona, signsInAs: numberOf(persona), rules: [...new Set(rules)] }];
  });
}

/** What the number of a persona is doesn't depend on the day that is asked for. */
const ANY_DAY = day("2026-03-17");

function numberOf(name: PersonaName): string {
  const persona = personas[name];
  return persona.kind === "person"
    ? persona.facts(ANY_DAY).participant.personalNumber
    : persona.facts(ANY_DAY).unit.code;
}
