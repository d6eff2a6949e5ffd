/** The 31 symbols of GB 32100: digits and capital letters without I, O, S, V and Z. */
export const CREDIT_CODE_SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** 3^(i-1) mod 31 for the 17 leading symbols. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

export interface CreditCode {
  readonly ok: true;
  /** As it is stored and compared: 18 capital symbols, no blanks. */
  readonly code: string;
}

export interface CreditCodeFault {
  readonly ok: false;
  readonly reason: "empty" | "length" | "characters" | "check-digit";
  readonly message: string;
}

/** The 18th symbol of a unified social credit code from its first 17 (GB 32100). */
export function creditCodeCheckSymbol(seventeenSymbols: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, index) =>
      total + weight * CREDIT_CODE_SYMBOLS.indexOf(seventeenSymbols.charAt(index)),
    0,
  );
  return CREDIT_CODE_SYMBOLS.charAt((31 - (sum % 31)) % 31);
}

/** Reads a unified social credit code (统一社会信用代码, GB 32100). */
export function parseCreditCode(text: string): CreditCode | CreditCodeFault {
  const code = text.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
  if (code === "") return fault("empty", "请填写统一社会信用代码。");
  if (code.length !== 18) {
    return fault("length", `统一社会信用代码应为18位，现在是${code.length}位，请核对。`);
  }
  if ([...code].some((symbol) => !CREDIT_CODE_SYMBOLS.includes(symbol))) {
    return fault(
      "characters",
      "统一社会信用代码由数字和大写字母组成，不含I、O、S、V、Z，请核对是否与1、0、5、2混淆。",
    );
  }
  if (creditCodeCheckSymbol(code.slice(0, 17)) !== code.charAt(17)) {
    return fault("check-digit", "统一社会信用代码与它的最后一位校验码对不上，请逐位核对。");
  }
  return { ok: true, code };
}

function fault(reason: CreditCodeFault["reason"], message: string): CreditCodeFault {
  return { ok: false, reason, message };
}
