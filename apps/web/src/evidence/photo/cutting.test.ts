import { describe, expect, it } from "vitest";
import { afterKey, allowed, startView, turned, type View, zoomed } from "./cutting.ts";
import { filledUp } from "./make-jpeg.ts";
import { exactSize } from "./slot-limits.ts";

const frame = { width: 358, height: 441 };
const picture = { width: 1000, height: 2000 };

describe("the view of a picture under its frame", () => {
  it("keeps the frame's middle within the picture", () => {
    const gone = allowed({ ...startView, x: 9_999, y: -9_999 }, picture, frame);
    expect([gone.x, gone.y]).toEqual([179, -358]);
    const lying = allowed({ ...startView, turns: 1, x: 9_999, y: 9_999 }, picture, frame);
    // 2000 wide and 1000 high as it lies: the height fills the frame.
    expect([lying.x, lying.y]).toEqual([441, 220.5]);
  });

  it("enlarges about the middle and not beyond its limits", () => {
    expect(zoomed({ ...startView, x: 10, y: -20 }, 2)).toMatchObject({ zoom: 2, x: 20, y: -40 });
    expect(zoomed(startView, 99).zoom).toBe(5);
    expect(allowed({ ...startView, zoom: 0.1, tilt: 40 }, picture, frame)).toMatchObject({
      zoom: 0.5,
      tilt: 15,
    });
  });

  it("comes back after four turns, what stood in the middle still there", () => {
    const start: View = { ...startView, x: 30, y: 5 };
    expect(turned(start)).toMatchObject({ turns: 1, x: -5, y: 30 });
    expect(turned(turned(turned(turned(start))))).toEqual(start);
  });

  it("is moved, enlarged and turned by keys", () => {
    expect(afterKey(startView, "ArrowLeft", false)).toMatchObject({ x: -8, y: 0 });
    expect(afterKey(startView, "ArrowDown", true)).toMatchObject({ x: 0, y: 1 });
    expect(afterKey(startView, "+", false)?.zoom).toBeCloseTo(1.05);
    expect(afterKey(startView, "[", false)?.tilt).toBe(-1);
    expect(afterKey(startView, "t", false)?.turns).toBe(1);
    expect(afterKey(startView, "Tab", false)).toBeNull();
  });
});

describe("a JPEG that is too small", () => {
  it.each([
    [500, 10_240],
    [10_239, 10_240],
    [100, 140_000],
  ])("of %i bytes is filled up to %i", (bytes, least) => {
    const jpeg = new Uint8Array(bytes);
    jpeg.set([0xff, 0xd8, 0xff, 0xe0]);
    const made = filledUp(jpeg, least);
    expect(made.length).toBe(Math.max(least, bytes + 4));
    expect([...made.subarray(0, 4)]).toEqual([0xff, 0xd8, 0xff, 0xfe]);
    // Each comment says how long it is, to where the next segment begins.
    let at = 2;
    while (made[at + 1] === 0xfe) at += 2 + (made[at + 2] ?? 0) * 256 + (made[at + 3] ?? 0);
    expect([made[at], made[at + 1]]).toEqual([0xff, 0xe0]);
  });
});

describe("a slot of one size", () => {
  const image = { formats: ["jpeg" as const], minWhiteBorderPercent: null };
  const slot = (minWidth: number | null, maxWidth: number | null) =>
    exactSize({
      image: { ...image, minWidth, maxWidth, minHeight: 441, maxHeight: 441 },
    } as never);

  it("is told from others", () => {
    expect(slot(358, 358)).toEqual({ width: 358, height: 441 });
    expect(slot(300, 358)).toBeNull();
    expect(slot(null, null)).toBeNull();
  });
});
