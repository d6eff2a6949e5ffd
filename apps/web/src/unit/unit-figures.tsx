import { listApplications } from "@hall/contracts/applications";
import type { UnitOverview } from "@hall/contracts/unit-overview";
import { Stat, StatRow } from "@hall/ui/stat";
import { useAnswer } from "../api/use-answer.ts";
import { words } from "./words.ts";

/** Counts of the unit's people and cases, each with the way to its list. */
export function UnitFigures({ employees, students }: Pick<UnitOverview, "employees" | "students">) {
  const cases = useAnswer(listApplications, { query: { open: "true", limit: 100 } });
  const stat = (state: "payable" | "paid" | "lapsed", count: number) => (
    <Stat
      label={words[state]}
      value={String(count)}
      unit={words.people}
      href={`/unit/students?state=${state}`}
      linkText={words.see}
      {...(state === "lapsed" && count > 0 ? { tone: "late" as const } : {})}
    />
  );
  return (
    <StatRow>
      {students ? (
        <>
          {stat("payable", students.payable)}
          {stat("lapsed", students.lapsed)}
          {stat("paid", students.paid)}
        </>
      ) : (
        <Stat
          label={words.employees}
          value={String(employees)}
          unit={words.people}
          {...(employees > 0 ? { href: "/unit/people", linkText: words.see } : {})}
        />
      )}
      <Stat
        label={words.open}
        value={cases.data ? String(cases.data.items.length) : "–"}
        unit={words.openUnit}
        href="/applications"
        linkText={words.seeCases}
      />
    </StatRow>
  );
}
