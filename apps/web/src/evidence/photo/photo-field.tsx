import type { EvidenceSlotJson } from "@hall/contracts/files";
import { FileField } from "@hall/ui/file-field";
import { useState } from "react";
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
  const files = evidence.entriesOf(slot.slot);
  const open = async ([file]: readonly File[]) => {
    const opened = file ? await openPicture(file) : null;
    setUnreadable(opened === null);
    setPicture(opened);
  };
  const use = (jpeg: Blob) => {
    for (const { id } of files) evidence.remove(id);
    evidence.add(slot, [new File([jpeg], `${slot.label}.jpg`, { type: "image/jpeg" })]);
    setPicture(null);
  };
  const fault = isUnreadable ? words.photo.unreadable : error;
  return (
    <div className="flex flex-col gap-4">
      <FileField
        label={slot.label}
        help={[slot.help, `${slot.limits}。`].filter(Boolean).join(" ")}
        isRequired={slot.required}
        accept={["image/*"]}
        hasCamera
        files={picture ? [] : files}
        onAdd={(chosen) => void open(chosen)}
        onRemove={evidence.remove}
        {...(fault ? { error: fault } : {})}
      />
      {picture ? (
        <PhotoCutter
          picture={picture}
          frame={frame}
          slot={slot}
          onUse={use}
          onLeave={() => setPicture(null)}
        />
      ) : null}
    </div>
  );
}
