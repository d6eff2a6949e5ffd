// biome-ignore-all lint/suspicious/noArrayIndexKey: a paper is rendered once, and nothing moves.

import type {
  EmphasisSection,
  FactsSection,
  NotesSection,
  ParagraphsSection,
  Section,
  SignaturesSection,
  TableSection,
} from "@hall/domain/paper";
import { View } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { factRows } from "../facts-rows.ts";
import {
  BODY_LEADING,
  CONTENT_WIDTH,
  centredBaseline,
  EMPHASIS,
  FRAME,
  HAIRLINE,
  HEADING_HEIGHT,
  SIGNATURES,
  SIZE,
  SOFT_INK,
  signatureLineStart,
  TAIL_ROWS,
} from "../page.ts";
import { drawFrame, drawRule } from "../pen.ts";
import { measureTable, type Row, styleIn } from "../table-rows.ts";
import {
  emphasisLines,
  NOTE_LEADING,
  noteIndent,
  noteLines,
  noteMark,
  notesHeight,
  paragraphIndent,
  paragraphLines,
} from "../text-lines.ts";
import { Drawing } from "./drawing.tsx";
import { type RuledCell, RuledRow } from "./ruled-row.tsx";
import { Lines, ParagraphLine, PlacedLine } from "./type.tsx";

/** A block of facts up to this height stays in one piece where the seal follows it, in points. */
const UNDIVIDED_HEIGHT = 160;

/** What a section is made of: parts that no page break divides. */
export interface Parts {
  /** Repeated on each page that the section reaches. */
  readonly head?: ReactElement;
  readonly parts: readonly ReactElement[];
  /** How many of the last parts stay with what stands under the section. */
  readonly tail: number;
  /** Of these last parts together, in points. */
  readonly tailHeight: number;
}

export function partsOf(section: Section): Parts {
  switch (section.type) {
    case "paragraphs":
      return { parts: paragraphParts(section), tail: 1, tailHeight: 3 * BODY_LEADING };
    case "facts":
      return factParts(section);
    case "table":
      return tableParts(section);
    case "notes":
      return { parts: noteParts(section), tail: 1, tailHeight: notesHeight(section) };
    case "emphasis": {
      const tailHeight = emphasisLines(section).length * EMPHASIS.leading + 2 * EMPHASIS.padding;
      return { parts: [<Emphasis key="emphasis" section={section} />], tail: 1, tailHeight };
    }
    case "signatures":
      return { parts: signatureParts(section), tail: 1, tailHeight: SIGNATURES.height };
  }
}

const heightOf = (rows: readonly { readonly height: number }[]): number =>
  rows.reduce((sum, row) => sum + row.height, 0);

/** Two lines at least stand together at the foot and at the head of a page. */
function paragraphParts(section: ParagraphsSection): ReactElement[] {
  const indent = paragraphIndent(section);
  return section.paragraphs.flatMap((paragraph, number) => {
    const lines = paragraphLines(paragraph, indent).map((line, index) => {
      const own = index === 0 ? indent : 0;
      const width = CONTENT_WIDTH - own;
      const type = { size: SIZE.body, leading: BODY_LEADING };
      return <ParagraphLine key={index} line={line} width={width} indent={own} {...type} />;
    });
    const groups =
      lines.length < 4
        ? [lines]
        : [lines.slice(0, 2), ...lines.slice(2, -2).map((line) => [line]), lines.slice(-2)];
    return groups.map((group, index) => (
      <View key={`${number}.${index}`} wrap={false}>
        {group}
      </View>
    ));
  });
}

function factParts(section: FactsSection): Parts {
  const rows = factRows(section);
  const tail = heightOf(rows) <= UNDIVIDED_HEIGHT ? rows.length : 1;
  return {
    parts: rows.map(({ cells, height }, index) => (
      <RuledRow key={index} cells={cells} height={height} above={rows[index - 1]?.cells ?? null} />
    )),
    tail,
    tailHeight: heightOf(rows.slice(-tail)),
  };
}

function tableParts(section: TableSection): Parts {
  const { columns, head, rows } = measureTable(section);
  const cellsOf = (row: Row): RuledCell[] =>
    columns.map(({ left, width, style }, index) => ({
      left,
      width,
      style: styleIn({ style }, row.role),
      lines: row.cells[index] ?? [],
    }));
  const headCells = cellsOf(head);
  return {
    head: (
      <View fixed>
        <RuledRow cells={headCells} height={head.height} above={null} />
      </View>
    ),
    parts: rows.map((row, index) => (
      <RuledRow key={index} cells={cellsOf(row)} height={row.height} above={headCells} />
    )),
    tail: TAIL_ROWS,
    tailHeight: head.height + heightOf(rows.slice(-TAIL_ROWS)),
  };
}

function noteParts(section: NotesSection): ReactElement[] {
  const indent = noteIndent(section);
  const type = { size: SIZE.note, color: SOFT_INK };
  return noteLines(section).map((lines, index) => (
    <View key={index} wrap={false}>
      <PlacedLine
        text={noteMark(section, index)}
        baseline={centredBaseline(0, NOTE_LEADING, SIZE.note)}
        {...type}
      />
      {lines.map((line, number) => (
        <ParagraphLine
          key={number}
          line={line}
          width={CONTENT_WIDTH - indent}
          indent={indent}
          leading={NOTE_LEADING}
          {...type}
        />
      ))}
    </View>
  ));
}

function Emphasis({ section }: { section: EmphasisSection }) {
  const { padding, leading } = EMPHASIS;
  const type = { size: SIZE.table, weight: "bold", leading } as const;
  return (
    <View wrap={false} style={{ padding }}>
      <Drawing
        style={{ position: "absolute", left: 0, top: 0, right: 0, bottom: 0 }}
        draw={(pen, width, height) => drawFrame(pen, { x: 0, y: 0, width, height }, FRAME)}
      />
      {emphasisLines(section).map((line, index) => (
        <ParagraphLine key={index} line={line} width={CONTENT_WIDTH - 2 * padding} {...type} />
      ))}
    </View>
  );
}

function signatureParts(section: SignaturesSection): ReactElement[] {
  const rows = Math.ceil(section.lines.length / 2);
  return Array.from({ length: rows }, (_, row) => (
    <View key={row} wrap={false} style={{ height: SIGNATURES.height }}>
      {section.lines.slice(2 * row, 2 * row + 2).map((label, column) => (
        <SignatureLine key={label} label={label} left={(column * CONTENT_WIDTH) / 2} />
      ))}
    </View>
  ));
}

function SignatureLine({ label, left }: { label: string; left: number }) {
  const baseline = centredBaseline(0, SIGNATURES.height, SIZE.table);
  const top = baseline + SIGNATURES.belowBaseline;
  const start = left + signatureLineStart(label);
  const width = CONTENT_WIDTH / 2 - signatureLineStart(label) - SIGNATURES.rightGap;
  return (
    <>
      <PlacedLine text={`${label}：`} left={left} baseline={baseline} size={SIZE.table} />
      <Drawing
        style={{ position: "absolute", top, left: start, width, height: HAIRLINE }}
        draw={(pen) => drawRule(pen, [0, 0], [width, 0], HAIRLINE)}
      />
    </>
  );
}

export function Heading({ text }: { text: string }) {
  return <Lines lines={[text]} size={SIZE.heading} weight="bold" leading={HEADING_HEIGHT} />;
}
