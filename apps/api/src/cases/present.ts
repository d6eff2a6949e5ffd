import type { ApplicationJson, ApplicationSummaryJson } from "@hall/contracts/applications";
import type { EvidenceReceiptJson } from "@hall/contracts/files";
import type { FigureJson, FindingJson, QuoteJson } from "@hall/contracts/findings";
import { applicantActions, type CaseState, isOpen } from "@hall/domain/case-states";
import { caseStateNames } from "@hall/domain/case-words";
import { type Day, formatDay, isBefore } from "@hall/domain/dates";
import { dueWorkings, type Pause } from "@hall/domain/due-workings";
import type { FactName } from "@hall/domain/facts";
import type { Stage } from "@hall/domain/service";
import type { WorkingCalendar } from "@hall/domain/working-days";
import { dayOf, instantText } from "../clock.ts";
import { encode } from "../http/encode.ts";
import { plainDay } from "../policy-shelf.ts";
import { decidesRows } from "./rows.ts";
import { applicationService } from "./services.ts";

/** A case as its applicant may see it; read from the database, or just made. */
export interface CaseView {
  readonly number: string;
  readonly service: string;
  readonly state: CaseState;
  readonly stage: number;
  readonly submittedAt: Date;
  readonly acceptedOn: Date | null;
  readonly dueOn: Date | null;
  readonly pausedOn: Date | null;
  readonly secondApproval: boolean;
  readonly findings: readonly FindingJson[];
  readonly quote: QuoteJson | null;
  readonly steps: readonly StepView[];
  readonly documents: readonly {
    readonly number: string;
    readonly title: string;
    readonly issuedOn: Date;
    readonly sha256: string | null;
  }[];
  readonly evidence: readonly EvidenceReceiptJson[];
  readonly payments: ApplicationJson["payments"];
  readonly missing: readonly { readonly item: string; readonly words: string }[];
  readonly refusal: { readonly reasons: readonly string[]; readonly words: string } | null;
  readonly rating: {
    readonly stars: number;
    readonly words: string | null;
    readonly followUp: { readonly answer: string | null; readonly answeredAt: Date | null } | null;
  } | null;
}

export interface StepView {
  readonly no: number;
  readonly event: string;
  readonly state: string;
  readonly actorLabel: string;
  readonly note: string | null;
  readonly at: Date;
}

export const stateNames = caseStateNames;

export const eventTitles: Readonly<Record<string, string>> = {
  submit: "提交申请",
  grant: "系统审核通过",
  claim: "开始审核",
  release: "退回待审",
  ask: "要求补正",
  supplement: "已补正",
  approve: "审核通过",
  "second-approval": "初审通过，等待复核",
  refuse: "审核未通过",
  "take-back": "通过决定已撤销",
  withdraw: "申请人撤回",
  lapse: "逾期失效",
  pay: "付款成功",
  return: "付款被银行退回",
  reissue: "重新付款",
  remind: "提醒",
  "await-outside": "交其他单位办理",
  "await-counter": "等待到柜面办理",
  resume: "已收到办理结果",
  "review-again": "转入审核",
  decline: "对方未予办理",
  finish: "办结",
};

export function summaryOf(
  view: Pick<
    CaseView,
    "number" | "service" | "state" | "stage" | "submittedAt" | "dueOn" | "pausedOn"
  >,
): ApplicationSummaryJson {
  const service = applicationService(view.service);
  return {
    number: view.number,
    service: view.service,
    serviceName: service.name,
    state: view.state,
    stateName: stateNames[view.state],
    nextStep: nextStep(view.state, service.process[view.stage]),
    submittedAt: instantText(view.submittedAt),
    dueOn: view.dueOn && plainDay(view.dueOn).toString(),
  };
}

export function present(view: CaseView, calendar: WorkingCalendar): ApplicationJson {
  return {
    ...summaryOf(view),
    dueReason: dueReason(view),
    dueWorkings: dueWorkingsOf(view, calendar),
    pausedOn: view.pausedOn && plainDay(view.pausedOn).toString(),
    facts: view.findings.flatMap((finding) => finding.figures).filter(isFirstOfItsLabel),
    findings: [...view.findings],
    quote: view.quote,
    steps: view.steps.map(({ no, event, state, actorLabel, note, at }) => ({
      no,
      event,
      title: eventTitles[event] ?? event,
      state: state as CaseState,
      actorLabel,
      note,
      at: instantText(at),
    })),
    documents: view.documents.map(({ number, title, issuedOn, sha256 }) => ({
      number,
      title,
      issuedOn: plainDay(issuedOn).toString(),
      state: sha256 ? "ready" : "rendering",
    })),
    evidence: [...view.evidence],
    payments: view.payments,
    missing: [...view.missing],
    refusal: view.refusal && { ...view.refusal, reasons: [...view.refusal.reasons] },
    decidesRows: decidesRows(applicationService(view.service)),
    actions: [...actionsOf(view)] as ApplicationJson["actions"],
    rating: ratingJson(view.rating),
  };
}

