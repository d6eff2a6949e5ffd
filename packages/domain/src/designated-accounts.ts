import type { Day } from "./dates.ts";
import type { PaperFact } from "./paper.ts";
import type { PolicyReader } from "./policy.ts";

/** An account of the centre that others pay into. */
export interface DesignatedAccount {
  readonly bank: string;
  readonly accountNumber: string;
  readonly holder: string;
}

type AccountKey = "unemployment.refundAccount" | "housing.transferAccount";

/** An account of the centre that others pay into, as screens and papers name it. */
export interface DesignatedAccountWords {
  readonly facts: readonly PaperFact[];
  /** 演示银行 0000 0000 0001（户名）. */
  readonly line: string;
  /** Says so where the account is a sample and nobody may pay into it (POL-3). */
  readonly notes: readonly string[];
}

export function designatedAccount(
  policy: PolicyReader,
  key: AccountKey,
  on: Day,
): DesignatedAccountWords {
  const { value, mark } = policy.entryOn(key, on);
  const sample = mark === "sample" ? "（演示参数）" : "";
  return {
    facts: [
      { label: "户名", value: `${value.holder}${sample}` },
      { label: "开户银行", value: `${value.bank}${sample}` },
      { label: "账号", value: `${value.accountNumber}${sample}` },
    ],
    line: `${value.bank} ${value.accountNumber}，户名${value.holder}${sample}`,
    notes: mark === "sample" ? ["上列账户是演示参数，并非真实账户，请勿向其打款。"] : [],
  };
}
