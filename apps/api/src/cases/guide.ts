import type { GuideJson, ServiceSummary } from "@hall/contracts/directory";
import type { formatDay } from "@hall/domain/dates";
import type { Provision } from "@hall/domain/findings";
import { policyValueText } from "@hall/domain/policy-words";
import { rulesOf } from "@hall/domain/rules-of";
import { instantText } from "../clock.ts";
import { slotsJson } from "../files/evidence-slots.ts";
import type { Hall } from "../hall.ts";
import type { Policy } from "../policy-shelf.ts";
import { type ClosureInForce, closuresNow } from "../store/closures.ts";
import { measuredOf } from "./measured.ts";
import type { AnyService } from "./services.ts";

export function serviceSummary(
  service: AnyService,
  closure: ClosureInForce | undefined,
): ServiceSummary {
  const { code, number, name, audience, kind, menu, guide } = service;
  return {
    code,
    number,
    name,
    audience,
    kind,
    menu: [...menu],
    turnaround: guide.turnaround,
    keywords: [...guide.keywords],
    lifeEvents: [...guide.lifeEvents],
    closed: closure
      ? { notice: closure.notice, until: closure.until && instantText(closure.until) }
      : null,
  };
}

/** The public guide, made from the definition that decides (GDE-1). */
export async function guideJson(hall: Hall, service: AnyService): Promise<GuideJson> {
  const policy = await hall.policy.at();
  const today = hall.clock.now().toPlainDate();
  const closures = await closuresNow(hall.db, hall.clock.instant());
  const { forWhom, steps, evidence, notes } = service.guide;
  return {
    ...serviceSummary(service, closures.get(service.code)),
    forWhom,
    steps: [...steps],
    evidence: [...evidence],
    evidenceSlots: slotsJson(service, policy.book, today),
    notes: [...notes],
    forms: formsOf(service),
    measured: service.kind === "application" ? await measuredOf(hall, service.code) : null,
    rules: rulesOf(service).map((rule) => ruleJson(rule, policy, today)),
    counter: policy.book.on("counter.mainHall", today),
  };
}

/** Lists are filled in on a template that is made from the columns that check it (IMP-1). */
function formsOf(service: AnyService): GuideJson["forms"] {
  if (service.kind !== "application" || !service.list) return [];
  return [
    {
      title: `${service.name}名单模板（Excel 表格）`,
      note: "登录后在办理页面下载；每一列都写明怎么填，并附一行示例。",
    },
  ];
}

function ruleJson(
  rule: Provision,
  { book }: Policy,
  today: Parameters<typeof formatDay>[0],
): GuideJson["rules"][number] {
  return {
    code: rule.code,
    words: rule.words,
    citation: rule.citation,
    parameters: (rule.reads ?? []).flatMap((key) => {
      const entry = book.findEntry(key, today);
      if (!entry) return [];
      const { mark, source, from } = entry;
      return [
        { key, value: policyValueText(key, entry.value), mark, source, from: from.toString() },
      ];
    }),
  };
}
