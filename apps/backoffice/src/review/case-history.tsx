import type { ReviewedCase } from "@hall/contracts/backoffice/review";
import { DateText, InstantText } from "@hall/ui/date-text";
import { Link } from "@hall/ui/link";
import { Money } from "@hall/ui/money";
import { Badge, StatusBadge } from "@hall/ui/status-badge";
import { Timeline, type TimelineEntry } from "@hall/ui/timeline";
import { Section } from "../app/section.tsx";
import { paymentStates } from "../finance/words.ts";
import { words } from "./words.ts";

/** How the case got here, with what was decided, answered and paid. */
export function CaseHistory({ reviewed }: { readonly reviewed: ReviewedCase }) {
  return (
    <div className="grid gap-x-8 gap-y-4 xl:grid-cols-2">
      <Section title={words.case.timeline}>
        <Timeline entries={entriesOf(reviewed)} label={words.case.timeline} />
      </Section>
      <div className="flex min-w-0 flex-col gap-4">
        <Opinions reviewed={reviewed} />
        <Payments payments={reviewed.payments} />
        <Earlier earlier={reviewed.earlierCases} />
      </div>
    </div>
  );
}

const settled = new Set(["done", "refused", "withdrawn", "lapsed"]);

function entriesOf({ steps, state }: ReviewedCase): TimelineEntry[] {
  return steps.map((step, index) => {
    const isLast = index === steps.length - 1;
    const running = state === "more-needed" ? ("paused" as const) : ("current" as const);
    return {
      id: String(step.no),
      state: isLast && !settled.has(state) ? running : "done",
      what: step.title,
      when: step.at,
      who: step.actorLabel,
      ...(step.note ? { note: step.note } : {}),
    };
  });
}

function Opinions({ reviewed: { decisions, supplements } }: { reviewed: ReviewedCase }) {
  if (decisions.length === 0) return null;
  return (
    <Section title={words.case.decisions}>
      <ul className="divide-y divide-line">
        {decisions.map((made) => (
          <li key={`${made.at} ${made.staffName}`} className="py-2">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-semibold">{words.decided[made.kind]}</span>
              <span className="text-note text-ink-soft">
                {made.staffName} · <InstantText value={made.at} />
              </span>
            </p>
            {made.reasons.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
            {made.words ? <p className="whitespace-pre-line">{made.words}</p> : null}
            <ul className="list-disc pl-5">
              {made.missing.map(({ item, words: how }) => (
                <li key={item}>
                  {item}：{how}
                </li>
              ))}
            </ul>
          </li>
        ))}
        {supplements.map((supplement) => (
          <li key={supplement.at} className="py-2">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-semibold">{words.case.supplements}</span>
              <span className="text-note text-ink-soft">
                <InstantText value={supplement.at} />
              </span>
            </p>
            <p className="whitespace-pre-line">{supplement.words}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Payments({ payments }: { payments: ReviewedCase["payments"] }) {
  if (payments.length === 0) return null;
  return (
    <Section title={words.case.payments}>
      <ul className="divide-y divide-line">
        {payments.map((payment) => (
          <li
            key={`${payment.purpose} ${payment.maskedNumber} ${payment.state}`}
            className="flex flex-wrap items-baseline gap-x-3 py-1"
          >
            <span>{payment.purpose}</span>
            <Money fen={payment.amountFen} isStrong />
            <span className="text-note text-ink-soft">
              {payment.bank} {payment.maskedNumber}
            </span>
            <Badge tone={payment.state === "returned" ? "refused" : "open"}>
              {paymentStates[payment.state]}
            </Badge>
            {payment.returnReason ? <span>{payment.returnReason}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Earlier({ earlier }: { earlier: ReviewedCase["earlierCases"] }) {
  return (
    <Section
      title={words.case.earlier}
      note={earlier.length > 0 ? words.case.earlierCount(earlier.length) : undefined}
    >
      {earlier.length === 0 ? (
        <p className="text-ink-soft">{words.case.noEarlier}</p>
      ) : (
        <ul className="max-h-60 divide-y divide-line overflow-y-auto">
          {earlier.map((before) => (
            <li key={before.number} className="flex flex-wrap items-center gap-x-3 py-1">
              <Link href={`/queue/${before.number}`}>{before.serviceName}</Link>
              <StatusBadge state={before.state} name={before.stateName} />
              <span className="text-note text-ink-soft">
                <DateText value={before.submittedAt.slice(0, 10)} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
