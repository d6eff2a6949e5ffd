import type { Request as HttpRequest } from "express";
import { type Gate, openGate } from "./auth/gate.ts";
import { type Clock, makeClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { type FileShelf, openFileShelf } from "./files/shelf.ts";
import type { Actor } from "./http/actor.ts";
import type { Refusal } from "./http/refusal.ts";
import { type FailedRequest, refusalOfError } from "./http/refusal-of-error.ts";
import { type Log, makeLog } from "./log.ts";
import { type LongCalls, openLongCalls } from "./long-calls.ts";
import { type PolicyShelf, policyShelf } from "./policy-shelf.ts";
import { type Cipher, makeCipher } from "./store/cipher.ts";
import {
  type Database,
  openDatabase,
  openReplica,
  type Patience,
  type PoolCounts,
  REQUEST_PATIENCE,
} from "./store/database.ts";
import { closeConnections } from "./store/run.ts";

/** What every handler and job works with. One for a process. */
export interface Hall {
  readonly config: Config;
  readonly db: Database;
  /** Follows `db` by some seconds, for what may lag; null where none is configured. */
  readonly replica: Database | null;
  readonly poolCounts: () => PoolCounts;
  readonly clock: Clock;
  readonly cipher: Cipher;
  readonly files: FileShelf;
  readonly log: Log;
  readonly policy: PolicyShelf;
  readonly gate: Gate;
  readonly longCalls: LongCalls;
  readonly authenticate: (request: HttpRequest) => Promise<Actor | null>;
  readonly refusalOfError: (error: unknown, request: FailedRequest) => Refusal;
  readonly close: () => Promise<void>;
}

export function openHall(
  config: Config,
  patience: Patience = REQUEST_PATIENCE,
  log = makeLog(config.HALL_LOG_LEVEL),
): Hall {
  const { db, poolCounts } = openDatabase(config.DATABASE_URL, patience);
  const { DATABASE_REPLICA_URL: replicaUrl } = config;
  const replica = replicaUrl ? openReplica(replicaUrl, patience) : null;
  const clock = makeClock(config.HALL_NOW);
  const gate = openGate(config.secrets, db, clock);
  const longCalls = openLongCalls(config, clock);
  return {
    config,
    db,
    replica,
    poolCounts,
    log,
    clock,
    cipher: makeCipher(config.secrets.personalData, config.secrets.lookupKey),
    files: openFileShelf(config),
    policy: policyShelf(db),
    gate,
    longCalls,
    authenticate: gate.authenticate,
    refusalOfError: (error, request) => refusalOfError(log, error, request),
    close: async () => {
      await longCalls.close();
      if (replica) await closeConnections(replica);
      await closeConnections(db);
    },
  };
}
