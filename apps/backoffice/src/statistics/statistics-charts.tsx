import { dateText } from "@hall/ui/date-text";
import { LazyChart } from "@hall/ui/lazy-chart";
import type { Statistics } from "./statistics-page.tsx";
import { timeText as time, words } from "./words.ts";

const decidedSeries = [
  { key: "approved", label: words.approved },
  { key: "refused", label: words.refused },
];

export function WeeksChart({ weeks }: { weeks: Statistics["weeks"] }) {
  const most = weeks.reduce((a, b) => (b.submitted > a.submitted ? b : a), weeks[0] ?? none);
  return (
    <LazyChart
      title={words.weeks}
      summary={words.weeksSummary(weeks.length, most.submitted, dateText(most.monday))}
      kind="bar"
      format="count"
      axisLabel={words.week}
      series={[{ key: "submitted", label: words.submitted }, ...decidedSeries]}
      points={weeks.map(({ monday, submitted, approved, refused }) => ({
        label: monday.slice(5),
        values: { submitted, approved, refused },
      }))}
    />
  );
}

const none = { monday: "", submitted: 0 };

export function ServicesChart({ services }: { services: Statistics["services"] }) {
  const most = [...services].sort((a, b) => b.submitted - a.submitted)[0];
  // One bar compares nothing.
  if (!most || services.length < 2) return null;
  return (
    <LazyChart
      title={words.servicesChart}
      summary={words.servicesSummary(most.serviceName, most.submitted)}
      kind="stacked"
      format="count"
      axisLabel={words.service}
      series={decidedSeries}
      points={services.map(({ serviceName, approved, refused }) => ({
        label: serviceName,
        values: { approved, refused },
      }))}
    />
  );
}

/** How long the middle case of each week took; a week in which none was decided has no bar. */
export function TimesChart({ weeks }: { weeks: Statistics["weeks"] }) {
  const decided = weeks.flatMap(({ monday, medianHours }) =>
    medianHours === null ? [] : [{ monday, medianHours }],
  );
  const slowest = [...decided].sort((a, b) => b.medianHours - a.medianHours)[0];
  if (!slowest) return null;
  return (
    <LazyChart
      title={words.times}
      summary={words.timesSummary(dateText(slowest.monday), time(slowest.medianHours))}
      kind="bar"
      format="count"
      axisLabel={words.week}
      series={[{ key: "median", label: words.medianHours }]}
      points={weeks.map(({ monday, medianHours }) => ({
        label: monday.slice(5),
        values: { median: medianHours ?? 0 },
      }))}
    />
  );
}

/** As many as a chart can name. */
const MOST_REASONS = 6;

export function RefusalsChart({ refusals }: { refusals: Statistics["refusals"] }) {
  const [most] = refusals;
  // One bar compares nothing.
  if (!most || refusals.length < 2) return null;
  return (
    <LazyChart
      title={words.refusalsChart}
      summary={words.refusalsSummary(most.reason, most.cases)}
      kind="bar"
      format="count"
      axisLabel={words.reason}
      series={[{ key: "cases", label: words.cases }]}
      points={refusals.slice(0, MOST_REASONS).map(({ reason, cases }) => ({
        label: reason,
        values: { cases },
      }))}
    />
  );
}
