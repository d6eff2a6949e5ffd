import {
  answerReviewRequest,
  getReviewRequest,
  listReviewRequests,
} from "@hall/contracts/backoffice/human-reviews";
import { askHumanReview, getHumanReview, listHumanReviews } from "@hall/contracts/human-reviews";
import { isAboutLongReview, namesLongList } from "../cases/long.ts";
import { findService } from "../cases/services.ts";
import { subjectOf } from "../http/actor.ts";
import { refuse } from "../http/refusal.ts";
import { type Route, route } from "../http/route.ts";
import { answer } from "./answer.ts";
import { ask } from "./ask.ts";
import { reviewJson } from "./kept.ts";
import { requestNow, requestsPage } from "./requests.ts";

/** More stand in nobody's list: one waits for a claim at a time. */
const SHOWN = 50;

/** Refusals by machine before a human (XPL-13): asking, and the staff who answer. */
export const humanReviewRoutes: readonly Route[] = [
  route(listHumanReviews, async ({ hall, actor }) => {
    const rows = await hall.db.humanReview.findMany({
      where: { subjectId: subjectOf(actor) },
      orderBy: { submittedAt: "desc" },
      take: SHOWN,
    });
    return { items: rows.map((row) => reviewJson(hall, row)) };
  }),
  route(getHumanReview, async ({ hall, actor, params: { number } }) => {
    const row = await hall.db.humanReview.findUnique({ where: { number } });
    return row?.subjectId === subjectOf(actor) ? reviewJson(hall, row) : refuse("not-found");
  }),
  {
    ...route(askHumanReview, ask),
    isLong: (call) => namesLongList(findService((call.body as { service: string }).service), call),
  },
  route(listReviewRequests, requestsPage),
  { ...route(getReviewRequest, requestNow), isLong: isAboutLongReview },
  { ...route(answerReviewRequest, answer), isLong: isAboutLongReview },
];
