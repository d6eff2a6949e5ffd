import { day, formatDay } from "@hall/domain/dates";
import type { PaperHeader } from "../content.ts";
import { formatVerificationCode } from "../verification-code.ts";
import { widthOf } from "./fonts.ts";
import { breakLines } from "./line-breaking.ts";
import { CONTENT_WIDTH, mm, SIZE } from "./page.ts";
import { SEAL_DIAMETER } from "./seal-paths.ts";

export const GAP_ABOVE_CLOSING = mm(4);

/**
 * Chinese usage: the seal sits on the date and reaches up over the issuer's name. The ink of
 * the text is set over it, so that both stay readable. Baselines are counted from the middle of
 * the seal: above the star, and between the star and the purpose.
 */
export const ISSUER_BASELINE = -mm(4.6);
export const DATE_BASELINE = mm(7);

/** The QR code stands at the lower left corner of the text's room. */
export const QR = {
  side: mm(29),
  /** The quiet zone lines up with the margin by its modules, not by its white. */
  overhang: mm(1.8),
  hintLeft: mm(28),
  /** Above the lowest point of text. */
  lastBaseline: mm(1),
} as const;
export const HINT = { size: 8, leading: 12 } as const;

/** Room that the end of a paper needs under its text, in points. */
export function closingHeight(header: PaperHeader): number {
  return GAP_ABOVE_CLOSING + (header.seal ? SEAL_DIAMETER : QR.side);
}

/** Middle of issuer, date and seal, from the left margin. */
export function closingMiddle(header: PaperHeader): number {
  return CONTENT_WIDTH - widthOf(header.issuer, "regular", SIZE.body) / 2 - mm(2);
}

export const issuedOnText = (header: PaperHeader): string => formatDay(day(header.issuedOn));

/** What stands beside the QR code, line by line. */
export function verificationLines(header: PaperHeader): readonly string[] {
  const hint = "扫码验真，或在网上服务大厅“验证”页面输入验证码：";
  const lines = breakLines(hint, { weight: "regular", size: HINT.size, width: mm(40) });
  const code = formatVerificationCode(header.verificationCode);
  return [
    ...lines.map((line) => line.text),
    code.slice(0, 15),
    code.slice(15),
    ...(header.validUntil ? [`有效期至${formatDay(day(header.validUntil))}`] : []),
  ];
}
