import type { PaperHeader } from "../content.ts";
import { formatVerificationCode } from "../verification-code.ts";
import type { Canvas } from "./canvas.ts";
import { cellLines } from "./cells.ts";
import { CONTENT_WIDTH, HAIRLINE, mm, PAGE, SIZE, SOFT_INK } from "./page.ts";

const MIDDLE = PAGE.left + CONTENT_WIDTH / 2;
/** Titles up to this length are spaced out, as 参 保 证 明 is. */
const SHORT_TITLE = 6;
const TITLE_SPACING = 3;
const TITLE_LEADING = 32;
const RIGHT = PAGE.left + CONTENT_WIDTH;

/** Issuer, title and number at the head of the first page. */
export function drawMasthead(canvas: Canvas, header: PaperHeader): void {
  const issuer = { size: SIZE.issuer, spacing: 1.5 };
  canvas.text(header.issuer, MIDDLE, PAGE.top + SIZE.issuer, issuer, "center");
  const spacing = [...header.title].length <= SHORT_TITLE ? SIZE.title / 2 : TITLE_SPACING;
  const style = { size: SIZE.title, weight: "bold", spacing } as const;
  const lines = titleLines(header.title);
  lines.forEach((line, index) => {
    canvas.text(line, MIDDLE, PAGE.top + mm(17) + index * TITLE_LEADING, style, "center");
  });
  const more = (lines.length - 1) * TITLE_LEADING;
  const number = { size: SIZE.table };
  canvas.text(`编号：${header.number}`, RIGHT, PAGE.top + mm(28) + more, number, "right");
  canvas.y = PAGE.top + mm(32) + more;
}

/** A long title in lines of about the same length. */
function titleLines(title: string): readonly string[] {
  const spaced = 1 + TITLE_SPACING / SIZE.title;
  const style = {
    size: SIZE.title * spaced,
    leading: TITLE_LEADING,
    weight: "bold",
    align: "center",
    padding: 0,
  } as const;
  return cellLines(title, CONTENT_WIDTH + TITLE_SPACING, style).map((line) => line.text);
}

/** Head of the pages after the first and foot of all, once their number is known. */
export function drawMargins(canvas: Canvas, header: PaperHeader): void {
  const { count } = canvas.pdf.bufferedPageRange();
  const small = { size: SIZE.foot, color: SOFT_INK };
  const footBaseline = PAGE.height - mm(16);
  for (let page = 0; page < count; page += 1) {
    canvas.pdf.switchToPage(page);
    if (page > 0) {
      const baseline = mm(20);
      canvas.text(header.title, PAGE.left, baseline, small);
      canvas.text(`编号：${header.number}`, RIGHT, baseline, small, "right");
      canvas.rule(PAGE.left, baseline + 5, RIGHT, baseline + 5, HAIRLINE);
    }
    const code = formatVerificationCode(header.verificationCode);
    canvas.rule(PAGE.left, footBaseline - 11, RIGHT, footBaseline - 11, HAIRLINE);
    canvas.text(`验证码：${code}`, PAGE.left, footBaseline, small);
    canvas.text(`第${page + 1}页　共${count}页`, RIGHT, footBaseline, small, "right");
    if (header.demo) {
      const mark = "演示系统出具，仅供演示，不作办理业务的凭据";
      canvas.text(mark, PAGE.left, footBaseline + 11, small);
    }
  }
}
