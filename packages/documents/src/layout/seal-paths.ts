import type { Seal } from "../content.ts";
import { openedFont } from "./fonts.ts";
import { mm } from "./page.ts";

/** Outer diameter of a seal of a public institution's department, in points. */
export const SEAL_DIAMETER = mm(40);

const RADIUS = SEAL_DIAMETER / 2;
const RING = mm(1.1);
const TEXT_BASE_RADIUS = RADIUS - mm(6);
/** Sweep of the curved text over the top, in degrees. */
const LARGEST_SWEEP = 268;

/** A round seal as SVG paths in points, the origin in its middle; the ring is a line. */
export interface SealPaths {
  readonly ring: { readonly radius: number; readonly width: number };
  /** Name on the circle, star and purpose, to be filled. */
  readonly filled: string;
}

const known = new Map<string, SealPaths>();

/**
 * The outlines of a seal. Glyphs are paths and no text, so that copying or searching the page
 * isn't littered with letters in a circle. An installation has few seals: they are kept.
 */
export function sealPaths(seal: Seal): SealPaths {
  const key = JSON.stringify([seal.organisation, seal.purpose, seal.demo]);
  const before = known.get(key);
  if (before) return before;
  const paths: SealPaths = {
    ring: { radius: RADIUS - RING / 2, width: RING },
    filled: [
      starPath(mm(5.6), -mm(1.6)),
      ...curvedText(seal.organisation),
      ...levelTexts(seal),
    ].join(""),
  };
  known.set(key, paths);
  return paths;
}

function starPath(radius: number, centreY: number): string {
  const inner = radius * 0.382;
  const points = Array.from({ length: 10 }, (_, point) => {
    const angle = radians(point * 36 - 90);
    const distance = point % 2 === 0 ? radius : inner;
    return `${written(Math.cos(angle) * distance)} ${written(Math.sin(angle) * distance + centreY)}`;
  });
  return `M${points.join("L")}Z`;
}

interface GlyphShape {
  /** Height of the em in points. */
  readonly height: number;
  /** Relative width. */
  readonly stretch: number;
}

/** The name clockwise over the top, letters upright on the circle, narrower the more there are. */
function curvedText(text: string): string[] {
  const characters = [...text];
  const height = mm(4.2);
  const middle = TEXT_BASE_RADIUS + height / 2;
  const naturalStep = ((height * 1.02) / middle) * (180 / Math.PI);
  const step = Math.min(naturalStep * 1.15, LARGEST_SWEEP / characters.length);
  const stretch = Math.min(1, (step / naturalStep) * 1.02);
  return characters.map((character, index) => {
    const degrees = (index - (characters.length - 1) / 2) * step;
    const place = { left: -(height * stretch) / 2, baseline: -TEXT_BASE_RADIUS, degrees };
    return glyphPath(character, { height, stretch }, place);
  });
}

function levelText(text: string, style: GlyphShape & { readonly baseline: number }): string[] {
  const { height, stretch, baseline } = style;
  const step = height * stretch * 1.08;
  return [...text].map((character, index, all) => {
    const left = (index - all.length / 2) * step + (step - height * stretch) / 2;
    return glyphPath(character, style, { left, baseline, degrees: 0 });
  });
}

/** Under star and date: the purpose, in two smaller lines where it is long, and 演示 at the foot. */
function levelTexts({ purpose, demo }: Seal): string[] {
  const characters = [...purpose];
  const isLong = characters.length > LONGEST_IN_ONE_LINE;
  const upper = isLong ? Math.ceil(characters.length * UPPER_SHARE) : 0;
  const line = (from: number, until: number, style: GlyphShape & { readonly baseline: number }) =>
    levelText(characters.slice(from, until).join(""), style);
  const lines = isLong
    ? [
        ...line(0, upper, { baseline: mm(10.9), height: mm(2.5), stretch: 0.82 }),
        ...line(upper, characters.length, { baseline: mm(13.8), height: mm(2.5), stretch: 0.95 }),
      ]
    : line(0, characters.length, { baseline: mm(12), height: mm(3.5), stretch: 0.95 });
  const mark = isLong
    ? { baseline: mm(17), height: mm(2.4), stretch: 1 }
    : { baseline: mm(16.2), height: mm(2.9), stretch: 1 };
  return [...lines, ...(demo ? levelText("演示", mark) : [])];
}

const LONGEST_IN_ONE_LINE = 7;
/** The circle narrows towards its foot, so the upper line holds more. */
const UPPER_SHARE = 0.6;

/** One glyph, set at `left` and `baseline` and then turned about the middle of the seal. */
function glyphPath(
  character: string,
  { height, stretch }: GlyphShape,
  place: { readonly left: number; readonly baseline: number; readonly degrees: number },
): string {
  const font = openedFont("bold");
  const scale = height / font.unitsPerEm;
  // Font units grow upwards; the em box of Chinese glyphs begins 0.12 em below the baseline.
  const originY = place.baseline - height * 0.12;
  const [cos, sin] = [Math.cos(radians(place.degrees)), Math.sin(radians(place.degrees))];
  const turned = (x: number, y: number): string => {
    const right = place.left + x * scale * stretch;
    const down = originY - y * scale;
    return `${written(right * cos - down * sin)} ${written(right * sin + down * cos)}`;
  };
  const { commands } = font.glyphForCodePoint(character.codePointAt(0) ?? 0).path;
  return commands
    .map(
      ({ command, args }) =>
        LETTERS[command] +
        pairs(args)
          .map(([x, y]) => turned(x, y))
          .join(" "),
    )
    .join("");
}

const LETTERS = {
  moveTo: "M",
  lineTo: "L",
  quadraticCurveTo: "Q",
  bezierCurveTo: "C",
  closePath: "Z",
} as const;

function pairs(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    found.push([numbers[index] ?? 0, numbers[index + 1] ?? 0]);
  }
  return found;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Thousandths of a point are finer than any printer. */
const written = (points: number): number => Math.round(points * 1000) / 1000;
