import { Check } from "lucide-react";
import { classes } from "./style.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";
import { words } from "./words.ts";

export type StepsProps = {
  readonly titles: ReadonlyArray<string>;
  /** Index of the step shown now, from 0. */
  readonly current: number;
  /** Lets one go back to a step that is done. */
  readonly onSelect?: (index: number) => void;
};

/** Where one is in a form; beside each other on a wide page, upright on a phone. */
export function Steps({ titles, current, onSelect }: StepsProps) {
  return (
    <nav aria-label={words.steps.label} className="print:hidden">
      <ol className="flex flex-col md:flex-row md:gap-2">
        {titles.map((title, index) => (
          <li
            key={title}
            {...(index === current ? { "aria-current": "step" as const } : {})}
            className="relative flex flex-1 items-center gap-3 md:flex-col md:items-start md:gap-1"
          >
            <Rail index={index} total={titles.length} current={current} />
            <Dot index={index} current={current} />
            <StepTitle title={title} index={index} current={current} onSelect={onSelect} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

type At = { readonly index: number; readonly current: number };

function Rail({ index, total, current }: At & { total: number }) {
  if (index === total - 1) return null;
  return (
    <span
      aria-hidden="true"
      className={classes(
        "absolute top-[calc(50%+1rem)] -bottom-[calc(50%-1rem)] left-[1rem] -ml-px border-l-2",
        "md:top-[1rem] md:right-2 md:bottom-auto md:left-[2.5rem] md:ml-0 md:border-t-2 md:border-l-0",
        index < current ? "border-accent-fill" : "border-line",
      )}
    />
  );
}

function Dot({ index, current }: At) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        "flex size-[2rem] shrink-0 items-center justify-center rounded-round border-2 text-note font-semibold",
        index <= current ? "border-accent-fill" : "border-line-strong text-ink-soft",
        index === current ? "bg-accent-fill text-on-accent" : "bg-paper text-accent",
      )}
    >
      {index < current ? <Check className="size-[1rem]" strokeWidth={3} /> : index + 1}
    </span>
  );
}

type StepTitleProps = At & {
  readonly title: string;
  readonly onSelect: ((index: number) => void) | undefined;
};

function StepTitle({ title, index, current, onSelect }: StepTitleProps) {
  const state = index < current ? "done" : index === current ? "current" : "todo";
  const text = (
    <>
      {title}
      <VisuallyHidden>（{words.steps[state]}）</VisuallyHidden>
    </>
  );
  if (state === "done" && onSelect) {
    return (
      <button
        type="button"
        onClick={() => onSelect(index)}
        className="flex min-h-target items-center rounded-small text-start text-accent hover:underline"
      >
        {text}
      </button>
    );
  }
  return (
    <span
      className={classes(
        "flex min-h-target items-center",
        state === "current" ? "font-semibold text-ink" : "text-ink-soft",
      )}
    >
      {text}
    </span>
  );
}
