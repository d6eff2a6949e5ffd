import type { ReactNode } from "react";
import { classes } from "./style.ts";

export type KeyValueItem = {
  readonly label: string;
  readonly value: ReactNode;
  /** A second line under the value. */
  readonly note?: ReactNode;
};

export type KeyValueProps = {
  readonly items: ReadonlyArray<KeyValueItem>;
  /** Two pairs beside each other where there is room. */
  readonly columns?: 1 | 2;
  /** Sums and counts line up at the right edge. */
  readonly isNumeric?: boolean;
};

/** What is known, by name and value. Where there is no room the value stands under its name. */
export function KeyValue({ items, columns = 1, isNumeric = false }: KeyValueProps) {
  return (
    <div className="@container">
      <dl className={classes("grid gap-x-12", columns === 2 && "@2xl:grid-cols-2")}>
        {items.map((item) => (
          <div
            key={item.label}
            className={classes(
              "break-inside-avoid border-b border-line py-2.5 @sm:flex @sm:gap-4",
              isNumeric && "flex justify-between gap-4",
            )}
          >
            <dt className="shrink-0 text-ink-soft @sm:w-[9em]">{item.label}</dt>
            <dd className={classes("min-w-0 flex-1 wrap-anywhere", isNumeric && "text-end")}>
              {item.value}
              {item.note ? (
                <span className="block text-note text-ink-soft">{item.note}</span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
