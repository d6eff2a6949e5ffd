import { randomUUID } from "node:crypto";
import type { Hall } from "../hall.ts";
import type { Sql } from "../store/database.ts";
import {
  type AttemptLimit,
  clearedPart,
  countAttempt,
  fullUntil,
  markPart,
  unmarkedPart,
} from "./attempt-limits.ts";
import { accountKey, addressKey, type OwnerKind } from "./sign-in-names.ts";

/** SGN-4. */
const FAILURES = 5;
const LOCK_SECONDS = 15 * 60;

const lockOf = (key: string): AttemptLimit => ({
  key,
  limit: FAILURES,
  windowSeconds: LOCK_SECONDS,
  slides: true,
});

export interface Attempt {
  readonly lockedUntil: Date | null;
  /** This failure, if it is one, locks the account. */
  readonly isLast: boolean;
}

/**
 * The two locks on guessing, for one account and one address.
 *
 * An account locks after five failures in a row, wherever they come from. Attempts count when they
 * begin and are taken back when they succeed, so that guessing at the same moment gains nothing.
 *
 * An address locks after five *numbers* that failed from it and haven't got in since. One number
 * tried over and over is the account's affair. Counting plain failures would shut out a school or
 * everybody behind a mobile carrier's address after five slips of the finger; somebody who mistypes
 * and then gets in is taken off, and who tries one password on many numbers never is.
 */
export function lockout(hall: Hall, kind: OwnerKind, name: string, address: string) {
  const account = lockOf(accountKey(hall.cipher, kind, name));
  const place = lockOf(addressKey(address));
  return {
    /** Counts the attempt, unless it is locked out. */
    async begin(now: Date): Promise<Attempt> {
      const placeUntil = await fullUntil(hall.db, place, now);
      if (placeUntil) return { lockedUntil: placeUntil, isLast: false };
      const { counted, marks, until } = await countAttempt(hall.db, account, randomUUID(), now);
      return { lockedUntil: counted ? null : until, isLast: marks >= FAILURES };
    },
    failedPart: (now: Date): Sql => markPart(place, account.key, now),
    /** Who got in has nothing held against them; two parts, of two rows. */
    clearedAccountPart: (): Sql => clearedPart(account.key),
    clearedAddressPart: (): Sql => unmarkedPart(place.key, account.key),
  };
}
