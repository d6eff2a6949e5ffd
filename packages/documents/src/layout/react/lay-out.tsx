// biome-ignore-all lint/suspicious/noArrayIndexKey: a paper is rendered once, and nothing moves.

import type { Section } from "@hall/domain/paper";
import { Document, Font, Page, pdf, View } from "@react-pdf/renderer";
import { Fragment, type ReactElement } from "react";
import type { PaperHeader } from "../../content.ts";
import { closingHeight } from "../closing-text.ts";
import { FAMILY, fontPath } from "../fonts.ts";
import { FRESH_PAGE, GAP_BETWEEN_SECTIONS, HEADING_HEIGHT, PAGE } from "../page.ts";
import { isRunningOn } from "../sections.ts";
import { notesHeight } from "../text-lines.ts";
import { Heading, partsOf } from "./blocks.tsx";
import { Closing } from "./closing.tsx";
import { Margins, Masthead } from "./margins.tsx";

Font.register({
  family: FAMILY,
  fonts: [
    { src: fontPath("regular"), fontWeight: 400 },
    { src: fontPath("bold"), fontWeight: 700 },
  ],
});
// Lines come broken (`line-breaking.ts`); react-pdf would set hyphens between Chinese characters.
Font.registerHyphenationCallback((word) => [word]);

/** Room that must be left under a heading, so that it isn't alone at the foot of a page. */
const PRESENCE = 2 * HEADING_HEIGHT;

/** Lays out a paper on A4 pages; the seal bears the `SIGNATURE_PLACE`. */
export async function layOutWithReact(
  header: PaperHeader,
  sections: readonly Section[],
  createdAt: Date,
): Promise<Buffer> {
  const stream = await pdf(
    <Document
      title={header.title}
      author={header.issuer}
      subject={header.number}
      creationDate={createdAt}
      modificationDate={createdAt}
      language="zh-CN"
      pdfVersion="1.7"
    >
      <Page
        size="A4"
        style={{
          paddingTop: PAGE.continuedTop,
          paddingBottom: PAGE.height - PAGE.bottom,
          paddingLeft: PAGE.left,
          paddingRight: PAGE.right,
        }}
      >
        <Margins header={header} />
        <Masthead header={header} />
        {flowOf(header, sections)}
      </Page>
    </Document>,
  ).toBuffer();
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The sections; the last of them keeps the notes and the seal with its end. */
function flowOf(header: PaperHeader, sections: readonly Section[]): ReactElement[] {
  const last = sections.at(-1);
  const notes = last?.type === "notes" && sections.length > 1 ? last : null;
  const body = notes ? sections.slice(0, -1) : sections;
  const room = closingHeight(header) + (notes ? GAP_BETWEEN_SECTIONS + notesHeight(notes) : 0);
  const end = (
    <>
      {notes && <View style={{ marginTop: GAP_BETWEEN_SECTIONS }}>{partsOf(notes).parts}</View>}
      <Closing header={header} />
    </>
  );
  return body.map((section, index) => (
    <Fragment key={index}>
      {blockOf(section, {
        gap: index > 0 && !isRunningOn(body, index) ? GAP_BETWEEN_SECTIONS : 0,
        end: index === body.length - 1 ? { drawn: end, height: room } : null,
      })}
    </Fragment>
  ));
}

interface BlockSetting {
  /** Room above, in points. */
  readonly gap: number;
  /** What stands under the last section, and its height in points. */
  readonly end: { readonly drawn: ReactElement; readonly height: number } | null;
}

function blockOf(section: Section, { gap, end }: BlockSetting): ReactElement {
  const { head, parts, tail, tailHeight } = partsOf(section);
  const heading = section.type !== "notes" && section.heading && <Heading text={section.heading} />;
  if (!end) {
    return (
      <>
        {heading && <Kept gap={gap}>{heading}</Kept>}
        <View style={{ marginTop: heading ? 0 : gap }}>
          {head}
          {parts}
        </View>
      </>
    );
  }
  const free = parts.slice(0, -tail);
  const isShort = free.length === 0;
  // react-pdf lets what it must not divide run off the page if it is higher than that.
  const fits = tailHeight + HEADING_HEIGHT + end.height < FRESH_PAGE;
  return (
    <>
      {heading && !isShort && <Kept gap={gap}>{heading}</Kept>}
      <View style={{ flexGrow: 1, marginTop: heading && !isShort ? 0 : gap }}>
        {!isShort && head}
        {free}
        <View wrap={!fits} style={{ flexGrow: 1 }}>
          {isShort && heading}
          {isShort && head}
          {parts.slice(-tail)}
          {end.drawn}
        </View>
      </View>
    </>
  );
}

/** A heading that is never alone at the foot of a page. */
function Kept({ gap, children }: { gap: number; children: ReactElement }) {
  return (
    <View style={{ marginTop: gap }} minPresenceAhead={PRESENCE}>
      {children}
    </View>
  );
}
