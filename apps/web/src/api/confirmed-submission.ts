/**
 * Keeps what was confirmed until it is answered. Each confirmed submission has one
 * Idempotency-Key; while no answer has come, the same content goes out under the same key, after
 * a reload too, so that a lost answer never makes two applications (APP-4).
 */
export interface ConfirmedSubmission {
  readonly key: string;
  readonly body: unknown;
  /** Whose it is: another person at the same browser never sees or sends it. */
  readonly actorId: string;
}

const prefix = "hall.confirmed.";

/** 128 random bits in hex; `crypto.randomUUID` is missing on a plain-http intranet address. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The key under which this content goes out: the kept one if the same content is still without
 * an answer, else a new one, which is kept from now on.
 * @param purpose what is submitted, such as the service's code
 */
export function keyFor(purpose: string, actorId: string, body: unknown): string {
  const kept = unanswered(purpose, actorId);
  if (kept && JSON.stringify(kept.body) === JSON.stringify(body)) return kept.key;
  const submission: ConfirmedSubmission = { key: newKey(), body, actorId };
  write(prefix + purpose, JSON.stringify(submission));
  return submission.key;
}

/** What was confirmed and got no answer yet. */
export function unanswered(purpose: string, actorId: string): ConfirmedSubmission | null {
  try {
    const text = window.sessionStorage.getItem(prefix + purpose);
    const kept: unknown = text === null ? null : JSON.parse(text);
    if (!isSubmission(kept) || kept.actorId !== actorId) return null;
    return kept;
  } catch {
    return null;
  }
}

/** An answer came, whatever it says: the next confirmation is a new one. */
export function answered(purpose: string): void {
  try {
    window.sessionStorage.removeItem(prefix + purpose);
  } catch {
    // Nothing was kept where nothing can be stored.
  }
}

/** At sign-out nothing that was typed stays in the browser. */
export function forgetSubmissions(): void {
  try {
    for (const key of Object.keys(window.sessionStorage)) {
      if (key.startsWith(prefix)) window.sessionStorage.removeItem(key);
    }
  } catch {
    // As above.
  }
}

function write(key: string, text: string): void {
  try {
    window.sessionStorage.setItem(key, text);
  } catch {
    // The key still holds for the repeats of this call; only a reload would lose it.
  }
}

function isSubmission(value: unknown): value is ConfirmedSubmission {
  return (
    typeof value === "object" &&
    value !== null &&
    "key" in value &&
    typeof value.key === "string" &&
    "actorId" in value &&
    typeof value.actorId === "string" &&
    "body" in value
  );
}
