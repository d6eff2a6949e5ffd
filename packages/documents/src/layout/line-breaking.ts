import { advanceOf, type Weight, widthOf } from "./fonts.ts";

/** 行首禁则: these never begin a line. */
const NOT_AT_START = new Set("，。、；：？！）》〉】〕」』”’…—·～％‰℃,.;:?!)]}%");
/** 行尾禁则: these never end a line. */
const NOT_AT_END = new Set("（《〈【〔「『“‘([{￥¥＄");
/** Words and numbers stay whole. */
const WORD_CHARACTER = /[0-9A-Za-z.,:;/@#&=+_~*'$%-]/;

export interface LineSetting {
  readonly weight: Weight;
  /** In points. */
  readonly size: number;
  /** Width of a line in points. */
  readonly width: number;
  /** Indent of the first line in points. */
  readonly indent?: number;
}

export interface Line {
  readonly text: string;
  /** Natural width in points. */
  readonly width: number;
  /** The last line of its paragraph: it isn't justified. */
  readonly last: boolean;
}

/**
 * Breaks a text into lines as Chinese is set: between any two characters, but words and numbers
 * whole and the line-start and line-end rules (禁则) kept. A word wider than a line, such as a
 * hash, is cut where the line is full. `\n` starts a new line.
 */
export function breakLines(text: string, setting: LineSetting): readonly Line[] {
  return text.split("\n").flatMap((part, index) => breakOne(part, setting, index === 0));
}

function breakOne(text: string, setting: LineSetting, first: boolean): Line[] {
  const lines: Line[] = [];
  let current = "";
  let currentWidth = 0;
  let room = setting.width - (first ? (setting.indent ?? 0) : 0);
  const finish = (last: boolean) => {
    const text = current.trimEnd();
    lines.push({ text, width: widthOf(text, setting.weight, setting.size), last });
    current = "";
    currentWidth = 0;
    room = setting.width;
  };
  for (const piece of fittingPieces(text, setting)) {
    if (current !== "" && currentWidth + piece.width > room + 0.01) {
      finish(false);
      if (piece.text === " ") continue;
    }
    current += piece.text;
    currentWidth += piece.width;
  }
  finish(true);
  return lines;
}

/** Room to add between the characters of a line for it to fill `width`; 0 for a last line. */
export function stretchOf(line: Line, width: number, size: number): number {
  const gaps = [...line.text].length - 1;
  const slack = width - line.width;
  return !line.last && gaps > 0 && slack > 0 && slack < size * 4 ? slack / gaps : 0;
}

interface Piece {
  readonly text: string;
  readonly width: number;
}

/** The unbreakable pieces of a text, those wider than a line cut into characters. */
function fittingPieces(text: string, setting: LineSetting): Piece[] {
  const measure = (piece: string): Piece => {
    let width = 0;
    for (const character of piece) width += advanceOf(character, setting.weight);
    return { text: piece, width: width * setting.size };
  };
  return unbreakablePieces(text)
    .map(measure)
    .flatMap((piece) => (piece.width > setting.width ? [...piece.text].map(measure) : [piece]));
}

/** Exported for its test. */
export function unbreakablePieces(text: string): string[] {
  const pieces: string[] = [];
  let glue = false;
  let inWord = false;
  for (const character of text) {
    const wordCharacter = WORD_CHARACTER.test(character);
    const joins = glue || NOT_AT_START.has(character) || (inWord && wordCharacter);
    if (joins && pieces.length > 0) pieces[pieces.length - 1] += character;
    else pieces.push(character);
    glue = NOT_AT_END.has(character);
    inWord = wordCharacter;
  }
  return pieces;
}
