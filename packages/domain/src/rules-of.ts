import type { Provision } from "./findings.ts";

/** As much of a service as holds rules; every definition of the registry is one. */
export interface RuledService {
  readonly code: string;
  readonly number: number;
  readonly name: string;
  readonly standing: Readonly<Record<string, Provision>>;
  readonly provisions: Readonly<Record<string, Provision>>;
  readonly request?: Readonly<Record<string, Provision>>;
  readonly asked?: Readonly<Record<string, Provision>>;
  readonly list?: { readonly rules: Readonly<Record<string, Provision>> };
  readonly process?: readonly object[];
}

/**
 * Every rule and provision of a service by its claim's name, in the order of their codes: of
 * standing, of the request, of a list's rows, of what comes back from others, and of withdrawing.
 */
export function namedRulesOf(service: RuledService): readonly (readonly [string, Provision])[] {
  const groups = [
    service.standing,
    service.request,
    service.asked,
    service.list?.rules,
    ...(service.process ?? []).flatMap(rulesOfStage),
    service.provisions,
  ];
  return groups
    .flatMap((group) => Object.entries(group ?? {}))
    .sort(([, a], [, b]) => a.code.localeCompare(b.code, "en", { numeric: true }));
}

export const rulesOf = (service: RuledService): readonly Provision[] =>
  namedRulesOf(service).map(([, rule]) => rule);

type Rules = Readonly<Record<string, Provision>>;

/** Only a stage that waits has rules of its own: about what came back, and about leaving it. */
const rulesOfStage = (stage: object): readonly Rules[] => [
  ...("rules" in stage ? [stage.rules as Rules] : []),
  ...("withdrawal" in stage && stage.withdrawal ? [stage.withdrawal as Rules] : []),
];
