import type { Provision } from "./findings.ts";
import type { PolicyKey } from "./policy.ts";
import { policyName } from "./policy-names.ts";
import { type RuledService, rulesOf } from "./rules-of.ts";
import { services } from "./services.ts";

/** The rule book in Markdown, made from the definitions that decide (XPL-12). */
export function ruleBook(): string {
  const all = Object.values<RuledService>(services).sort((a, b) => a.number - b.number);
  return [
    "<!-- Generated from packages/domain by `pnpm test:unit -- -u`; edits here are lost. -->",
    "# 规则手册",
    "",
    "每条规则的说法、依据和用到的参数。各事项的判断、指南和本手册出自同一份定义。",
    ...all.flatMap(chapter),
    "",
  ].join("\n");
}

function chapter(service: RuledService): readonly string[] {
  const number = String(service.number).padStart(2, "0");
  return [
    "",
    `## ${number} ${service.name}`,
    "",
    "| 规则 | 说法 | 依据 | 参数 |",
    "|---|---|---|---|",
    ...rulesOf(service).map(row),
  ];
}

const row = ({ code, words, citation, reads }: Provision): string =>
  `| ${[code, words, citation.text, (reads ?? []).map(parameter).join("；")].map(cell).join(" | ")} |`;

const parameter = (key: PolicyKey): string => `${policyName(key)}（\`${key}\`）`;

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
