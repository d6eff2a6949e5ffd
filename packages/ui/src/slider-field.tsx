import { Minus, Plus } from "lucide-react";
import { Button } from "react-aria-components/Button";
import {
  Slider as AriaSlider,
  Label,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from "react-aria-components/Slider";
import { fieldButtonClass } from "./style.ts";
import { words } from "./words.ts";

export type SliderFieldProps = {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** As it is read, such as 120% or 3°. */
  readonly text: (value: number) => string;
};

/** A quantity that one sets by eye; the buttons beside it do what the thumb does. */
export function SliderField({ label, value, onChange, least, most, step, text }: SliderFieldProps) {
  const go = (by: number) => onChange(Math.min(most, Math.max(least, value + by)));
  return (
    <AriaSlider
      value={value}
      minValue={least}
      maxValue={most}
      step={step}
      onChange={(next) => onChange(Array.isArray(next) ? (next[0] ?? value) : next)}
      className="flex w-full flex-col gap-1"
    >
      <div className="flex justify-between gap-4">
        <Label className="text-body font-semibold">{label}</Label>
        <SliderOutput className="text-note text-ink-soft tabular-nums">{text(value)}</SliderOutput>
      </div>
      <div className="flex items-center gap-2">
        <Button
          aria-label={`${label}：${words.field.decrease}`}
          isDisabled={value <= least}
          onPress={() => go(-step)}
          className={fieldButtonClass}
        >
          <Minus aria-hidden="true" size="1.25em" />
        </Button>
        <SliderTrack className="relative h-control flex-1">
          <span className="absolute inset-x-0 top-1/2 h-1 -translate-y-1/2 rounded-round bg-line-strong" />
          <SliderThumb
            aria-label={label}
            className="top-1/2 size-6 rounded-round border-2 border-paper bg-accent-fill outline-1 outline-accent-fill data-dragging:bg-accent-fill-strong"
          />
        </SliderTrack>
        <Button
          aria-label={`${label}：${words.field.increase}`}
          isDisabled={value >= most}
          onPress={() => go(step)}
          className={fieldButtonClass}
        >
          <Plus aria-hidden="true" size="1.25em" />
        </Button>
      </div>
    </AriaSlider>
  );
}
