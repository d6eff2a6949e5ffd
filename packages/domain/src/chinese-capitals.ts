const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"] as const;
const GROUPS = ["", "万", "亿"] as const;
/** 一万亿元: the largest sum that three groups of four digits name. */
const LIMIT_FEN = 100_000_000_000_000n;

/**
 * An amount in capital characters as payment vouchers bear it, e.g. 140950 fen as
 * 人民币壹仟肆佰零玖元伍角整. Follows the People's Bank's rules for filling in notes and
 * settlement vouchers (正确填写票据和结算凭证的基本规定): 整 after 元 and 角, never after 分;
 * one 零 for any run of zeros; 零 before 分 when there is no 角. Where the rules leave a choice
 * (units of yuan are zero, 角 follows) it writes the 零, as the rules' own first example does.
 *
 * @param fen 0 to under 100 000 000 000 000 (一万亿元)
 * @throws RangeError outside of that: no paper of the centre bears such a sum
 */
export function chineseCapitals(fen: bigint): string {
  if (fen < 0n || fen >= LIMIT_FEN) throw new RangeError(`Not a sum for a voucher: ${fen} fen`);
  if (fen === 0n) return "人民币零元整";
  const yuan = fen / 100n;
  const jiao = Number((fen / 10n) % 10n);
  const rest = Number(fen % 10n);
  return `人民币${yuanPart(yuan)}${subunits(yuan, jiao, rest)}`;
}

function subunits(yuan: bigint, jiao: number, fen: number): string {
  if (jiao === 0 && fen === 0) return "整";
  const afterZero = yuan > 0n && (jiao === 0 || yuan % 10n === 0n);
  const jiaoText = jiao > 0 ? `${digit(jiao)}角` : "";
  return `${afterZero ? "零" : ""}${jiaoText}${fen > 0 ? `${digit(fen)}分` : "整"}`;
}

function yuanPart(yuan: bigint): string {
  if (yuan === 0n) return "";
  let text = "";
  for (let group = GROUPS.length - 1; group >= 0; group -= 1) {
    const value = Number((yuan / 10_000n ** BigInt(group)) % 10_000n);
    if (value === 0) continue;
    // Zeros between what is written already and this group are read as one.
    const gap = text !== "" && (value < 1000 || followsZeroGroup(yuan, group));
    text += `${gap ? "零" : ""}${fourDigits(value)}${GROUPS[group]}`;
  }
  return `${text}元`;
}

/** The group above this one is empty, though something stands further up. */
function followsZeroGroup(yuan: bigint, group: number): boolean {
  return (yuan / 10_000n ** BigInt(group + 1)) % 10_000n === 0n;
}

function fourDigits(value: number): string {
  let text = "";
  let zeros = false;
  for (let place = 3; place >= 0; place -= 1) {
    const current = Math.floor(value / 10 ** place) % 10;
    if (current === 0) {
      zeros = text !== "";
    } else {
      text += `${zeros ? "零" : ""}${digit(current)}${PLACES[place]}`;
      zeros = false;
    }
  }
  return text;
}

const digit = (value: number): string => DIGITS.charAt(value);
