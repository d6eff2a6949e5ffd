import { passesLuhn } from "./check-digits.ts";

export interface BankCard {
  readonly ok: true;
  /** 16 to 19 digits without blanks. */
  readonly number: string;
}

export interface BankCardFault {
  readonly ok: false;
  readonly reason: "empty" | "characters" | "length" | "check-digit";
  readonly message: string;
}

/** Reads a bank card number: 16 to 19 digits that pass Luhn; blanks and hyphens between are fine. */
export function parseBankCard(text: string): BankCard | BankCardFault {
  const number = text.normalize("NFKC").replace(/[\s-]+/g, "");
  if (number === "") return fault("empty", "请填写银行卡号。");
  if (!/^\d+$/.test(number)) return fault("characters", "银行卡号里只能有数字。");
  if (number.length < 16 || number.length > 19) {
    return fault("length", `银行卡号应为16至19位，现在是${number.length}位，请核对。`);
  }
  if (!passesLuhn(number)) {
    return fault("check-digit", "银行卡号与它的最后一位校验码对不上，请逐位核对。");
  }
  return { ok: true, number };
}

function fault(reason: BankCardFault["reason"], message: string): BankCardFault {
  return { ok: false, reason, message };
}
