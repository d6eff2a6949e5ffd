import { type AccountCourseJson, getAccountCourse } from "@hall/contracts/account";
import { Card } from "@hall/ui/card";
import { dateText } from "@hall/ui/date-text";
import { LazyChart } from "@hall/ui/lazy-chart";
import { yuanText } from "@hall/ui/money";
import { Tabs } from "@hall/ui/tabs";
import { useState } from "react";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { labelled, type Range, ranges, thinned, yearly } from "./course-points.ts";
import { words } from "./words.ts";

/** What was paid and what was saved over the years, drawn; the same figures as a table. */
export function Course() {
  const course = useAnswer(getAccountCourse, {});
  const [range, setRange] = useState<Range>("year");
  return (
    <Card title={words.course.title} lead={words.course.lead}>
      <Awaited of={course} skeleton={{ shape: "card", count: 1 }}>
        {(answer) => (
          <Tabs
            label={words.course.range}
            selected={range}
            onSelect={(id) => setRange(ranges.find((each) => each === id) ?? "year")}
            items={ranges.map((id) => ({
              id,
              title: words.course.ranges[id],
              content: <Charts course={answer} range={id} />,
            }))}
          />
        )}
      </Awaited>
    </Card>
  );
}

type ChartsProps = { readonly course: AccountCourseJson; readonly range: Range };

function Charts({ course, range }: ChartsProps) {
  return (
    <div className="grid gap-8 xl:grid-cols-2">
      <Paid months={course.months} range={range} />
      {course.balances.length > 0 ? <Saved balances={course.balances} range={range} /> : null}
    </div>
  );
}

function Paid({ months, range }: { months: AccountCourseJson["months"]; range: Range }) {
  if (months.length === 0) return <p className="text-ink-soft">{words.noLatest}</p>;
  const shown =
    range === "all" ? yearly(months) : labelled(months.slice(range === "year" ? -12 : -36));
  const sum = (of: "personalFen" | "unitFen") => shown.reduce((all, each) => all + each[of], 0);
  return (
    <LazyChart
      title={words.course.paid}
      summary={words.course.paidSummary(
        words.course.ranges[range],
        yuanText(sum("personalFen")),
        yuanText(sum("unitFen")),
      )}
      kind="stacked"
      format="money"
      axisLabel={range === "all" ? words.course.year : words.month}
      series={[
        { key: "personal", label: words.personal },
        { key: "unit", label: words.unitPart },
      ]}
      points={shown.map(({ label, personalFen, unitFen }) => ({
        label,
        values: { personal: personalFen, unit: unitFen },
      }))}
    />
  );
}

function Saved({ balances, range }: { balances: AccountCourseJson["balances"]; range: Range }) {
  const shown = thinned(balances, range);
  const first = shown[0];
  const last = shown.at(-1);
  if (!first || !last) return null;
  return (
    <LazyChart
      title={words.course.saved}
      summary={words.course.savedSummary(
        dateText(first.month),
        yuanText(first.balanceFen),
        dateText(last.month),
        yuanText(last.balanceFen),
      )}
      kind="line"
      format="money"
      axisLabel={words.month}
      series={[{ key: "balance", label: words.balance }]}
      points={shown.map(({ month, balanceFen }) => ({
        label: dateText(month),
        values: { balance: balanceFen },
      }))}
    />
  );
}
