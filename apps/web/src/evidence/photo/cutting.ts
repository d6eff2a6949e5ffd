/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a picture lies under the frame that it is cut to. */
export interface View {
  /** 1 fills the frame. */
  readonly zoom: number;
  /** Quarter turns to the right. */
  readonly turns: 0 | 1 | 2 | 3;
  /** Degrees besides, to set a head upright. */
  readonly tilt: number;
  /** The picture's middle from the frame's middle, in pixels of the frame. */
  readonly x: number;
  readonly y: number;
}

export const LEAST_ZOOM = 0.5;
export const MOST_ZOOM = 5;
export const MOST_TILT = 15;

export const startView: View = { zoom: 1, turns: 0, tilt: 0, x: 0, y: 0 };

const within = (value: number, least: number, most: number) =>
  Math.min(most, Math.max(least, value));

/** From the picture's own pixels to those of the frame, at zoom 1. */
function fill(picture: Size, frame: Size, turns: View["turns"]): number {
  const lies = turns % 2 === 1;
  const width = lies ? picture.height : picture.width;
  const height = lies ? picture.width : picture.height;
  return Math.max(frame.width / width, frame.height / height);
}

/** A view as it may be: the frame's middle never leaves the picture. */
export function allowed(view: View, picture: Size, frame: Size): View {
  const zoom = within(view.zoom, LEAST_ZOOM, MOST_ZOOM);
  const scale = fill(picture, frame, view.turns) * zoom;
  const lies = view.turns % 2 === 1;
  const halfWidth = ((lies ? picture.height : picture.width) * scale) / 2;
  const halfHeight = ((lies ? picture.width : picture.height) * scale) / 2;
  return {
    turns: view.turns,
    zoom,
    tilt: within(view.tilt, -MOST_TILT, MOST_TILT),
    x: within(view.x, -halfWidth, halfWidth),
    y: within(view.y, -halfHeight, halfHeight),
  };
}

export const moved = (view: View, right: number, down: number): View => ({
  ...view,
  x: view.x + right,
  y: view.y + down,
});

/** Enlarged about the frame's middle: what stands there stays there. */
export function zoomed(view: View, zoom: number): View {
  const by = within(zoom, LEAST_ZOOM, MOST_ZOOM) / view.zoom;
  return { ...view, zoom: view.zoom * by, x: view.x * by, y: view.y * by };
}

export function turned(view: View): View {
  // The picture turns about the frame's middle, and its own middle with it.
  return { ...view, turns: ((view.turns + 1) % 4) as View["turns"], x: -view.y, y: view.x };
}

/** What a key does to the view; null for a key that does nothing. Shift makes the steps small. */
export function afterKey(view: View, key: string, isSmall: boolean): View | null {
  const step = isSmall ? 1 : 8;
  switch (key) {
    case "ArrowLeft":
      return moved(view, -step, 0);
    case "ArrowRight":
      return moved(view, step, 0);
    case "ArrowUp":
      return moved(view, 0, -step);
    case "ArrowDown":
      return moved(view, 0, step);
    case "+":
    case "=":
      return zoomed(view, view.zoom * 1.05);
    case "-":
      return zoomed(view, view.zoom / 1.05);
    case "[":
      return { ...view, tilt: view.tilt - 1 };
    case "]":
      return { ...view, tilt: view.tilt + 1 };
    case "t":
    case "T":
      return turned(view);
    case "Home":
      return startView;
    default:
      return null;
  }
}

/** Draws what the frame shows; beyond the picture's edge it is white. */
export function drawView(
  context: CanvasRenderingContext2D,
  picture: ImageBitmap,
  view: View,
  frame: Size,
): void {
  const scale = fill(picture, frame, view.turns) * view.zoom;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = "#fff";
  context.fillRect(0, 0, frame.width, frame.height);
  context.imageSmoothingQuality = "high";
  context.translate(frame.width / 2 + view.x, frame.height / 2 + view.y);
  context.rotate(((view.turns * 90 + view.tilt) * Math.PI) / 180);
  context.scale(scale, scale);
  context.drawImage(picture, -picture.width / 2, -picture.height / 2);
}
