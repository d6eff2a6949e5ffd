import { type ReactElement, useState } from "react";
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { Button } from "./button.tsx";
import { yuanText } from "./money.tsx";
import { classes } from "./style.ts";
import { Table } from "./table.tsx";
import { words } from "./words.ts";

/** One line, area or bar of a chart; at most four, as there are four colours that differ for all. */
export type Series = { readonly key: string; readonly label: string };

/** A place on the axis with the value of each series: fen for money, else a count. */
export type ChartPoint = {
  readonly label: string;
  readonly values: Readonly<Record<string, number>>;
};

export type ChartProps = {
  readonly title: string;
  /** What one should see in it, in a sentence; it is read aloud instead of the drawing. */
  readonly summary: string;
  readonly kind: "line" | "area" | "bar" | "stacked";
  readonly points: ReadonlyArray<ChartPoint>;
  readonly series: ReadonlyArray<Series>;
  readonly format: "money" | "count";
  /** Head of the first column of the data table, such as 月份. */
  readonly axisLabel: string;
};

const colours = ["var(--chart-1)", "var(--chart-2)", "var(--chart-3)", "var(--chart-4)"];
// Lines differ by their strokes too, for who doesn't tell the colours apart.
const dashes = ["0", "8 4", "2 3", "10 3 2 3"];

/** A drawing with the same data as a table, one press away. Import it lazily: it brings recharts. */
export function Chart(props: ChartProps) {
  const { title, summary, points, series, format, axisLabel } = props;
  const [isTable, setTable] = useState(false);
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <span className="font-semibold">{title}</span>
        <Button size="small" variant="quiet" onPress={() => setTable(!isTable)}>
          {isTable ? words.chart.chart : words.chart.table}
        </Button>
      </figcaption>
      {isTable ? (
        <Table
          caption={title}
          isCaptionHidden
          isTall
          isDense
          rows={points}
          rowKey={(point) => point.label}
          columns={[
            { key: "label", title: axisLabel, cell: (point) => point.label, isRowHeader: true },
            ...series.map(({ key, label }) => ({
              key,
              title: label,
              align: "end" as const,
              cell: (point: ChartPoint) => valueText(point.values[key] ?? 0, format),
            })),
          ]}
        />
      ) : (
        <div role="img" aria-label={`${title}。${summary}`}>
          <div aria-hidden="true" className="h-72 text-note text-ink-soft">
            <ResponsiveContainer width="100%" height="100%">
              {drawing(props)}
            </ResponsiveContainer>
          </div>
        </div>
      )}
      <p className={classes("mt-2 text-note text-ink-soft", !isTable && "print:block")}>
        {summary}
      </p>
    </figure>
  );
}

function valueText(value: number, format: ChartProps["format"]): string {
  return format === "money" ? `${yuanText(value)} ${words.yuan}` : value.toLocaleString("zh-CN");
}

/** 1.2万 on the axis, where the whole sum would have no room. */
function axisText(value: number, format: ChartProps["format"]): string {
  const amount = format === "money" ? value / 100 : value;
  if (Math.abs(amount) >= 10_000) return `${Number((amount / 10_000).toFixed(1))}万`;
  return String(Number(amount.toFixed(2)));
}

function drawing({ kind, points, series, format }: ChartProps): ReactElement {
  const data = points.map((point) => ({ label: point.label, ...point.values }));
  return (
    <ComposedChart
      accessibilityLayer={false}
      data={data}
      margin={{ top: 8, right: 24, bottom: 0, left: 0 }}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="label"
        stroke="var(--line-strong)"
        tick={{ fill: "var(--ink-soft)" }}
        minTickGap={24}
      />
      <YAxis
        width={56}
        // Half a case is none.
        allowDecimals={format === "money"}
        axisLine={false}
        tickLine={false}
        tick={{ fill: "var(--ink-soft)" }}
        tickFormatter={(value: number) => axisText(value, format)}
      />
      <Tooltip
        isAnimationActive={false}
        formatter={(value) => valueText(Number(value), format)}
        contentStyle={tipStyle}
        // The series' own colours are too pale for text.
        itemStyle={{ color: "var(--ink)" }}
      />
      <Legend formatter={(label: string) => <span className="text-ink">{label}</span>} />
      {series.map((one, index) => mark(kind, one, index))}
    </ComposedChart>
  );
}

const tipStyle = {
  background: "var(--paper)",
  border: "1px solid var(--line-strong)",
  borderRadius: "0.25rem",
  color: "var(--ink)",
};

function mark(kind: ChartProps["kind"], { key, label }: Series, index: number): ReactElement {
  const colour = colours[index % 4] ?? "";
  const shared = { dataKey: key, name: label, isAnimationActive: false };
  switch (kind) {
    case "line":
      return (
        <Line
          {...shared}
          key={key}
          stroke={colour}
          strokeDasharray={dashes[index % 4] ?? ""}
          strokeWidth={2}
          dot={false}
        />
      );
    case "area":
      return (
        <Area
          {...shared}
          key={key}
          stackId="all"
          stroke={colour}
          fill={colour}
          fillOpacity={0.85}
        />
      );
    case "bar":
      return <Bar {...shared} key={key} fill={colour} />;
    case "stacked":
      return <Bar {...shared} key={key} fill={colour} stackId="all" />;
  }
}
