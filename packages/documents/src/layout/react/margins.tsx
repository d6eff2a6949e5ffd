import { View } from "@react-pdf/renderer";
import type { PaperHeader } from "../../content.ts";
import {
  codeText,
  DEMO_TEXT,
  MARGINS,
  MASTHEAD,
  numberText,
  pageText,
  titleLines,
  titleSpacing,
} from "../masthead-text.ts";
import { CONTENT_WIDTH, HAIRLINE, PAGE, SIZE, SOFT_INK } from "../page.ts";
import { drawRule } from "../pen.ts";
import { Drawing } from "./drawing.tsx";
import { PlacedLine } from "./type.tsx";

/** Issuer, title and number at the head of the first page. */
export function Masthead({ header }: { header: PaperHeader }) {
  const lines = titleLines(header.title);
  const more = (lines.length - 1) * MASTHEAD.titleLeading;
  const { top } = PAGE;
  return (
    // The page's own margin is that of the pages after the first, which is deeper.
    <View style={{ marginTop: top - PAGE.continuedTop, height: MASTHEAD.bottom - top + more }}>
      <PlacedLine
        text={header.issuer}
        baseline={MASTHEAD.issuerBaseline - top}
        size={SIZE.issuer}
        spacing={MASTHEAD.issuerSpacing}
        align="center"
      />
      {lines.map((line, index) => (
        <PlacedLine
          key={line}
          text={line}
          baseline={MASTHEAD.titleBaseline - top + index * MASTHEAD.titleLeading}
          size={SIZE.title}
          weight="bold"
          spacing={titleSpacing(header.title)}
          align="center"
          left={-PAGE.left}
          right={-PAGE.left}
        />
      ))}
      <PlacedLine
        text={numberText(header)}
        baseline={MASTHEAD.numberBaseline - top + more}
        size={SIZE.table}
        align="right"
      />
    </View>
  );
}

const SMALL = { size: SIZE.foot, color: SOFT_INK } as const;
const OVER_PAGE = { position: "absolute", top: 0, left: PAGE.left, right: PAGE.right } as const;

/** Head of the pages after the first and foot of all. */
export function Margins({ header }: { header: PaperHeader }) {
  return (
    <View fixed style={OVER_PAGE}>
      <View render={({ pageNumber }) => pageNumber > 1 && <RunningHead header={header} />} />
      <Rule top={MARGINS.footRule} />
      <PlacedLine text={codeText(header)} baseline={MARGINS.footBaseline} {...SMALL} />
      <PlacedLine
        text={({ pageNumber, totalPages }) => pageText(pageNumber, totalPages)}
        baseline={MARGINS.footBaseline}
        align="right"
        {...SMALL}
      />
      {header.demo && <PlacedLine text={DEMO_TEXT} baseline={MARGINS.demoBaseline} {...SMALL} />}
    </View>
  );
}

function RunningHead({ header }: { header: PaperHeader }) {
  const baseline = MARGINS.headBaseline;
  return (
    <>
      <PlacedLine text={header.title} baseline={baseline} {...SMALL} />
      <PlacedLine text={numberText(header)} baseline={baseline} align="right" {...SMALL} />
      <Rule top={MARGINS.headRule} />
    </>
  );
}

function Rule({ top }: { top: number }) {
  return (
    <Drawing
      style={{ position: "absolute", left: 0, top, right: 0, height: HAIRLINE }}
      draw={(pen) => drawRule(pen, [0, 0], [CONTENT_WIDTH, 0], HAIRLINE)}
    />
  );
}
