import { getRule, listRules, type PublicRuleJson, type RuleHeadJson } from "@hall/contracts/rules";
import type { Day } from "@hall/domain/dates";
import { examplesOfRule, type RuleExample } from "@hall/domain/examples/rule-examples";
import type { Provision } from "@hall/domain/findings";
import { openCaseRules } from "@hall/domain/open-cases";
import { isInForce, type PolicyKey, type PolicyReader } from "@hall/domain/policy";
import { policyName } from "@hall/domain/policy-names";
import { policyValueText } from "@hall/domain/policy-words";
import { rulesOf } from "@hall/domain/rules-of";
import type { ServiceCode } from "@hall/domain/services";
import { registry } from "../cases/services.ts";
import type { Hall } from "../hall.ts";
import { refuse } from "../http/refusal.ts";
import { type Route, route } from "../http/route.ts";

/** A code with all its sentences, and whose it is. */
interface RuleOfBook {
  readonly code: string;
  readonly service: ServiceCode | null;
  readonly serviceName: string;
  readonly rules: readonly Provision[];
}

/** The public rule book (XPL-12), made from the definitions that decide. */
export const ruleRoutes: readonly Route[] = [
  route(listRules, async () => ({ items: book.map(head) })),
  route(getRule, async ({ hall, params }) => {
    const found = book.find(({ code }) => code === params.code.toUpperCase());
    return found ? whole(hall, found) : refuse("not-found", "没有这条规则。");
  }),
];

const book: readonly RuleOfBook[] = [
  ...registry
    .toSorted(([, a], [, b]) => a.number - b.number)
    .flatMap(([code, service]) => byCode(rulesOf(service), code, service.name)),
  ...byCode(Object.values(openCaseRules), null, "所有事项"),
];

function byCode(
  rules: readonly Provision[],
  service: ServiceCode | null,
  serviceName: string,
): readonly RuleOfBook[] {
  const codes = [...new Set(rules.map(({ code }) => code))];
  return codes.map((code) => ({
    code,
    service,
    serviceName,
    rules: rules.filter((rule) => rule.code === code),
  }));
}

const head = ({ code, service, serviceName, rules }: RuleOfBook): RuleHeadJson => ({
  code,
  service,
  serviceName,
  sentences: rules.map((rule) => ({
    words: rule.words,
    citation: rule.citation,
    kind: "judge" in rule ? "rule" : "provision",
  })),
});

async function whole(hall: Hall, found: RuleOfBook): Promise<PublicRuleJson> {
  const { book: values } = await hall.policy.at();
  const today = hall.clock.now().toPlainDate();
  const keys = [...new Set(found.rules.flatMap(({ reads = [] }) => reads))];
  return {
    ...head(found),
    parameters: keys.map((key) => ({
      key,
      name: policyName(key),
      values: valuesOf(values, key, today),
    })),
    examples: [...examplesOf(found)],
  };
}

const valuesOf = (values: PolicyReader, key: PolicyKey, today: Day) =>
  values
    .history(key)
    .map((entry) => ({
      from: entry.from.toString(),
      until: entry.until?.toString() ?? null,
      words: policyValueText(key, entry.value),
      mark: entry.mark,
      source: entry.source,
      isInForce: isInForce(entry, today),
    }))
    .reverse();

/** Rows don't change while the program runs: each rule's are judged once, when first asked for. */
const judged = new Map<string, readonly RuleExample[]>();

function examplesOf({ code, service }: RuleOfBook): readonly RuleExample[] {
  if (service === null) return [];
  const known = judged.get(code) ?? examplesOfRule(service, code);
  judged.set(code, known);
  return known;
}
