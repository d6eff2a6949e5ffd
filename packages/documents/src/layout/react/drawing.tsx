import { Canvas } from "@react-pdf/renderer";
import type { ComponentProps } from "react";
import type { Pen } from "../pen.ts";

/** A box drawn with the pen that the long tables are drawn with; it begins at (0, 0). */
export function Drawing(props: {
  readonly style: NonNullable<ComponentProps<typeof Canvas>["style"]>;
  readonly draw: (pen: Pen, width: number, height: number) => void;
}) {
  return (
    <Canvas
      style={props.style}
      paint={(painter, width, height) => {
        props.draw(painter, width, height);
        return null;
      }}
    />
  );
}
