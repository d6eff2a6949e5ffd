import type { EvidenceSlotJson } from "@hall/contracts/files";
import { type EvidencePoint, imagePoints } from "@hall/domain/evidence-points";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useEffect, useState } from "react";
import { words } from "../words.ts";
import { drawView, type Size, type View } from "./cutting.ts";
import { makeJpeg } from "./make-jpeg.ts";
import { measureJpeg } from "./measure-jpeg.ts";
import { limitsOf } from "./slot-limits.ts";

export interface CutPhoto {
  readonly jpeg: Blob;
  readonly url: string;
  readonly points: readonly EvidencePoint[];
}

const PAUSE_MS = 150;

/** The file that would be uploaded now, made anew a moment after the last movement. */
export function useCutPhoto(
  picture: ImageBitmap,
  view: View,
  frame: Size,
  slot: EvidenceSlotJson,
): CutPhoto | null {
  const [cut, setCut] = useState<CutPhoto | null>(null);
  useEffect(() => {
    let isGone = false;
    let url: string | null = null;
    setCut(null);
    const timer = window.setTimeout(async () => {
      const made = await cutOut(picture, view, frame, slot);
      if (isGone || !made) return;
      url = URL.createObjectURL(made.jpeg);
      setCut({ ...made, url });
    }, PAUSE_MS);
    return () => {
      isGone = true;
      window.clearTimeout(timer);
      if (url) URL.revokeObjectURL(url);
    };
  }, [picture, view, frame, slot]);
  return cut;
}

async function cutOut(picture: ImageBitmap, view: View, frame: Size, slot: EvidenceSlotJson) {
  const canvas = Object.assign(document.createElement("canvas"), frame);
  const context = canvas.getContext("2d");
  if (!context) return null;
  drawView(context, picture, view, frame);
  const jpeg = await makeJpeg(canvas, slot);
  const measured = jpeg && (await measureJpeg(jpeg));
  return jpeg && measured ? { jpeg, points: imagePoints(limitsOf(slot), measured) } : null;
}

/** The result beside its measured points, before anything is sent. */
export function PhotoResult({
  cut,
  frame,
}: {
  readonly cut: CutPhoto | null;
  readonly frame: Size;
}) {
  return (
    <section aria-label={words.photo.result} className="flex min-w-0 flex-col gap-3">
      <h3 className="text-h3 font-semibold">{words.photo.result}</h3>
      <div
        className="w-36 overflow-hidden border border-line-strong bg-wash"
        style={{ aspectRatio: `${frame.width} / ${frame.height}` }}
      >
        {cut ? <img src={cut.url} alt={words.photo.resultImage} className="w-full" /> : null}
      </div>
      <dl
        aria-live="polite"
        aria-busy={cut === null}
        className="divide-y divide-line border-y border-line"
      >
        {cut === null ? (
          <div className="py-2 text-ink-soft">
            <dt className="sr-only">{words.photo.result}</dt>
            <dd>{words.photo.measuring}</dd>
          </div>
        ) : null}
        {cut?.points.map((point) => (
          <Point key={point.point} point={point} />
        ))}
      </dl>
    </section>
  );
}

function Point({ point: { label, wanted, found, fits } }: { readonly point: EvidencePoint }) {
  const Icon = fits ? CircleCheck : CircleAlert;
  const colour = fits ? "text-accent" : "text-refusal";
  return (
    <div className="flex flex-wrap items-start gap-x-2 py-2">
      <Icon aria-hidden="true" className={`mt-[0.25em] size-[1.1em] shrink-0 ${colour}`} />
      <dt className="w-[4.5em] shrink-0">{label}</dt>
      <dd className="flex-1 basis-[8em]">
        <span className={fits ? "" : "font-semibold text-refusal"}>
          {found}
          <span className="sr-only">{fits ? words.photo.fits : words.photo.unfit}</span>
        </span>
        <span className="block text-note text-ink-soft">{words.photo.wanted(wanted)}</span>
      </dd>
    </div>
  );
}
