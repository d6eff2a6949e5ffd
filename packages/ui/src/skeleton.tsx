import { classes } from "./style.ts";
import { words } from "./words.ts";

export type SkeletonProps = {
  /** Lines of text, rows of a table, a card, or a form, in their later size. */
  readonly shape?: "text" | "table" | "card" | "form";
  readonly count?: number;
  /** What is awaited, in words. */
  readonly label?: string;
};

/** Stands where something will be, in its size, so that nothing jumps. */
export function Skeleton({ shape = "text", count = 3, label = words.loading.page }: SkeletonProps) {
  const parts = Array.from({ length: count }, (_, index) => index);
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{label}</span>
      <div aria-hidden="true" className="hall-breathe flex flex-col gap-3">
        {parts.map((part) => (
          <Part key={part} shape={shape} isLast={part === count - 1} />
        ))}
      </div>
    </div>
  );
}

function Part({ shape, isLast }: { shape: NonNullable<SkeletonProps["shape"]>; isLast: boolean }) {
  if (shape === "text") {
    return (
      <span className={classes("h-4 rounded-small bg-wash-strong", isLast ? "w-3/5" : "w-full")} />
    );
  }
  if (shape === "table") {
    return (
      <span className="flex gap-4 border-b border-line pb-3">
        <span className="h-4 w-1/4 rounded-small bg-wash-strong" />
        <span className="h-4 flex-1 rounded-small bg-wash-strong" />
        <span className="h-4 w-1/6 rounded-small bg-wash-strong" />
      </span>
    );
  }
  if (shape === "form") {
    return (
      <span className="flex max-w-field flex-col gap-2">
        <span className="h-4 w-1/4 rounded-small bg-wash-strong" />
        <span className="h-control w-full rounded-small border border-line bg-wash" />
      </span>
    );
  }
  return (
    <span className="flex flex-col gap-3 rounded-card border border-line px-6 py-5">
      <span className="h-5 w-1/3 rounded-small bg-wash-strong" />
      <span className="h-4 w-full rounded-small bg-wash-strong" />
      <span className="h-4 w-3/5 rounded-small bg-wash-strong" />
    </span>
  );
}
