/** Four times a portrait's side: as much as the largest zoom still shows. */
const LONGEST_SIDE = 1_800;

/** Opens a picture upright, in memory no larger than it needs to be; null for what isn't one. */
export async function openPicture(file: Blob): Promise<ImageBitmap | null> {
  const whole = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (whole === null) return null;
  const shrink = LONGEST_SIDE / Math.max(whole.width, whole.height);
  if (shrink >= 1) return whole;
  const small = await createImageBitmap(whole, {
    resizeWidth: Math.round(whole.width * shrink),
    resizeHeight: Math.round(whole.height * shrink),
    resizeQuality: "high",
  });
  whole.close();
  return small;
}
