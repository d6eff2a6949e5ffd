import { answerPoorRating, listPoorRatings } from "@hall/contracts/backoffice/ratings";
import { type Route, route } from "../http/route.ts";
import { answer } from "./answer.ts";
import { poorRatings } from "./list.ts";

/** What follows on a poor rating (APP-9). */
export const ratingRoutes: readonly Route[] = [
  route(listPoorRatings, poorRatings),
  route(answerPoorRating, answer),
];
