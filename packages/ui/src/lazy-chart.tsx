import { lazy, Suspense } from "react";
import type { ChartProps } from "./chart.tsx";
import { Skeleton } from "./skeleton.tsx";
import { words } from "./words.ts";

const Loaded = lazy(async () => ({ default: (await import("./chart.tsx")).Chart }));

/** A chart that is fetched when it is shown; its place is kept in its size until then. */
export function LazyChart(props: ChartProps) {
  return (
    <Suspense
      fallback={
        <div className="min-h-80">
          <Skeleton shape="card" count={1} label={words.chart.loading} />
        </div>
      }
    >
      <Loaded {...props} />
    </Suspense>
  );
}
