import { dictionary } from "@zxcvbn-ts/language-common";

/** Passwords that people were seen to use, some fifty thousand, in lower case (ASVS 6.2.4). */
const SEEN = new Set(dictionary["passwords-common"]);

/**
 * Words, names and keyboard walks that passwords are made of everywhere; what is left of a password
 * without them has to stand on its own. Longest first, so that `password` goes before `pass`.
 */
const COMMON = [
  ..."1qaz2wsx 1q2w3e4r zaq12wsx qazwsx qwerty azerty asdf zxcv".split(" "),
  ..."password passwd pass word admin root guest user login welcome letmein master".split(" "),
  ..."secret test demo hello change default system server super manager love iloveyou".split(" "),
  ..."woaini woaiwojia wodemima mima nihao aini zhongguo china beijing shanghai jiangsu".split(" "),
  ..."suzhou sipsz sip yuanqu gongyeyuanqu gongjijin shebao canbao yibao danwei xuexiao".split(" "),
  ..."monkey dragon sunshine princess football baseball shadow superman batman".split(" "),
  ..."spring summer autumn winter january february march april monday friday".split(" "),
  ..."密码 我爱你 苏州 园区 公积金 社保 中国".split(" "),
].sort((a, b) => b.length - a.length);

const ROWS = [
  "01234567890",
  "09876543210",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
];
const RUN = 3;
const OWN_CHARACTERS = 5;
const DISTINCT_CHARACTERS = 5;

/**
 * Why a new password isn't good enough, as a sentence; null when it is. Length is the contract's
 * affair. No rule about kinds of characters (ASVS 6.2.5): long sentences are welcome.
 *
 * @param names personal number, unit code, user name, name: what others know of its owner
 */
export function refuseWeakPassword(password: string, names: readonly string[]): string | null {
  const plain = unleet(password.normalize("NFKC").toLowerCase());
  if (new Set(plain).size < DISTINCT_CHARACTERS) return "新密码里重复的字符太多，请换一个。";
  const known = names.map((name) => unleet(name.normalize("NFKC").toLowerCase()));
  if (known.some((name) => name.length >= 2 && plain.includes(name))) {
    return "新密码不能包含您的编号或姓名，请换一个。";
  }
  if (SEEN.has(password.toLowerCase()) || ownPart(plain).length < OWN_CHARACTERS) {
    return "这个密码太常见，容易被猜到，请换一个，例如几个互不相关的词。";
  }
  return null;
}

const LEET: Readonly<Record<string, string>> = { "@": "a", $: "s", "€": "e" };
const unleet = (text: string) => text.replaceAll(/[@$€]/g, (sign) => LEET[sign] ?? sign);

/** What remains without common words, years, runs and signs; each character counted once a run. */
function ownPart(plain: string): string {
  const letters = COMMON.reduce((text, word) => text.replaceAll(word, " "), plain)
    .replaceAll(/(?:19|20)\d\d(?:[01]\d[0-3]\d)?/g, " ")
    .replaceAll(/(.)\1+/gu, "$1");
  return withoutRuns(letters).replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Takes out pieces of the alphabet, the digits and the keyboard's rows, forward and backward. */
function withoutRuns(text: string): string {
  const lines = ROWS.flatMap((row) => [row, [...row].reverse().join("")]);
  let rest = "";
  for (let at = 0; at < text.length; ) {
    const length = runLength(text.slice(at), lines);
    if (length < RUN) rest += text[at];
    at += length < RUN ? 1 : length;
  }
  return rest;
}

function runLength(text: string, lines: readonly string[]): number {
  let length = 1;
  while (length < text.length && lines.some((line) => line.includes(text.slice(0, length + 1)))) {
    length += 1;
  }
  return length;
}
