/** 测灵一 is 测*一, 张三 is 张*; the rest of a longer name is starred, one star a character. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  if (characters.length < 2) return "*".repeat(characters.length);
  return keepEnds(characters, 1, characters.length > 2 ? 1 : 0);
}

/** 3205**********9915; shorter numbers, as of travel permits, keep two characters at each end. */
export function maskIdentityNumber(number: string): string {
  const kept = number.length >= 15 ? 4 : 2;
  return keepEnds([...number], kept, kept);
}

/** 138****1234. */
export function maskMobile(number: string): string {
  return keepEnds([...number], 3, 4);
}

/** 6217***********2345: as many characters as the card number has. */
export function maskBankCard(number: string): string {
  return keepEnds([...number], 4, 4);
}

/** A text too short to hide anything between its ends is starred whole. */
function keepEnds(characters: readonly string[], first: number, last: number): string {
  const hidden = characters.length - first - last;
  if (hidden < 1) return "*".repeat(characters.length);
  const tail = last === 0 ? [] : characters.slice(-last);
  return [...characters.slice(0, first), "*".repeat(hidden), ...tail].join("");
}

/** c***@example.cn: the first letter and the host. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 1 ? "***" : `${address.slice(0, 1)}***${address.slice(at)}`;
}
