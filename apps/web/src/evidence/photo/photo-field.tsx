import type { EvidenceSlotJson } from "@hall/contracts/files";
import { FileField } from "@hall/ui/file-field";
import { useEffect, useState } from "react";
import type { Evidence } from "../use-evidence.ts";
import { words } from "../words.ts";
import type { Size } from "./cutting.ts";
import { openPicture } from "./open-picture.ts";
import { PhotoCutter } from "./photo-cutter.tsx";

type PhotoFieldProps = {
  readonly slot: EvidenceSlotJson;
  readonly frame: Size;
  readonly evidence: Evidence;
  readonly error?: string;
};

/**
 * A slot that takes one size only: any picture is cut to it here, and what comes of it is measured
 * before it is sent. The picture that was chosen never leaves the device.
 */
export function PhotoField({ slot, frame, evidence, error }: PhotoFieldProps) {
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  const [used, setUsed] = useState<Blob | null>(null);
  const files = evidence.entriesOf(slot.slot);
  const open = async ([file]: readonly File[]) => {
    const opened = file ? await openPicture(file) : null;
    setUnreadable(opened === null);
    setPicture(opened);
  };
  const use = (jpeg: Blob) => {
    setUsed(jpeg);
    for (const { id } of files) evidence.remove(id);
    evidence.add(slot, [new File([jpeg], `${slot.label}.jpg`, { type: "image/jpeg" })]);
    setPicture(null);
  };
  const fault = isUnreadable ? words.photo.unreadable : error;
  if (picture) {
    return (
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className="mb-1 text-body font-semibold">{slot.label}</legend>
        <PhotoCutter
          picture={picture}
          frame={frame}
          slot={slot}
          onUse={use}
          onLeave={() => setPicture(null)}
        />
      </fieldset>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <FileField
        label={slot.label}
        help={[slot.help, `${slot.limits}。`].filter(Boolean).join("")}
        isRequired={slot.required}
        accept={["image/*"]}
        hasCamera
        files={files}
        onAdd={(chosen) => void open(chosen)}
        onRemove={evidence.remove}
        onRetry={(id) => evidence.retry(slot, id)}
        {...(fault ? { error: fault } : {})}
      />
      {used && files.length > 0 ? <Used jpeg={used} frame={frame} /> : null}
    </div>
  );
}

/** What was taken over, to be looked at once more. */
function Used({ jpeg, frame }: { readonly jpeg: Blob; readonly frame: Size }) {
  const [url, setUrl] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(jpeg);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [jpeg]);
  return (
    <div
      className="w-36 border border-line-strong bg-wash"
      style={{ aspectRatio: `${frame.width} / ${frame.height}` }}
    >
      {url ? <img src={url} alt={words.photo.resultImage} className="w-full" /> : null}
    </div>
  );
}
