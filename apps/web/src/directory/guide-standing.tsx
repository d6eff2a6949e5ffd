import type { GuideJson, StandingJson } from "@hall/contracts/directory";
import { Card } from "@hall/ui/card";
import { DateText } from "@hall/ui/date-text";
import { LinkButton } from "@hall/ui/link";
import { Skeleton } from "@hall/ui/skeleton";
import type { DirectoryEntry } from "../../build/directory-module.ts";
import { standingOf } from "../api/family.ts";
import { useSession } from "../api/session.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { RemindButton } from "../refusals/remind-button.tsx";
import { ClosedNotice } from "./closed-notice.tsx";
import { servicePath } from "./service-path.ts";
import { words } from "./words.ts";

type GuideStandingProps = {
  readonly entry: DirectoryEntry;
  readonly guide: GuideJson | undefined;
};

/** Whether I may now, and the way in. Strangers are told what signing in would tell them. */
export function GuideStanding({ entry, guide }: GuideStandingProps) {
  const session = useSession();
  const path = servicePath(entry.code);
  if (guide?.closed) return <ClosedNotice closed={guide.closed} />;
  if (session.state === "unknown") return <Skeleton shape="card" count={1} />;
  if (session.state === "out") {
    return (
      <Card title={words.guide.standing}>
        <p className="mb-4 text-ink-soft">{words.guide.signInToSee}</p>
        <LinkButton href={path} variant="primary" size="main" isWide>
          {entry.kind === "query" ? words.guide.open : words.guide.apply}
        </LinkButton>
      </Card>
    );
  }
  const fits = (session.actor.kind === "agent") === (entry.audience === "unit");
  if (!fits) {
    return (
      <Card title={words.guide.standing}>
        <p className="text-ink-soft">{words.guide.wrongActor[entry.audience]}</p>
      </Card>
    );
  }
  return <MyStanding entry={entry} />;
}

function MyStanding({ entry }: { entry: DirectoryEntry }) {
  const standing = useAnswer(standingOf(entry.code), {});
  return (
    <Awaited of={standing} skeleton={{ shape: "card", count: 1 }}>
      {(answer) => <Verdict standing={answer} entry={entry} />}
    </Awaited>
  );
}

const titles = {
  open: words.guide.open1,
  refused: words.guide.refused,
  later: words.guide.later,
  counter: words.guide.counterOnly,
} as const;

function Verdict({ standing, entry }: { standing: StandingJson; entry: DirectoryEntry }) {
  const isOpen = standing.outcome === "open";
  const refusing = standing.findings.filter(({ outcome }) => outcome !== "holds");
  const start = entry.kind === "query" ? words.guide.open : words.guide.apply;
  return (
    <Card title={titles[standing.outcome]}>
      {isOpen ? <p className="text-ink-soft">{words.guide.openLead}</p> : null}
      <ul className="flex flex-col gap-2">
        {refusing.map((finding) => (
          <li key={`${finding.rule} ${finding.message}`}>
            {finding.message}
            {finding.firstDay ? (
              <span className="block text-note text-ink-soft">
                {words.guide.firstDay}：<DateText value={finding.firstDay} />
              </span>
            ) : null}
            {finding.firstDay ? (
              <span className="mt-1 block">
                <RemindButton
                  service={entry.code}
                  serviceName={entry.name}
                  rule={finding.rule}
                  day={finding.firstDay}
                />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="mt-4">
        <LinkButton
          href={servicePath(entry.code)}
          variant={isOpen ? "primary" : "secondary"}
          size={isOpen ? "main" : "normal"}
          isWide
        >
          {isOpen ? start : words.guide.why}
        </LinkButton>
      </div>
    </Card>
  );
}
