import type { queueCountsSchema } from "@hall/contracts/backoffice/review";
import { type CaseState, caseStates } from "@hall/domain/case-states";
import type { z } from "zod";

type Counts = z.output<typeof queueCountsSchema>;

/** What the queue is asked for. */
export interface QueueQuery {
  service?: string;
  state?: CaseState;
  due?: "overdue" | "today";
  assignee?: "me" | "none";
}

export const viewIds = ["all", "mine", "none", "overdue", "today", "asked"] as const;
export type ViewId = (typeof viewIds)[number];

const views: Readonly<Record<ViewId, QueueQuery>> = {
  all: {},
  mine: { assignee: "me" },
  none: { assignee: "none" },
  overdue: { due: "overdue" },
  today: { due: "today" },
  asked: { state: "more-needed" },
};

const counts: Readonly<Record<ViewId, keyof Counts>> = {
  all: "open",
  mine: "mine",
  none: "unassigned",
  overdue: "overdue",
  today: "dueToday",
  asked: "moreNeeded",
};

export function countOf(view: ViewId, told: Counts | undefined): number | undefined {
  return told?.[counts[view]];
}

/** The view in an address; what isn't one is the whole queue. */
export function viewOf(search: URLSearchParams): ViewId {
  return viewIds.find((view) => view === search.get("view")) ?? "all";
}

/** What an address asks of the server: its view, narrowed by service and state. */
export function queryOf(search: URLSearchParams): QueueQuery {
  const view = views[viewOf(search)];
  const service = search.get("service");
  const state = caseStates.find((known) => known === search.get("state"));
  return {
    ...view,
    ...(service ? { service } : {}),
    ...(state && !view.state ? { state } : {}),
  };
}
