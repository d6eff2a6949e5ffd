import type { PaperHeader } from "../content.ts";
import { dateText } from "../format.ts";
import { formatVerificationCode } from "../verification-code.ts";
import type { Canvas } from "./canvas.ts";
import { widthOf } from "./fonts.ts";
import { breakLines } from "./line-breaking.ts";
import { CONTENT_WIDTH, mm, PAGE, SIZE, SOFT_INK } from "./page.ts";
import { drawQrCode } from "./qr-code.ts";
import { drawSeal, SEAL_DIAMETER } from "./seal.ts";

const GAP_ABOVE = mm(4);
/** From the middle of the seal: above the star, and between the star and the purpose. */
const ISSUER_BASELINE = -mm(4.6);
const DATE_BASELINE = mm(7);
const QR_SIDE = mm(29);
const HINT_SIZE = 8;
const HINT_LEADING = 12;

/** Room that the end of a paper needs under its text, in points. */
export function closingHeight(header: PaperHeader): number {
  return GAP_ABOVE + (header.seal ? SEAL_DIAMETER : QR_SIDE);
}

/** Where a click on the seal opens the signature, from the top left corner. */
export interface SignatureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Ends a paper: issuer, date and seal at the right, under the text; the QR code at the lower
 * left corner of the page. The caller has made room.
 */
export function drawClosing(canvas: Canvas, header: PaperHeader): SignatureBox {
  drawVerification(canvas, header);
  return header.seal ? drawIssuer(canvas, header) : { x: 0, y: 0, width: 0, height: 0 };
}

function drawIssuer(canvas: Canvas, header: PaperHeader): SignatureBox {
  const top = canvas.y + GAP_ABOVE;
  const width = widthOf(header.issuer, "regular", SIZE.body);
  const middle = PAGE.left + CONTENT_WIDTH - width / 2 - mm(2);
  // Chinese usage: the seal sits on the date and reaches up over the issuer's name. The ink of
  // the text is set over it, so that both stay readable.
  const seal = { x: middle, y: top + SEAL_DIAMETER / 2 };
  if (header.seal) drawSeal(canvas.pdf, header.seal, seal.x, seal.y);
  canvas.text(header.issuer, middle, seal.y + ISSUER_BASELINE, { size: SIZE.body }, "center");
  canvas.text(
    dateText(header.issuedOn),
    middle,
    seal.y + DATE_BASELINE,
    { size: SIZE.body },
    "center",
  );
  canvas.y = top + SEAL_DIAMETER;
  return {
    x: seal.x - SEAL_DIAMETER / 2,
    y: top,
    width: SEAL_DIAMETER,
    height: SEAL_DIAMETER,
  };
}

function drawVerification(canvas: Canvas, header: PaperHeader): void {
  const top = PAGE.bottom - QR_SIDE;
  // The quiet zone of the code lines up with the margin by its modules, not by its white.
  drawQrCode(canvas.pdf, header.verificationUrl, PAGE.left - mm(1.8), top + mm(1.8), QR_SIDE);
  const left = PAGE.left + QR_SIDE - mm(1);
  const hint = "扫码验真，或在网上服务大厅“验证”页面输入验证码：";
  const lines = breakLines(hint, { weight: "regular", size: HINT_SIZE, width: mm(40) });
  const code = formatVerificationCode(header.verificationCode);
  const texts = [
    ...lines.map((line) => line.text),
    code.slice(0, 15),
    code.slice(15),
    ...(header.validUntil ? [`有效期至${dateText(header.validUntil)}`] : []),
  ];
  const first = top + QR_SIDE - mm(1) - (texts.length - 1) * HINT_LEADING;
  texts.forEach((text, index) => {
    canvas.text(text, left, first + index * HINT_LEADING, { size: HINT_SIZE, color: SOFT_INK });
  });
}
