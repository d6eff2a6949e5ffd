import type { Example } from "@hall/domain/examples/example";
import { examples } from "@hall/domain/examples/examples";
import { type AnyRow, situationOf } from "@hall/domain/examples/run";
import { walk } from "@hall/domain/examples/walk";
import type { FactName } from "@hall/domain/facts";
import type { Paper } from "@hall/domain/paper";
import type { ApplicationService } from "@hall/domain/service";
import { services } from "@hall/domain/services";

type AnyService = { readonly kind: string; readonly process?: AnyApplication["process"] };
type AnyApplication = ApplicationService<string, FactName, unknown>;

/** Some rows stand at the limits of long lists: papers of hundreds of pages. */
const LONGEST = 20_000;

/**
 * The papers that the services issue: of each kind the longest of at most `LONGEST` characters
 * that an accepted row of the services' tables of examples brings about.
 */
export function domainPapers(): Readonly<Record<string, Paper>> {
  const papers: Record<string, Paper> = {};
  for (const [code, rows] of Object.entries(examples) as [
    keyof typeof services,
    readonly AnyRow[],
  ][]) {
    for (const row of rows) {
      if (!("accepted" in row)) continue;
      for (const paper of papersOf(services[code] as AnyService, row)) {
        const known = papers[paper.kind];
        const fits = lengthOf(paper) <= LONGEST;
        if (!known || (fits && lengthOf(paper) > lengthOf(known))) papers[paper.kind] = paper;
      }
    }
  }
  return papers;
}

const lengthOf = (paper: Paper): number => JSON.stringify(paper).length;

function papersOf(
  service: AnyService,
  row: Example<unknown> & { readonly accepted: unknown },
): readonly Paper[] {
  if (!isApplication(service)) return [];
  const { effects } = walk(service, row, { ...situationOf(row), input: row.input });
  return effects.flatMap((effect) => (effect.kind === "document.issue" ? [effect.paper] : []));
}

const isApplication = (service: AnyService): service is AnyApplication =>
  service.kind === "application";
