import type { PaperHeader } from "../content.ts";
import { formatVerificationCode } from "../verification-code.ts";
import { cellLines } from "./cell-lines.ts";
import { CONTENT_WIDTH, mm, PAGE, SIZE } from "./page.ts";

/** Titles up to this length are spaced out, as 参 保 证 明 is. */
const SHORT_TITLE = 6;
const TITLE_SPACING = 3;

/** Places in the masthead, counted from the top of the first page. */
export const MASTHEAD = {
  issuerSpacing: 1.5,
  issuerBaseline: PAGE.top + SIZE.issuer,
  titleBaseline: PAGE.top + mm(17),
  titleLeading: 32,
  numberBaseline: PAGE.top + mm(28),
  bottom: PAGE.top + mm(32),
} as const;

/** Running head and foot, counted from the top of the page. */
export const MARGINS = {
  headBaseline: mm(20),
  headRule: mm(20) + 5,
  footRule: PAGE.height - mm(16) - 11,
  footBaseline: PAGE.height - mm(16),
  demoBaseline: PAGE.height - mm(16) + 11,
} as const;

/** Room between the characters of a title, in points. */
export function titleSpacing(title: string): number {
  return [...title].length <= SHORT_TITLE ? SIZE.title / 2 : TITLE_SPACING;
}

/** A long title in lines of about the same length. */
export function titleLines(title: string): readonly string[] {
  const spaced = 1 + TITLE_SPACING / SIZE.title;
  const style = {
    size: SIZE.title * spaced,
    leading: MASTHEAD.titleLeading,
    weight: "bold",
    align: "center",
    padding: 0,
  } as const;
  return cellLines(title, CONTENT_WIDTH + TITLE_SPACING, style).map((line) => line.text);
}

export const numberText = (header: PaperHeader): string => `编号：${header.number}`;

export const codeText = (header: PaperHeader): string =>
  `验证码：${formatVerificationCode(header.verificationCode)}`;

export const pageText = (page: number, count: number): string => `第${page}页　共${count}页`;

export const DEMO_TEXT = "演示系统出具，仅供演示，不作办理业务的凭据";
