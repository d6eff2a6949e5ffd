import type { ReactNode } from "react";
import { classes } from "./style.ts";

/** `medium` stands between the fields of a form. */
type Gap = "small" | "normal" | "medium" | "large";

const gaps: Record<Gap, string> = {
  small: "gap-2",
  normal: "gap-4",
  medium: "gap-6",
  large: "gap-8",
};

/** Below each other. */
export function Stack({
  children,
  gap = "normal",
}: {
  readonly children: ReactNode;
  readonly gap?: Gap;
}) {
  return <div className={classes("flex min-w-0 flex-col", gaps[gap])}>{children}</div>;
}

/** Beside each other, on to the next line where there is no room. */
export function Row({
  children,
  gap = "small",
  justify = "start",
}: {
  readonly children: ReactNode;
  readonly gap?: Gap;
  readonly justify?: "start" | "between" | "end";
}) {
  const places = { start: "", between: "justify-between", end: "justify-end" } as const;
  return (
    <div className={classes("flex flex-wrap items-center", gaps[gap], places[justify])}>
      {children}
    </div>
  );
}

/** Cards of equal width, as many beside each other as there is room for. */
export function Tiles({
  children,
  width = "normal",
}: {
  readonly children: ReactNode;
  readonly width?: "small" | "normal" | "large";
}) {
  const widths = {
    small: "grid-cols-[repeat(auto-fill,minmax(min(12rem,100%),1fr))]",
    normal: "grid-cols-[repeat(auto-fill,minmax(min(18rem,100%),1fr))]",
    large: "grid-cols-[repeat(auto-fill,minmax(min(26rem,100%),1fr))]",
  } as const;
  return <div className={classes("grid gap-4", widths[width])}>{children}</div>;
}

/** The work and what stands beside it: form and guide, evidence and rules. Below each other on phones. */
export function Beside({
  children,
  aside,
  asideLabel,
  isAsideSticky = false,
}: {
  readonly children: ReactNode;
  readonly aside: ReactNode;
  readonly asideLabel: string;
  readonly isAsideSticky?: boolean;
}) {
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] xl:gap-12">
      <div className="min-w-0">{children}</div>
      <aside
        aria-label={asideLabel}
        className={classes("min-w-0", isAsideSticky && "lg:sticky lg:top-6 lg:self-start")}
      >
        {aside}
      </aside>
    </div>
  );
}
