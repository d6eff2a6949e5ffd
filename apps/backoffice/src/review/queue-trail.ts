import type { QueuedCase } from "@hall/contracts/backoffice/review";

const key = "hall.staff.trail";

/** Remembers the queue as it was last shown, so that one goes on from a case to its neighbour. */
export function layTrail(search: string, numbers: readonly string[]): void {
  try {
    window.sessionStorage.setItem(key, JSON.stringify({ search, numbers }));
  } catch {
    // Without storage one goes back to the queue instead.
  }
}

/** Notes which case was opened, so that the queue stands there when one comes back. */
export function noteOpened(number: string): void {
  try {
    const trail = readTrail();
    window.sessionStorage.setItem(key, JSON.stringify({ ...trail, opened: number }));
  } catch {
    // Without storage the queue begins at its top.
  }
}

/** What one goes on to from a case: a reviewer to what they may work on, an auditor to all. */
export function trailOf(
  rows: readonly Pick<QueuedCase, "number" | "isOwn" | "isMine" | "assignee">[],
  isReviewer: boolean,
): readonly string[] {
  const isOpen = ({ isOwn, isMine, assignee }: (typeof rows)[number]) =>
    !isOwn && (isMine || assignee === null);
  return rows.filter((row) => !isReviewer || isOpen(row)).map(({ number }) => number);
}

export interface Trail {
  /** The query of the queue's address, with its `?`. */
  readonly search: string;
  readonly numbers: readonly string[];
  /** The case that was opened last from there, or gone on to. */
  readonly opened?: string;
}

export function readTrail(): Trail {
  try {
    const value: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? "null");
    if (typeof value !== "object" || value === null) return empty;
    const search = "search" in value && typeof value.search === "string" ? value.search : "";
    const numbers = "numbers" in value && Array.isArray(value.numbers) ? value.numbers : [];
    const opened = "opened" in value && typeof value.opened === "string" ? value.opened : undefined;
    return {
      search,
      numbers: numbers.filter((number) => typeof number === "string"),
      ...(opened === undefined ? {} : { opened }),
    };
  } catch {
    return empty;
  }
}

const empty: Trail = { search: "", numbers: [] };

/** The case so many rows on, or back; null past either end, or where the case isn't in the queue. */
export function neighbour(numbers: readonly string[], number: string, step: 1 | -1): string | null {
  const index = numbers.indexOf(number);
  return index < 0 ? null : (numbers[index + step] ?? null);
}

/**
 * Where one stands in a list that has changed: still at `current`, or where it is gone at the next
 * one that is left of those that followed, or at the last before it; null where none is.
 */
export function heirOf(
  before: readonly string[],
  current: string | null,
  now: readonly string[],
): string | null {
  if (current === null || now.includes(current)) return current;
  const at = before.indexOf(current);
  if (at < 0) return null;
  const isLeft = (number: string) => now.includes(number);
  return before.slice(at).find(isLeft) ?? before.slice(0, at).findLast(isLeft) ?? null;
}
