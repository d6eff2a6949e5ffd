import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";

export type Weight = "regular" | "bold";

/**
 * Song type in full: a subset by GB 2312 lacks 喆, 堃, 〇 and hundreds of other characters of
 * people's names. The PDF itself embeds only the glyphs that it uses.
 */
const FILES: Readonly<Record<Weight, string>> = {
  regular: "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
};

/** Name under which react-pdf knows the two weights. */
export const FAMILY = "Song";

const require = createRequire(import.meta.url);
const files = new Map<Weight, Buffer>();
const opened = new Map<Weight, Font>();

/** Where a font file lies. */
export function fontPath(weight: Weight): string {
  return require.resolve(FILES[weight]);
}

/** The bytes of a font file, read once per thread. */
export function fontFile(weight: Weight): Buffer {
  const known = files.get(weight);
  if (known) return known;
  const bytes = readFileSync(fontPath(weight));
  files.set(weight, bytes);
  return bytes;
}

/**
 * A font for measuring and for outlines. PDFs open their own copy, because fontkit remembers
 * with a glyph the text that it was first asked for.
 */
export function openedFont(weight: Weight): Font {
  const known = opened.get(weight);
  if (known) return known;
  const font = create(fontFile(weight));
  if (!("layout" in font)) throw new Error(`Not a single font: ${FILES[weight]}`);
  opened.set(weight, font);
  return font;
}

/** Height of the font's first line above its baseline, in ems. */
export function ascentOf(weight: Weight): number {
  const font = openedFont(weight);
  return font.ascent / font.unitsPerEm;
}

/** A text holds a character for which the font has no glyph. */
export class UnprintableCharacterError extends Error {
  override readonly name = "UnprintableCharacterError";
  readonly character: string;

  /** The text itself isn't told: errors are logged, and it may hold personal data. */
  constructor(character: string) {
    const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    super(`The font has no glyph for ${character} (U+${codePoint}).`);
    this.character = character;
  }
}

/** A text with 〓 (the printers' mark of a missing letter) for characters without a glyph. */
export function printable(text: string): string {
  const font = openedFont("regular");
  return Array.from(text, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return character === "\n" || font.hasGlyphForCodePoint(codePoint) ? character : "〓";
  }).join("");
}

const advances = { regular: new Map<string, number>(), bold: new Map<string, number>() };

/**
 * Advance of one character in ems.
 * @throws UnprintableCharacterError where a reader would see nothing or a box
 */
export function advanceOf(character: string, weight: Weight): number {
  const known = advances[weight].get(character);
  if (known !== undefined) return known;
  const font = openedFont(weight);
  const codePoint = character.codePointAt(0) ?? 0;
  if (!font.hasGlyphForCodePoint(codePoint)) throw new UnprintableCharacterError(character);
  const advance = font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
  advances[weight].set(character, advance);
  return advance;
}

/** Width of a text in points, without kerning. */
export function widthOf(text: string, weight: Weight, size: number): number {
  let ems = 0;
  for (const character of text) ems += advanceOf(character, weight);
  return ems * size;
}
