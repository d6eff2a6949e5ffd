import { words } from "./words.ts";

/** What is wrong with a new password, as a sentence; length only, as NIST SP 800-63B advises. */
export function faultOfNewPassword(next: string, current: string): string | undefined {
  if (next.length < 10) return words.change.short;
  if (next.length > 128) return words.change.long;
  if (next === current) return words.change.same;
  return undefined;
}
