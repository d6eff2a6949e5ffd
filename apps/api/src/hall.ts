import type { Request as HttpRequest } from "express";
import { type Gate, openGate } from "./auth/gate.ts";
import { type Clock, makeClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { type FileShelf, openFileShelf } from "./files/shelf.ts";
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
  readonly files: FileShelf;
  readonly log: Log;
  readonly policy: PolicyShelf;
  readonly gate: Gate;
  readonly authenticate: (request: HttpRequest) => Promise<Actor | null>;
  readonly refusalOfError: (error: unknown, request: HttpRequest) => Refusal;
  readonly close: () => Promise<void>;
}

export function openHall(config: Config): Hall {
  const db = openDatabase(config.DATABASE_URL);
  const log = makeLog(config.HALL_LOG_LEVEL);
  const clock = makeClock(config.HALL_NOW);
  const gate = openGate(config.secrets, db, clock);
  return {
    config,
    db,
    log,
    clock,
    cipher: makeCipher(config.secrets.personalData, config.secrets.lookupKey),
    files: openFileShelf(config),
    policy: policyShelf(db),
    gate,
    authenticate: gate.authenticate,
    refusalOfError: (error, request) => refusalOfError(log, error, request),
    close: () => db.$disconnect(),
  };
}
