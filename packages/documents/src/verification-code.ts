/** Crockford's base32: no I, L, O, U, so that a code can be read out and typed. */
const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RANDOM_BYTES = 16;
const CODE_LENGTH = 26;
/** 26 symbols hold 130 bits; the first symbol carries only the top three of the 128. */
const LARGEST_FIRST_SYMBOL = "7";

/**
 * A new verification code: 128 random bits as 26 symbols, which nobody can guess.
 * The randomness is the platform's own; the parameter is there for tests.
 */
export function newVerificationCode(
  random: Uint8Array = globalThis.crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)),
): string {
  if (random.length !== RANDOM_BYTES) throw new Error("A verification code takes 16 bytes.");
  let number = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let code = "";
  for (let position = 0; position < CODE_LENGTH; position += 1) {
    code = SYMBOLS.charAt(Number(number & 31n)) + code;
    number >>= 5n;
  }
  return code;
}

/**
 * What a person typed, made canonical: small letters, blanks and hyphens are forgiven, and
 * O, I, L are read as the digits they look like. Null if it can't be a code.
 */
export function normalizeVerificationCode(typed: string): string | null {
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s-]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  if (code.length !== CODE_LENGTH || code.charAt(0) > LARGEST_FIRST_SYMBOL) return null;
  return [...code].every((symbol) => SYMBOLS.includes(symbol)) ? code : null;
}

/** The code in groups for the eye: 5 groups of 4 and one of 6. */
export function formatVerificationCode(code: string): string {
  return `${(code.slice(0, 20).match(/.{4}/g) ?? []).join("-")}-${code.slice(20)}`;
}
