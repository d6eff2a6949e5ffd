import { describe, expect, it } from "vitest";
import { KB } from "./evidence.ts";
import { imagePoints } from "./evidence-points.ts";

const limits = {
  kinds: ["image"],
  minBytes: 10 * KB,
  maxBytes: 40 * KB,
  image: {
    formats: ["jpeg"],
    minWidth: 358,
    maxWidth: 358,
    minHeight: 441,
    maxHeight: 441,
    minWhiteBorderPercent: 90,
  },
} as const;

describe("the measured points of a picture", () => {
  const found = (different: object = {}) =>
    imagePoints(limits, {
      kind: "image",
      format: "jpeg",
      sizeBytes: 24 * KB,
      width: 358,
      height: 441,
      whiteBorderPercent: 97,
      ...different,
    });

  it("are each told with what is asked for and what was found", () => {
    expect(found().map(({ label, wanted, found: is, fits }) => [label, wanted, is, fits])).toEqual([
      ["格式", "JPEG 图片", "JPEG 图片", true],
      ["大小", "10KB到40KB", "24.0KB（24,576字节）", true],
      ["宽度", "358像素", "358像素", true],
      ["高度", "441像素", "441像素", true],
      ["白色背景", "边缘至少90%是白色", "97%", true],
    ]);
  });

  it("fail each by itself", () => {
    const failing = (different: object) =>
      found(different).flatMap(({ point, fits }) => (fits ? [] : [point]));
    expect(failing({ whiteBorderPercent: 89 })).toEqual(["background"]);
    expect(failing({ sizeBytes: 41 * KB, width: 357 })).toEqual(["size", "width"]);
    expect(failing({ format: "png", height: 442 })).toEqual(["format", "height"]);
  });

  it("are left out where the slot asks for nothing", () => {
    const plain = imagePoints(
      { kinds: ["image"], maxBytes: 40 * KB },
      {
        kind: "image",
        format: "png",
        sizeBytes: KB,
        width: 1,
        height: 1,
        whiteBorderPercent: null,
      },
    );
    expect(plain.map(({ point }) => point)).toEqual(["size"]);
  });
});