function actionsOf({ state, rating, service, stage }: CaseView): readonly string[] {
  const current = applicationService(service).process[stage];
  const knowsWithdrawal = current?.kind !== "await" || current.withdrawal !== undefined;
  return applicantActions(state, rating !== null, knowsWithdrawal);
}

function nextStep(state: CaseState, stage: Stage<FactName, unknown> | undefined): string {
  switch (state) {
    case "submitted":
      return "中心将安排审核，您不用做什么";
    case "in-review":
      return "工作人员正在审核，您不用做什么";
    case "more-needed":
      return "请您补正所缺内容";
    case "approved":
      return stage?.kind === "pay"
        ? "中心将付款到您的账户，您不用做什么"
        : "中心继续办理，您不用做什么";
    case "waiting-outside":
      return stage?.kind === "await"
        ? `等待${stage.party}：${stage.task}，您不用做什么`
        : "等待其他单位办理，您不用做什么";
    case "waiting-counter":
      return stage?.kind === "await" ? `请到${stage.party}：${stage.task}` : "请到柜面办理";
    case "refused":
      return "请查看未通过的原因和可以怎样做";
    case "done":
      return "已经办结";
    case "withdrawn":
      return "已经撤回，可重新申请";
    case "lapsed":
      return "已经失效，可重新申请";
  }
}

function dueReason({
  acceptedOn,
  dueOn,
  pausedOn,
  state,
  service,
  stage,
}: CaseView): string | null {
  const current = applicationService(service).process[stage];
  if (!current || !clockRuns({ state, service, stage })) return null;
  if (!acceptedOn || !dueOn)
    return "办结日期所在年度的工作日历尚未公布，公布后即可算出，办理不受影响。";
  const from = current.kind === "await" ? `交${current.party}` : "受理";
  const counted = `自${formatDay(plainDay(acceptedOn))}${from}起按工作日计算，当天不计`;
  return pausedOn
    ? `${counted}；自${formatDay(plainDay(pausedOn))}起等待补正，时限暂停计算。`
    : `${counted}。`;
}

function ratingJson(rating: CaseView["rating"]): ApplicationJson["rating"] {
  if (!rating) return null;
  const { stars, words, followUp } = rating;
  const answeredAt = followUp?.answeredAt && instantText(followUp.answeredAt);
  const followed = followUp && { answer: followUp.answer, answeredAt: answeredAt ?? null };
  return { stars, words, followUp: followed };
}

function clockRuns({ state, service, stage }: Pick<CaseView, "state" | "service" | "stage">) {
  const current = applicationService(service).process[stage];
  const hasClock =
    current?.kind === "review" || (current?.kind === "await" && current.clock !== null);
  return hasClock && isOpen(state) && state !== "approved";
}

/** Each day on the way to the due date, with what stopped the clock in this stage (APP-7). */
function dueWorkingsOf(view: CaseView, calendar: WorkingCalendar): ApplicationJson["dueWorkings"] {
  const { acceptedOn, dueOn } = view;
  if (!acceptedOn || !dueOn || !clockRuns(view)) return null;
  const from = plainDay(acceptedOn);
  const workings = dueWorkings(from, plainDay(dueOn), pausesSince(from, view), calendar);
  return workings && (encode(workings) as ApplicationJson["dueWorkings"]);
}

/** From each time that more was asked for to its answer. */
function pausesSince(from: Day, { steps }: CaseView): readonly Pause[] {
  return steps.flatMap(({ event, no, at }) => {
    if (event !== "ask") return [];
    const answer = steps.find((step) => step.event === "supplement" && step.no > no);
    const pause = { from: dayOf(at), to: answer ? dayOf(answer.at) : null };
    return isBefore(pause.from, from) ? [] : [pause];
  });
}

function isFirstOfItsLabel(figure: FigureJson, index: number, all: readonly FigureJson[]): boolean {
  return (
    figure.role !== "required" && all.findIndex((other) => other.label === figure.label) === index
  );
}
