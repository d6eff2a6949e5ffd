import {
  claimCase,
  decideCase,
  getCase,
  listCases,
  releaseCase,
} from "@hall/contracts/backoffice/review";
import { caseRows } from "@hall/contracts/case-rows";
import { isAboutLongCase } from "../cases/long.ts";
import { type Route, route } from "../http/route.ts";
import { claim, release } from "./claims.ts";
import { decide } from "./decide.ts";
import { reviewCase } from "./review-case.ts";
import { reviewQueue } from "./review-queue.ts";
import { reviewedRows } from "./reviewed-rows.ts";

export const reviewRoutes: readonly Route[] = [
  route(listCases, reviewQueue),
  { ...route(getCase, reviewCase), isLong: isAboutLongCase },
  { ...route(caseRows, reviewedRows), isLong: isAboutLongCase },
  route(claimCase, claim),
  route(releaseCase, release),
  { ...route(decideCase, decide), isLong: isAboutLongCase },
];
