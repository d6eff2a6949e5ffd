import { type PointerEvent, useRef } from "react";
import { moved, type View, zoomed } from "./cutting.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

type Change = (change: (view: View) => View) => void;

/**
 * Moves with one finger or the mouse, enlarges with two fingers. `ratio` is how many pixels of the
 * frame lie under one of the screen.
 */
export function useGestures(ratio: () => number, change: Change) {
  const fingers = useRef(new Map<number, Point>());
  const lift = ({ pointerId }: PointerEvent) => fingers.current.delete(pointerId);
  return {
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      fingers.current.set(event.pointerId, pointOf(event));
    },
    onPointerMove: (event: PointerEvent) => {
      const before = fingers.current.get(event.pointerId);
      if (!before) return;
      const now = pointOf(event);
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      fingers.current.set(event.pointerId, now);
      // Of two fingers each moves half of what the picture moves.
      const share = ratio() / (other ? 2 : 1);
      const spread = other ? distance(now, other) / Math.max(1, distance(before, other)) : 1;
      change((view) =>
        moved(
          zoomed(view, view.zoom * spread),
          (now.x - before.x) * share,
          (now.y - before.y) * share,
        ),
      );
    },
    onPointerUp: lift,
    onPointerCancel: lift,
  };
}

const pointOf = ({ clientX, clientY }: PointerEvent): Point => ({ x: clientX, y: clientY });
const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);
