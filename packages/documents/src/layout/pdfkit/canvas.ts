import PDFDocument from "pdfkit";
import { fontFile, type Weight, widthOf } from "../fonts.ts";
import { type Line, stretchOf } from "../line-breaking.ts";
import { INK, PAGE } from "../page.ts";
import { drawFrame, drawRule } from "../pen.ts";

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly color?: string;
  /** Added between characters, in points. */
  readonly spacing?: number;
}

type Anchor = "left" | "center" | "right";

/** A page under a pen: the position `y` moves down, and full pages give way to new ones. */
export class Canvas {
  readonly pdf: PDFKit.PDFDocument;
  /** Top of what is drawn next, in points from the top of the page. */
  y: number = PAGE.top;

  constructor(info: PDFKit.DocumentInfo) {
    this.pdf = new PDFDocument({
      size: "A4",
      margin: 0,
      bufferPages: true,
      pdfVersion: "1.7",
      lang: "zh-CN",
      displayTitle: true,
      info,
      // No default font: Helvetica would not be embedded.
      font: null as unknown as string,
    });
    this.pdf.registerFont("regular", fontFile("regular"));
    this.pdf.registerFont("bold", fontFile("bold"));
  }

  /** Room left on this page, in points. */
  get room(): number {
    return PAGE.bottom - this.y;
  }

  newPage(): void {
    this.pdf.addPage({ size: "A4", margin: 0 });
    this.y = PAGE.continuedTop;
  }

  /** Starts a new page unless `height` fits on this one. */
  ensure(height: number): void {
    if (height > this.room) this.newPage();
  }

  /** One line of text; `x` is its left end, middle or right end, `baseline` is where it stands. */
  text(text: string, x: number, baseline: number, style: TextStyle, anchor: Anchor = "left"): void {
    if (text === "") return;
    const { size, weight = "regular", color = INK, spacing = 0 } = style;
    this.pdf.font(weight).fontSize(size).fillColor(color);
    const width = widthOf(text, weight, size) + spacing * ([...text].length - 1);
    const left = anchor === "left" ? x : anchor === "right" ? x - width : x - width / 2;
    this.pdf.text(text, left, baseline, {
      lineBreak: false,
      baseline: "alphabetic",
      characterSpacing: spacing,
    });
  }

  /** One line of a paragraph, stretched to `width` unless it is the last one. */
  paragraphLine(line: Line, x: number, baseline: number, style: TextStyle, width: number): void {
    this.text(line.text, x, baseline, { ...style, spacing: stretchOf(line, width, style.size) });
  }

  rule(x1: number, y1: number, x2: number, y2: number, thickness: number): void {
    drawRule(this.pdf, [x1, y1], [x2, y2], thickness);
  }

  frame(x: number, y: number, width: number, height: number, thickness: number): void {
    drawFrame(this.pdf, { x, y, width, height }, thickness);
  }

  /** Finishes the file. */
  async bytes(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    this.pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise<void>((resolve, reject) => {
      this.pdf.on("end", resolve);
      this.pdf.on("error", reject);
    });
    this.pdf.end();
    await ended;
    return Buffer.concat(chunks);
  }
}
