import type { Measured } from "@hall/domain/evidence";
import { whiteBorderPercent } from "@hall/domain/white-border";

type MeasuredImage = Extract<Measured, { kind: "image" }>;

/** Measures a JPEG as the server will, from its own pixels; null where it can't be opened. */
export async function measureJpeg(jpeg: Blob): Promise<MeasuredImage | null> {
  const picture = await createImageBitmap(jpeg).catch(() => null);
  const { width = 0, height = 0 } = picture ?? {};
  const context = Object.assign(document.createElement("canvas"), { width, height }).getContext(
    "2d",
  );
  if (!picture || !context) return null;
  context.drawImage(picture, 0, 0);
  picture.close();
  const { data } = context.getImageData(0, 0, width, height);
  return {
    kind: "image",
    format: "jpeg",
    sizeBytes: jpeg.size,
    width,
    height,
    whiteBorderPercent: whiteBorderPercent({ data, width, height, channels: 4 }),
  };
}
