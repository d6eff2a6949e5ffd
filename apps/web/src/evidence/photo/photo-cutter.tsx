import type { EvidenceSlotJson } from "@hall/contracts/files";
import { Button } from "@hall/ui/button";
import { Stack } from "@hall/ui/layout";
import { PortraitOutline } from "@hall/ui/portrait-outline";
import { SliderField } from "@hall/ui/slider-field";
import { RotateCw } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { words } from "../words.ts";
import {
  afterKey,
  allowed,
  drawView,
  LEAST_ZOOM,
  MOST_TILT,
  MOST_ZOOM,
  type Size,
  startView,
  turned,
  type View,
  zoomed,
} from "./cutting.ts";
import { PhotoResult, useCutPhoto } from "./photo-result.tsx";
import { useGestures } from "./use-gestures.ts";

type PhotoCutterProps = {
  readonly picture: ImageBitmap;
  readonly frame: Size;
  readonly slot: EvidenceSlotJson;
  readonly onUse: (jpeg: Blob) => void;
  readonly onLeave: () => void;
};

/** Sets a picture under the guide frame by finger, mouse or keys, and shows what it comes to. */
export function PhotoCutter({ picture, frame, slot, onUse, onLeave }: PhotoCutterProps) {
  const [view, setView] = useState<View>(startView);
  const change = (next: (view: View) => View) =>
    setView((before) => allowed(next(before), picture, frame));
  const cut = useCutPhoto(picture, view, frame, slot);
  const isFit = cut?.points.every(({ fits }) => fits) ?? false;
  return (
    <div className="@container rounded-card border border-line-strong px-4 py-4">
      <div className="grid gap-6 @2xl:grid-cols-[minmax(0,22.5rem)_minmax(0,1fr)]">
        <Stack>
          <Frame picture={picture} frame={frame} slot={slot} view={view} change={change} />
          <Controls view={view} change={change} />
        </Stack>
        <Stack>
          <PhotoResult cut={cut} frame={frame} />
          {cut && !isFit ? (
            <p role="status" className="text-note text-refusal">
              {words.photo.notYet}
            </p>
          ) : null}
          <div className="flex flex-wrap gap-3">
            <Button
              variant="primary"
              isDisabled={!cut || !isFit}
              onPress={() => {
                if (cut) onUse(cut.jpeg);
              }}
            >
              {words.photo.use}
            </Button>
            <Button onPress={onLeave}>{words.photo.another}</Button>
          </div>
        </Stack>
      </div>
    </div>
  );
}

type Moving = {
  readonly view: View;
  readonly change: (next: (view: View) => View) => void;
};

type FrameProps = Moving & Pick<PhotoCutterProps, "picture" | "frame" | "slot">;

function Frame({ picture, frame, slot, view, change }: FrameProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const help = useId();
  const ratio = () => frame.width / (canvas.current?.clientWidth || frame.width);
  const gestures = useGestures(ratio, change);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (context) drawView(context, picture, view, frame);
  }, [picture, view, frame]);
  useWheel(canvas, (factor) => change((before) => zoomed(before, before.zoom * factor)));
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!afterKey(view, event.key, event.shiftKey)) return;
    event.preventDefault();
    change((before) => afterKey(before, event.key, event.shiftKey) ?? before);
  };
  return (
    <div className="flex flex-col gap-2">
      <div
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys that its help names
        tabIndex={0}
        aria-label={words.photo.frame(slot.label)}
        aria-describedby={help}
        onKeyDown={press}
        {...gestures}
        className="relative w-full max-w-[22.5rem] cursor-grab touch-none overflow-hidden border border-line-strong bg-paper select-none active:cursor-grabbing"
        style={{ aspectRatio: `${frame.width} / ${frame.height}` }}
      >
        <canvas ref={canvas} {...frame} className="absolute inset-0 size-full" />
        {slot.outline === "portrait" ? (
          <PortraitOutline
            look="guide"
            className="pointer-events-none absolute inset-0 size-full"
          />
        ) : null}
      </div>
      <p id={help} className="text-note text-ink-soft">
        <span className="block">{words.photo.howTo}</span>
        <span className="hidden sm:block">{words.photo.keys}</span>
      </p>
    </div>
  );
}

/** React listens to wheels without being able to keep the page where it is. */
function useWheel(
  canvas: React.RefObject<HTMLCanvasElement | null>,
  onWheel: (factor: number) => void,
): void {
  const act = useRef(onWheel);
  act.current = onWheel;
  useEffect(() => {
    const place = canvas.current;
    const listen = (event: WheelEvent) => {
      event.preventDefault();
      act.current(event.deltaY < 0 ? 1.05 : 1 / 1.05);
    };
    place?.addEventListener("wheel", listen, { passive: false });
    return () => place?.removeEventListener("wheel", listen);
  }, [canvas]);
}

function Controls({ view, change }: Moving) {
  return (
    <Stack>
      <SliderField
        label={words.photo.zoom}
        value={Math.round(view.zoom * 100)}
        least={LEAST_ZOOM * 100}
        most={MOST_ZOOM * 100}
        step={5}
        text={(percent) => `${percent}%`}
        onChange={(percent) => change((before) => zoomed(before, percent / 100))}
      />
      <SliderField
        label={words.photo.tilt}
        value={view.tilt}
        least={-MOST_TILT}
        most={MOST_TILT}
        step={1}
        text={(degrees) => `${degrees}°`}
        onChange={(tilt) => change((before) => ({ ...before, tilt }))}
      />
      <div className="flex flex-wrap gap-3">
        <Button icon={<RotateCw />} onPress={() => change(turned)}>
          {words.photo.turn}
        </Button>
        <Button variant="quiet" onPress={() => change(() => startView)}>
          {words.photo.reset}
        </Button>
      </div>
    </Stack>
  );
}
