import {
  claimCase,
  decideCase,
  getCase,
  listCases,
  releaseCase,
} from "@hall/contracts/backoffice/review";
import { caseRows } from "@hall/contracts/case-rows";
import { type Route, route } from "../http/route.ts";
import { claim, release } from "./claims.ts";
import { decide } from "./decide.ts";
import { reviewCase } from "./review-case.ts";
import { reviewQueue } from "./review-queue.ts";
import { reviewedRows } from "./reviewed-rows.ts";

export const reviewRoutes: readonly Route[] = [
  route(listCases, reviewQueue),
  route(getCase, reviewCase),
  route(caseRows, reviewedRows),
  route(claimCase, claim),
  route(releaseCase, release),
  route(decideCase, decide),
];
