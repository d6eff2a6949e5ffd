import { listApplications } from "@hall/contracts/applications";
import { listEnrolledStudents } from "@hall/contracts/services/student-enrolment";
import { Stat, StatRow } from "@hall/ui/stat";
import { useAnswer } from "../api/use-answer.ts";
import { words } from "./words.ts";

/** Counts of the unit's people and cases, each with the way to its list. */
export function UnitFigures({ employees }: { readonly employees: number }) {
  const students = useAnswer(listEnrolledStudents, { query: { limit: 1 } });
  const cases = useAnswer(listApplications, { query: { open: "true", limit: 100 } });
  const counts = students.data?.counts;
  const stat = (state: "payable" | "paid" | "lapsed") => (
    <Stat
      label={words[state]}
      value={counts ? String(counts[state] ?? 0) : "–"}
      unit={words.people}
      href={`/unit/students?state=${state}`}
      linkText={words.see}
      {...(state === "lapsed" && (counts?.[state] ?? 0) > 0 ? { tone: "late" as const } : {})}
    />
  );
  return (
    <StatRow>
      {students.isError ? (
        <Stat
          label={words.employees}
          value={String(employees)}
          unit={words.people}
          {...(employees > 0 ? { href: "/unit/people", linkText: words.see } : {})}
        />
      ) : (
        <>
          {stat("payable")}
          {stat("lapsed")}
          {stat("paid")}
        </>
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
