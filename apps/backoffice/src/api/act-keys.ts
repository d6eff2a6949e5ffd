/**
 * The Idempotency-Key of an act: the same content goes out under the same key until an answer has
 * come, after a reload too, so that a lost answer never decides or pays twice (APP-4).
 */
const prefix = "hall.staff.act.";

interface Kept {
  readonly key: string;
  readonly content: string;
}

/** 128 random bits in hex; `crypto.randomUUID` is missing on a plain-http intranet address. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param address where the act goes, which names what it is done to
 * @param content what is sent, as text
 */
export function keyFor(address: string, content: string): string {
  const kept = read(address);
  if (kept?.content === content) return kept.key;
  const key = newKey();
  try {
    const made: Kept = { key, content };
    window.sessionStorage.setItem(prefix + address, JSON.stringify(made));
  } catch {
    // The key still holds for the repeats of this call; only a reload would lose it.
  }
  return key;
}

/** An answer came, whatever it says: the next act is a new one. */
export function answered(address: string): void {
  try {
    window.sessionStorage.removeItem(prefix + address);
  } catch {
    // Nothing was kept where nothing can be stored.
  }
}

function read(address: string): Kept | null {
  try {
    const value: unknown = JSON.parse(window.sessionStorage.getItem(prefix + address) ?? "null");
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === "object" &&
    value !== null &&
    "key" in value &&
    typeof value.key === "string" &&
    "content" in value &&
    typeof value.content === "string"
  );
}
