import type { TimelineEntryJson } from "@hall/contracts/account";
import { insuranceNames, insurances } from "@hall/domain/contributions";
import { day, formatDay, formatMonth, month } from "@hall/domain/dates";
import { fen, formatYuan } from "@hall/domain/fen";
import { serviceName } from "@hall/domain/services";
import { z } from "zod";
import { eventTitles, stateNames } from "../cases/present.ts";
import { dayOf, instantText } from "../clock.ts";

/** A row as the sources give it. */
export interface TimelineRow {
  readonly rank: number;
  readonly id: string;
  readonly at: Date;
  readonly data: unknown;
}

type Worded = Pick<TimelineEntryJson, "kind" | "title" | "detail" | "cause" | "about"> &
  Partial<Pick<TimelineEntryJson, "amountFen" | "balanceFen" | "on" | "at">>;

/** An entry in words; what isn't known of it, such as its hour, is null. */
export function timelineEntry(row: TimelineRow): TimelineEntryJson {
  const on = dayOf(row.at);
  return {
    id: `${row.rank}:${row.id}`,
    month: on.toPlainYearMonth().toString(),
    on: on.toString(),
    at: instantText(row.at),
    amountFen: null,
    balanceFen: null,
    ...worded(row),
  };
}

function worded({ rank, data }: TimelineRow): Worded {
  switch (rank) {
    case 0:
      return contribution(contributionData.parse(data));
    case 1:
      return caseStep(stepData.parse(data));
    case 2:
      return windowStep(windowData.parse(data));
    case 3:
      return posting(postingData.parse(data));
    case 4:
      return paper(paperData.parse(data));
    case 5:
      return message(messageData.parse(data));
    default:
      throw new Error(`no timeline source has rank ${rank}`);
  }
}

const contributionData = z.object({
  month: z.string(),
  personalFen: z.int(),
  unitFen: z.int(),
  insurances: z.array(z.string()),
  payers: z.array(z.string()),
  planCase: z.string().nullable(),
});

function contribution(paid: z.infer<typeof contributionData>): Worded {
  const names = insurances
    .filter((insurance) => paid.insurances.includes(insurance))
    .map((insurance) => insuranceNames[insurance]);
  const parts = [
    `个人 ${yuan(paid.personalFen)} 元`,
    ...(paid.unitFen > 0 ? [`单位 ${yuan(paid.unitFen)} 元`] : []),
  ];
  return {
    kind: "contribution",
    on: null,
    at: null,
    title: `${formatMonth(month(paid.month))}缴费`,
    detail: `${parts.join("，")}；${names.join("、")}`,
    amountFen: paid.personalFen + paid.unitFen,
    cause: paid.planCase
      ? { words: "按变更后的套餐和档次缴费", caseNumber: paid.planCase }
      : { words: `由${paid.payers.join("、")}缴费`, caseNumber: null },
    about: { kind: "account", reference: paid.month },
  };
}

const stepData = z.object({
  number: z.string(),
  service: z.string(),
  event: z.string(),
  state: z.string(),
  actorLabel: z.string(),
  note: z.string().nullable(),
});

function caseStep({
  number,
  service,
  event,
  state,
  actorLabel,
  note,
}: z.infer<typeof stepData>): Worded {
  const stateName = Object.entries(stateNames).find(([key]) => key === state)?.[1] ?? state;
  return {
    kind: "case",
    title: `${serviceName(service)}：${eventTitles[event] ?? event}`,
    detail: [stateName, note].filter(Boolean).join("。"),
    cause: { words: `由${actorLabel}办理，办件 ${number}`, caseNumber: number },
    about: { kind: "case", reference: number },
  };
}

const windowData = z.object({
  number: z.string(),
  matter: z.string(),
  title: z.string(),
  note: z.string().nullable(),
});

const windowStep = ({ number, matter, title, note }: z.infer<typeof windowData>): Worded => ({
  kind: "case",
  title: `${matter}：${title}`,
  detail: note,
  cause: { words: `综合窗口受理，承诺件 ${number}`, caseNumber: null },
  about: { kind: "window-case", reference: number },
});

const postingData = z.object({
  account: z.string(),
  memo: z.string(),
  amountFen: z.int(),
  balanceFen: z.int(),
  day: z.string(),
  effect: z.string(),
  number: z.string().nullable(),
  service: z.string().nullable(),
  isTimed: z.boolean(),
});

/** What the centre books by itself, by the effect's name. */
const runs: Readonly<Record<string, string>> = {
  seed: "中心按账册登记",
  interest: "中心年度结息",
};

function posting(booked: z.infer<typeof postingData>): Worded {
  const { number, service, effect, memo, account, isTimed } = booked;
  return {
    kind: "posting",
    ...(isTimed ? {} : { at: null }),
    title: `住房公积金账户：${memo}`,
    detail: `账号 ${account}`,
    amountFen: booked.amountFen,
    balanceFen: booked.balanceFen,
    cause: number
      ? causedBy(number, service, "入账")
      : { words: runs[effect] ?? "中心定期记账", caseNumber: null },
    about: number ? { kind: "case", reference: number } : { kind: "account", reference: account },
  };
}

const paperData = z.object({
  number: z.string(),
  title: z.string(),
  case: z.string().nullable(),
  service: z.string().nullable(),
  validUntil: z.string().nullable(),
  supersededBy: z.string().nullable(),
  revokedReason: z.string().nullable(),
});

function paper(issued: z.infer<typeof paperData>): Worded {
  const { number, title, validUntil, supersededBy, revokedReason } = issued;
  const standing = revokedReason
    ? `已作废：${revokedReason}`
    : supersededBy
      ? `已由 ${supersededBy} 代替`
      : validUntil && `${formatDay(day(validUntil))}前可查验`;
  return {
    kind: "paper",
    title: `出具《${title}》`,
    detail: [`编号 ${number}`, standing].filter(Boolean).join("，"),
    cause: issued.case
      ? causedBy(issued.case, issued.service, "出具")
      : { words: "中心出具", caseNumber: null },
    about: { kind: "paper", reference: number },
  };
}

const messageData = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  case: z.string().nullable(),
  service: z.string().nullable(),
});

const message = (told: z.infer<typeof messageData>): Worded => ({
  kind: "message",
  title: told.title,
  detail: told.body,
  cause: told.case
    ? causedBy(told.case, told.service, "通知")
    : { words: "账户通知", caseNumber: null },
  about: { kind: "message", reference: told.id },
});

const causedBy = (number: string, service: string | null, what: string) => ({
  words: `因办理${service ? `“${serviceName(service)}”` : `办件 ${number}`}${what}`,
  caseNumber: number,
});

const yuan = (amountFen: number) => formatYuan(fen(amountFen));
