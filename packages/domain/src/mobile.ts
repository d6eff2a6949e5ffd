export interface Mobile {
  readonly ok: true;
  /** 11 digits. */
  readonly number: string;
}

export interface MobileFault {
  readonly ok: false;
  readonly reason: "empty" | "characters" | "length" | "prefix";
  readonly message: string;
}

/** Reads a mainland mobile number, 1[3-9] and 9 digits; +86, blanks and hyphens are taken off. */
export function parseMobile(text: string): Mobile | MobileFault {
  const written = text.normalize("NFKC").replace(/[\s-]+/g, "");
  const number = written.replace(/^(?:\+86|0086|86(?=1\d{10}$))/, "");
  if (number === "") return fault("empty", "请填写手机号码。");
  if (!/^\d+$/.test(number)) return fault("characters", "手机号码里只能有数字。");
  if (number.length !== 11) {
    return fault("length", `手机号码应为11位，现在是${number.length}位，请核对。`);
  }
  if (!/^1[3-9]/.test(number)) {
    return fault("prefix", "请填写以13至19开头的手机号码。");
  }
  return { ok: true, number };
}

function fault(reason: MobileFault["reason"], message: string): MobileFault {
  return { ok: false, reason, message };
}
