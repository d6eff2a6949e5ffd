import { Label } from "react-aria-components/Label";
import { ProgressBar as AriaProgressBar } from "react-aria-components/ProgressBar";

export type ProgressBarProps = {
  readonly label: string;
  /** From 0 to `most`; absent while it isn't known how much there is. */
  readonly value?: number;
  readonly most?: number;
  /** What the figure says, such as 已检查 1,200 / 20,000 行. */
  readonly valueText?: string;
};

/** How far long work has come. */
export function ProgressBar({ label, value, most = 100, valueText }: ProgressBarProps) {
  return (
    <AriaProgressBar
      maxValue={most}
      isIndeterminate={value === undefined}
      {...(value === undefined ? {} : { value })}
      {...(valueText ? { valueLabel: valueText } : {})}
      className="flex flex-col gap-1"
    >
      {({ percentage, valueText: shown }) => (
        <>
          <span className="flex justify-between gap-4">
            <Label>{label}</Label>
            <span className="text-ink-soft tabular-nums">{shown}</span>
          </span>
          <span className="block h-2 overflow-hidden rounded-round bg-wash-strong">
            <span
              className={
                value === undefined
                  ? "hall-run block h-full w-2/5 rounded-round bg-accent-fill"
                  : "block h-full rounded-round bg-accent-fill"
              }
              style={percentage === undefined ? undefined : { width: `${percentage}%` }}
            />
          </span>
        </>
      )}
    </AriaProgressBar>
  );
}
