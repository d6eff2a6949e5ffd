import type { EvidenceSlotJson } from "@hall/contracts/files";

/** Longest side of a photograph of a paper: every line of A4 can be read at that. */
const LONGEST_SIDE = 2_400;
const QUALITY = 0.86;

type Limits = Pick<EvidenceSlotJson, "image" | "maxBytes">;

/**
 * Turns a photograph upright and makes it smaller before it is sent (EVD-3). A picture that is
 * small enough already, or whose slot wants certain pixels, goes as it is; so does what the
 * browser can't draw, for the server says what it is.
 */
export async function shrinkImage(file: File, { image, maxBytes }: Limits): Promise<File> {
  const wantsPixels = image.minWidth !== null || image.maxWidth !== null;
  if (!file.type.startsWith("image/") || wantsPixels || !image.formats.includes("jpeg"))
    return file;
  const drawn = await draw(file);
  if (!drawn) return file;
  const { width, height } = drawn;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  if (scale === 1 && file.size <= Math.min(maxBytes, 2 * 1024 * 1024)) return file;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d");
  if (!context) return file;
  // Transparent parts of a screenshot would turn black in a JPEG.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  drawn.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  if (!blob || blob.size >= file.size) return file;
  return new File([blob], `${file.name.replace(/\.\w+$/, "")}.jpg`, { type: "image/jpeg" });
}

async function draw(file: File): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
}
