import { type Alarm, listAlarms, staffMe } from "@hall/contracts/backoffice/insight";
import { staffRolesText } from "@hall/domain/staff-roles";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack } from "@hall/ui/layout";
import { Link } from "@hall/ui/link";
import { Notice } from "@hall/ui/notice";
import { Skeleton } from "@hall/ui/skeleton";
import { Stat, StatRow } from "@hall/ui/stat";
import { Badge } from "@hall/ui/status-badge";
import { CircleCheckBig } from "lucide-react";
import type { Staff } from "../api/session.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { mayOpen, placeAt } from "../app/navigation.ts";
import { useStaff } from "../app/require-staff.tsx";
import { Section } from "../app/section.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { orderName } from "../finance/names.ts";
import { alarmHref } from "./alarm-href.ts";
import { words } from "./words.ts";

/** What waits for whoever signed in, and what somebody has to see to. */
export function HomePage() {
  const actor = useStaff();
  const alarms = useAnswer(listAlarms, {}, { refetchInterval: 60_000 });
  return (
    <>
      <StaffHeader title={words.title(actor.name)} lead={words.lead(staffRolesText(actor.roles))} />
      <Stack gap="medium">
        <Work actor={actor} />
        <Section
          title={words.alarms}
          {...(alarms.data ? { note: words.count(alarms.data.items.length) } : {})}
        >
          <Awaited of={alarms} skeleton={{ shape: "table" }}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState title={words.none} icon={<CircleCheckBig />}>
                  {words.noneLead}
                </EmptyState>
              ) : (
                <ul className="divide-y divide-line">
                  {items.map((alarm) => (
                    <AlarmLine key={`${alarm.kind} ${alarm.message}`} alarm={alarm} actor={actor} />
                  ))}
                </ul>
              )
            }
          </Awaited>
        </Section>
      </Stack>
    </>
  );
}

function Work({ actor: { roles } }: { actor: Staff }) {
  const me = useAnswer(staffMe, {});
  const isReviewer = roles.includes("reviewer");
  const isFinance = roles.includes("finance");
  if (!isReviewer && !isFinance) return null;
  if (!me.data) return <Skeleton shape="card" count={1} />;
  const { work, isParticipant } = me.data;
  return (
    <>
      <StatRow>
        {isReviewer ? (
          <>
            <Stat
              label={words.claimed}
              value={work.claimed}
              unit={words.case}
              href="/queue?view=mine"
              linkText={words.toMine}
            />
            <Stat
              label={words.unclaimed}
              value={work.unclaimed}
              unit={words.case}
              href="/queue?view=none"
              linkText={words.toQueue}
            />
          </>
        ) : null}
        {isFinance ? (
          <Stat
            label={words.payments}
            value={work.paymentsWaiting}
            unit={words.order}
            href="/payments"
            linkText={words.toPayments}
          />
        ) : null}
      </StatRow>
      {isParticipant && isReviewer ? <Notice>{words.participant}</Notice> : null}
    </>
  );
}

const SHOWN = 5;

function AlarmLine({ alarm, actor }: { alarm: Alarm; actor: Staff }) {
  const references = alarm.references.slice(0, SHOWN);
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
      <Badge tone={alarm.severity === "serious" ? "refused" : "waiting"}>
        {words.severity[alarm.severity]}
      </Badge>
      <span className="text-note text-ink-soft">{words.kinds[alarm.kind]}</span>
      <div className="min-w-0 basis-full sm:flex-1 sm:basis-0">
        <p>{alarm.message}</p>
        <p className="flex flex-wrap gap-x-4 font-code text-note">
          {references.map((reference) => (
            <Reference key={reference} alarm={alarm} reference={reference} actor={actor} />
          ))}
          {alarm.count > references.length && references.length > 0 ? (
            <span className="text-ink-soft">{words.more(alarm.count)}</span>
          ) : null}
        </p>
      </div>
    </li>
  );
}

type ReferenceProps = { alarm: Alarm; reference: string; actor: Staff };

function Reference({ alarm, reference, actor }: ReferenceProps) {
  const href = alarmHref(alarm.kind, reference);
  const place = placeAt(href.split("?")[0] ?? href);
  const name = alarm.kind.startsWith("payment-") ? orderName(reference) : reference;
  if (!mayOpen(place, actor.roles)) return <span className="break-all">{name}</span>;
  return <Link href={href}>{name}</Link>;
}
