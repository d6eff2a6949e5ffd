import {
  closeService,
  discardPolicy,
  listClosures,
  listPolicy,
  openService,
  preparePolicy,
  releasePolicy,
  tryPolicy,
} from "@hall/contracts/backoffice/policy";
import { type Route, route } from "../http/route.ts";
import { close, listClosed, open } from "./closures.ts";
import { trial } from "./trial.ts";
import { discard, listValues, prepare, release } from "./values.ts";

export const policyRoutes: readonly Route[] = [
  route(listPolicy, listValues),
  route(preparePolicy, prepare),
  route(releasePolicy, release),
  route(discardPolicy, discard),
  route(tryPolicy, trial),
  route(listClosures, listClosed),
  route(closeService, close),
  route(openService, open),
];
