import type { GuideJson } from "@hall/contracts/directory";
import { DescriptionSection } from "@hall/ui/description-section";
import { words } from "./words.ts";

/** What is promised, and beside it how long it really took lately (XPL-14). */
export function Turnaround({ turnaround, measured }: Pick<GuideJson, "turnaround" | "measured">) {
  return (
    <DescriptionSection title={words.guide.turnaround}>
      <dl className="grid gap-px overflow-hidden rounded-card border border-line bg-line sm:grid-cols-2">
        <div className="bg-paper px-4 py-3">
          <dt className="text-note text-ink-soft">{words.guide.promised}</dt>
          <dd className="text-lead font-semibold">{turnaround}</dd>
        </div>
        {measured ? (
          <div className="bg-paper px-4 py-3">
            <dt className="text-note text-ink-soft">{words.guide.measured(measured.days)}</dt>
            <Figure measured={measured} />
          </div>
        ) : null}
      </dl>
      {measured && measured.seconds !== null ? (
        <p className="mt-2 text-note text-ink-soft">{words.guide.measuredHow}</p>
      ) : null}
    </DescriptionSection>
  );
}

function Figure({ measured }: { measured: NonNullable<GuideJson["measured"]> }) {
  const { cases, fewest, seconds, workingDays } = measured;
  if (seconds === null) {
    return <dd className="text-ink-soft">{words.guide.tooFew(cases, fewest)}</dd>;
  }
  return (
    <>
      <dd className="text-lead font-semibold">
        {words.guide.nineInTen(timeText(seconds, workingDays))}
      </dd>
      <dd className="text-note text-ink-soft">{words.guide.ofCases(cases)}</dd>
    </>
  );
}

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** In working days where it took any, as promises are told; else in the unit that says most. */
export function timeText(seconds: number, workingDays: number | null): string {
  const { units } = words.guide;
  if (seconds < MINUTE) return units.minute;
  if (seconds < 2 * HOUR) return units.minutes(Math.ceil(seconds / MINUTE));
  if (workingDays === 0) return units.hours(Math.ceil(seconds / HOUR));
  if (workingDays !== null) return units.workingDays(workingDays);
  return units.days(Math.ceil(seconds / DAY));
}
