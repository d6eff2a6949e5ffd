import type { RuleHeadJson } from "@hall/contracts/rules";

/** The rules in which every word of the text occurs: in code, service, sentence or source. */
export function narrowed(rules: readonly RuleHeadJson[], text: string): readonly RuleHeadJson[] {
  const asked = plain(text).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return rules;
  return rules.filter((rule) => {
    const all = plain(
      [
        rule.code,
        rule.serviceName,
        ...rule.sentences.flatMap(({ words, citation }) => [words, citation.text]),
      ].join("\n"),
    );
    return asked.every((word) => all.includes(word));
  });
}

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().trim();
