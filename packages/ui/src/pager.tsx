import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "./button.tsx";
import { words } from "./words.ts";

export type PagerProps = {
  /** How many pages were gone on from the first; the cursors are kept by the page. */
  readonly depth: number;
  readonly hasNext: boolean;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
  readonly onFirst?: () => void;
  readonly isPending?: boolean;
  /** Rows of this page, for 第 21–40 条. */
  readonly from?: number;
  readonly to?: number;
};

/** Forwards and back through a list that is read by key; there are no page numbers to be wrong. */
export function Pager(props: PagerProps) {
  const { depth, hasNext, onNext, onPrevious, onFirst, isPending = false, from, to } = props;
  if (depth === 0 && !hasNext) return null;
  return (
    <nav
      aria-label={words.pager.label}
      className="mt-4 flex flex-wrap items-center gap-2 print:hidden"
    >
      {from !== undefined && to !== undefined ? (
        <p
          aria-live="polite"
          className="mr-auto w-full text-note text-ink-soft tabular-nums xs:w-auto"
        >
          {words.pager.shown(from, to)}
        </p>
      ) : null}
      {onFirst && depth > 1 ? (
        <Button size="small" variant="quiet" onPress={onFirst} isDisabled={isPending}>
          {words.pager.first}
        </Button>
      ) : null}
      <Button
        size="small"
        icon={<ChevronLeft />}
        onPress={onPrevious}
        isDisabled={depth === 0 || isPending}
      >
        {words.pager.previous}
      </Button>
      <Button size="small" onPress={onNext} isDisabled={!hasNext} isPending={isPending}>
        <span className="inline-flex items-center gap-2">
          {words.pager.next}
          <ChevronRight aria-hidden="true" className="size-[1.25em]" />
        </span>
      </Button>
    </nav>
  );
}
