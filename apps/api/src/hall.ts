import type { Request as HttpRequest } from "express";
import { authenticator } from "./auth/authenticate.ts";
import { type Clock, makeClock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Actor } from "./http/actor.ts";
import type { Refusal } from "./http/refusal.ts";
import { refusalOfError } from "./http/refusal-of-error.ts";
import { type Log, makeLog } from "./log.ts";
import { type PolicyShelf, policyShelf } from "./policy-shelf.ts";
import { type Cipher, makeCipher } from "./store/cipher.ts";
import { type Database, openDatabase } from "./store/database.ts";

/** What every handler and job works with. One for a process. */
export interface Hall {
  readonly config: Config;
  readonly db: Database;
  readonly clock: Clock;
  readonly cipher: Cipher;
  readonly log: Log;
  readonly policy: PolicyShelf;
  readonly authenticate: (request: HttpRequest) => Promise<Actor | null>;
  readonly refusalOfError: (error: unknown, request: HttpRequest) => Refusal;
  readonly close: () => Promise<void>;
}

export function openHall(config: Config): Hall {
  const db = openDatabase(config.DATABASE_URL);
  const log = makeLog(config.HALL_LOG_LEVEL);
  return {
    config,
    db,
    log,
    clock: makeClock(config.HALL_NOW),
    cipher: makeCipher(config.secrets.personalData, config.secrets.lookupKey),
    policy: policyShelf(db),
    authenticate: authenticator(config.secrets),
    refusalOfError: (error, request) => refusalOfError(log, error, request),
    close: () => db.$disconnect(),
  };
}
