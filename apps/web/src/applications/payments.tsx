import type { ApplicationJson } from "@hall/contracts/applications";
import { Card } from "@hall/ui/card";
import { instantText } from "@hall/ui/date-text";
import { Money } from "@hall/ui/money";
import { Badge } from "@hall/ui/status-badge";
import { words } from "./words.ts";

type PaymentsProps = { readonly payments: ApplicationJson["payments"] };

const tones = { waiting: "open", sent: "open", paid: "solid", returned: "refused" } as const;

/** What is paid to whom, and how far the bank is. */
export function Payments({ payments }: PaymentsProps) {
  return (
    <Card title={words.page.payments}>
      <ul className="divide-y divide-line">
        {payments.map((payment) => (
          <li
            key={`${payment.purpose} ${payment.maskedNumber} ${payment.amountFen}`}
            className="py-3 first:pt-0 last:pb-0"
          >
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-semibold">{payment.purpose}</span>
              <Money fen={payment.amountFen} isStrong />
            </div>
            <div className="flex flex-wrap items-center justify-between gap-x-4 text-note text-ink-soft">
              <span>
                {payment.bank} {payment.maskedNumber}
              </span>
              <Badge tone={tones[payment.state]}>{words.payment.states[payment.state]}</Badge>
            </div>
            {payment.heldUntil ? (
              <p className="mt-1 text-note text-warning">
                {words.payment.held(instantText(payment.heldUntil))}
              </p>
            ) : null}
            {payment.returnReason ? (
              <p className="mt-1 text-note text-refusal">
                {words.payment.returned(payment.returnReason)}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
