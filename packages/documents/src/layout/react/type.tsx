// biome-ignore-all lint/suspicious/noArrayIndexKey: a paper is rendered once, and nothing moves.

import { Text } from "@react-pdf/renderer";
import { ascentOf, FAMILY, type Weight } from "../fonts.ts";
import { type Line, stretchOf } from "../line-breaking.ts";
import { centredBaseline, INK } from "../page.ts";

interface TypeProps {
  readonly size: number;
  readonly weight?: Weight | undefined;
  readonly color?: string | undefined;
  readonly align?: "left" | "center" | "right" | undefined;
}

/** react-pdf would break a line that fills its box to the last hundredth of a point. */
const SLACK = 0.05;

/**
 * Lines as they were broken, one under the other, each centred in its leading. Each is a text of
 * its own: the font has no glyph for a line break, for which react-pdf would add Helvetica.
 */
export function Lines(
  props: TypeProps & { readonly lines: readonly string[]; readonly leading: number },
) {
  const { lines, leading, size, weight = "regular" } = props;
  const style = {
    ...styleOf(props),
    height: leading,
    lineHeight: leading / size,
    position: "relative",
    top: centredBaseline(0, leading, size) - ascentOf(weight) * size,
    marginHorizontal: -SLACK,
  } as const;
  return lines.map((line, index) => (
    <Text key={index} style={style}>
      {line}
    </Text>
  ));
}

/** One line whose baseline is `baseline` below the top of the box that it is placed in. */
export function PlacedLine(
  props: TypeProps & {
    /** Or how to tell it once the pages are counted. */
    readonly text: string | ((page: { pageNumber: number; totalPages: number }) => string);
    readonly baseline: number;
    /** Edges of the box within which it is aligned. */
    readonly left?: number;
    readonly right?: number;
    readonly spacing?: number;
  },
) {
  const { text, size, baseline, left = 0, right = 0, spacing = 0, weight = "regular" } = props;
  return (
    <Text
      style={{
        ...styleOf(props),
        lineHeight: 1.5,
        letterSpacing: spacing,
        position: "absolute",
        top: baseline - ascentOf(weight) * size,
        left: left - SLACK,
        right: right - SLACK,
        // Spacing follows the last character too: it must not push a centred line aside.
        paddingLeft: props.align === "center" ? spacing : 0,
      }}
      {...(typeof text === "string" ? { children: text } : { render: text })}
    />
  );
}

/** One line of a paragraph, stretched to `width` unless it is the last one. */
export function ParagraphLine(
  props: TypeProps & {
    readonly line: Line;
    readonly leading: number;
    readonly width: number;
    readonly indent?: number;
  },
) {
  const { line, size, leading, width, indent = 0, weight = "regular" } = props;
  return (
    <Text
      style={{
        ...styleOf(props),
        height: leading,
        lineHeight: leading / size,
        letterSpacing: stretchOf(line, width, size),
        position: "relative",
        top: centredBaseline(0, leading, size) - ascentOf(weight) * size,
        marginLeft: indent,
        marginRight: -size,
      }}
    >
      {line.text}
    </Text>
  );
}

function styleOf({ size, weight = "regular", color = INK, align = "left" }: TypeProps) {
  return {
    fontFamily: FAMILY,
    fontSize: size,
    fontWeight: weight === "bold" ? 700 : 400,
    color,
    textAlign: align,
  } as const;
}
