import type { EvidenceLimits, ImageFormat, Measured } from "@hall/domain/evidence";
import { whiteBorderPercent } from "@hall/domain/white-border";
import sharp from "sharp";

/** Pixels that are decoded at all: a phone's camera makes up to 50 million of use here. */
const MOST_PIXELS = 50_000_000;
/** Portraits are measured to the pixel; what is larger is refused for its size before. */
const MOST_MEASURED = 4_000_000;
const JPEG_QUALITY = 90;

/** A picture made anew from its pixels, with what was measured; or why it can't be. */
export type ImageVerdict =
  | {
      readonly bytes: Buffer;
      readonly mediaType: "image/jpeg" | "image/png";
      readonly measured: Extract<Measured, { kind: "image" }>;
    }
  | { readonly refused: string };

// One thread for one picture: what one upload may take of the machine is bounded.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Decodes and encodes anew: upright, in sRGB, without metadata, and without whatever stood beside
 * the pixels. JPEG and WebP become JPEG, PNG stays PNG; a WebP with transparency becomes PNG.
 */
export async function remakeImage(
  bytes: Buffer,
  format: ImageFormat,
  limits: EvidenceLimits,
): Promise<ImageVerdict> {
  const head = await headOf(bytes);
  if (head === null || head.format !== format) {
    return { refused: "这张图片不完整或已损坏，打不开。请重新拍摄或导出后上传。" };
  }
  const { width, height } = head.autoOrient;
  if (width * height > MOST_PIXELS) {
    return {
      refused: `这张图片有${width}×${height}像素，超过${MOST_PIXELS / 10_000}万像素，请缩小后上传。`,
    };
  }
  const keepsPng = format === "png" || head.hasAlpha;
  const upright = () =>
    sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" })
      .autoOrient()
      .toColourspace("srgb");
  try {
    const made = keepsPng
      ? await upright().png().toBuffer()
      : await upright().jpeg({ quality: JPEG_QUALITY, mozjpeg: false }).toBuffer();
    const wantsBorder = limits.image?.minWhiteBorderPercent !== undefined;
    const border = wantsBorder && width * height <= MOST_MEASURED ? await borderOf(made) : null;
    return {
      bytes: made,
      mediaType: keepsPng ? "image/png" : "image/jpeg",
      measured: {
        kind: "image",
        format,
        sizeBytes: bytes.length,
        width,
        height,
        whiteBorderPercent: border,
      },
    };
  } catch {
    // libvips tells of a damaged picture by throwing, and by nothing else.
    return { refused: "这张图片不完整或已损坏，打不开。请重新拍摄或导出后上传。" };
  }
}

async function headOf(bytes: Buffer) {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    return null;
  }
}

async function borderOf(made: Buffer): Promise<number> {
  const { data, info } = await sharp(made)
    .flatten({ background: "#fff" })
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return whiteBorderPercent({ data, width, height, channels: info.channels === 4 ? 4 : 3 });
}
