import {
  claimCase,
  decideCase,
  getCase,
  listCases,
  releaseCase,
} from "@hall/contracts/backoffice/review";
import { type Route, route } from "../http/route.ts";
import { claim, release } from "./claims.ts";
import { decide } from "./decide.ts";
import { reviewCase } from "./review-case.ts";
import { reviewQueue } from "./review-queue.ts";

export const reviewRoutes: readonly Route[] = [
  route(listCases, reviewQueue),
  route(getCase, reviewCase),
  route(claimCase, claim),
  route(releaseCase, release),
  route(decideCase, decide),
];
