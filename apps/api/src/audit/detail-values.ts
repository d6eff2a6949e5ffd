import { type EvidenceSlot, supplementSlot } from "@hall/domain/evidence";
import { type PayoutKind, payoutNames } from "@hall/domain/housing-accounts";
import { reviewOutcomeNames } from "@hall/domain/human-reviews";
import { namedRulesOf } from "@hall/domain/rules-of";
import { serviceName } from "@hall/domain/services";
import { staffRolesText } from "@hall/domain/staff-roles";
import { type AnyService, contractOf } from "../cases/services.ts";
import { keyName } from "../policy/present-policy.ts";

/** What a value of a detail is called. Some are names within a service, which stands beside them. */
type Reader = (value: string, service: AnyService | null) => string | undefined;

/** Roles as the log keeps them, by their names. */
export const rolesNamed = (kept: string): string => staffRolesText(kept.split(/[ ,]/));

/** What is looked at that no contract of a service describes. */
const listViews: Readonly<Record<string, string>> = {
  people: "本单位人员",
  students: "学生名单",
  summary: "人数汇总",
};

/** How the values of a detail read that the general words don't tell. */
export const readers: Partial<Readonly<Record<string, Reader>>> = {
  service: serviceName,
  key: keyName,
  roles: rolesNamed,
  heldRoles: rolesNamed,
  before: rolesNamed,
  after: rolesNamed,
  card: (kind) => payoutNames[kind as PayoutKind],
  claim: (claim, service) =>
    service ? namedRulesOf(service).find(([name]) => name === claim)?.[1].words : undefined,
  outcome: (outcome) => (reviewOutcomeNames as Readonly<Record<string, string>>)[outcome],
  slot: (slot, service) => slotsOf(service).find((each) => each.slot === slot)?.label,
  view: (view, service) =>
    service
      ? (contractViews(service)[view]?.summary.split(/[：，]/)[0] ?? listViews[view])
      : listViews[view],
};

const slotsOf = (service: AnyService | null): readonly Pick<EvidenceSlot, "slot" | "label">[] => [
  supplementSlot,
  ...(service?.kind === "application" ? (service.evidence ?? []) : []),
];

const contractViews = (service: AnyService) => contractOf(service.code as never).views ?? {};
