import type { Effect } from "@hall/domain/effects";
import { examples } from "@hall/domain/examples/examples";
import { type AnyRow, situationOf } from "@hall/domain/examples/run";
import type { FactName } from "@hall/domain/facts";
import type { Paper } from "@hall/domain/paper";
import type { ApplicationService, CaseRequest } from "@hall/domain/service";
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
  row: AnyRow & { readonly input: unknown },
): readonly Paper[] {
  const request: CaseRequest<FactName, unknown> = {
    ...situationOf(row),
    input: row.input,
    applicationNumber: "20260317000000019",
  };
  const effects: Effect[] = [];
  for (const stage of service.process ?? []) {
    if (stage.kind !== "pay") {
      effects.push(...stage.effects(request));
      continue;
    }
    const [first, ...others] = effects.flatMap((effect) =>
      effect.kind === "payment.order"
        ? [
            {
              ...effect,
              bank: "苏州银行",
              maskedNumber: "6228 **** **** 0014",
              paidOn: request.today,
            },
          ]
        : [],
    );
    if (first) effects.push(...stage.effects({ ...request, payments: [first, ...others] }));
  }
  return effects.flatMap((effect) => (effect.kind === "document.issue" ? [effect.paper] : []));
}
