import type { NextFunction, Request, Response } from "express";
import { sendProblem } from "./problem.ts";
import { refuse } from "./refusal.ts";

/**
 * Requests that are being answered at once. With twelve connections to the database more would
 * only wait for each other, and everybody would be answered too late for it to be of use.
 */
const MOST = 128;

/** Turns away who comes when it is full, before anything is done for them. */
export interface Crowd {
  readonly turnAway: (request: Request, response: Response, next: NextFunction) => void;
  /** Counts a request from when its body has come to when its answer is on its way. */
  readonly count: (request: Request, response: Response, next: NextFunction) => void;
}

export function openCrowd(most = MOST): Crowd {
  let inside = 0;
  const turnAway = (_request: Request, response: Response, next: NextFunction) => {
    if (inside < most) return next();
    sendProblem(response, refuse("dependency-away", undefined, { retryAfterSeconds: 2 }));
  };
  return {
    turnAway,
    count(request, response, next) {
      // A file is read by its handler, as slowly as its sender likes: it would hold a place.
      if (request.headers["content-type"] && !request.is("json")) return next();
      turnAway(request, response, () => {
        let isInside = true;
        const leave = () => {
          if (isInside) inside -= 1;
          isInside = false;
        };
        inside += 1;
        response.once("prefinish", leave).once("close", leave);
        next();
      });
    },
  };
}
