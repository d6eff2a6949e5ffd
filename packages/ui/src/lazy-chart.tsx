import type { ChartProps } from "./chart.tsx";
import { later } from "./later.tsx";
import { Skeleton } from "./skeleton.tsx";
import { words } from "./words.ts";

/** A chart that is fetched when it is shown; its place is kept in its size until then. */
export const LazyChart = later<ChartProps>(async () => (await import("./chart.tsx")).Chart, {
  waiting: () => (
    <div className="min-h-80">
      <Skeleton shape="card" count={1} label={words.chart.loading} />
    </div>
  ),
});
