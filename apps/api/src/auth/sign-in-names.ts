import type { Cipher } from "../store/cipher.ts";

export type OwnerKind = "person" | "agent" | "staff";

/**
 * A number or name as it is stored, from what was typed: full-width forms, blanks and case don't
 * matter, and what no number holds is dropped before it reaches the database.
 */
export function signInName(kind: OwnerKind, typed: string): string {
  const plain = typed.normalize("NFKC").replaceAll(/[\s\p{C}]/gu, "");
  return kind === "staff" ? plain.toLowerCase() : plain.toUpperCase();
}

/** What attempts are counted under: the same for numbers that are there and that aren't. */
export function accountKey(cipher: Cipher, kind: OwnerKind, name: string): string {
  return `account:${kind}:${Buffer.from(cipher.lookup(name)).toString("hex")}`;
}

/**
 * Whole IPv4 addresses; of IPv6 the first half, for one subscriber has all of the second.
 * IPv4 inside IPv6 (`::ffff:192.0.2.1`) is the IPv4 address.
 */
export function addressKey(given: string): string {
  // A proxy in front may pass on anything; an address has 45 characters at most.
  const address = given.slice(0, 64);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !address.includes(":")) return `address:${mapped ?? address}`;
  const [head = "", tail = ""] = address.toLowerCase().split("%", 1).join("").split("::");
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const front = groups(head);
  const gap = address.includes("::") ? 8 - front.length - groups(tail).length : 0;
  const all = [...front, ...Array.from({ length: Math.max(0, gap) }, () => "0"), ...groups(tail)];
  const network = all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `address:${network.join(":")}::/64`;
}
