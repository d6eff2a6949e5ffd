import type { Day, Month } from "./dates.ts";
import type { Fen } from "./fen.ts";
import type { Paper } from "./paper.ts";
import type { RemoteCareEntry } from "./remote-care.ts";
import type { EnrolledStudent } from "./students.ts";

/** An account of the ledger. Only `customer` accounts must never be negative. */
export type LedgerAccountRef =
  | { readonly kind: "housing"; readonly accountNumber: string }
  | { readonly kind: "control"; readonly code: ControlAccount };

/**
 * The centre's own accounts: interest paid on deposits, payments under way to a bank,
 * the bank itself, contributions and refunded benefits received, and what other centres have
 * sent and isn't posted yet.
 */
export const controlAccounts = [
  "interest-expense",
  "payments-in-transit",
  "bank",
  "contributions-received",
  "benefits-refunded",
  "transfers-received",
] as const;
export type ControlAccount = (typeof controlAccounts)[number];

/** One line of a posting: positive adds to the account, negative takes from it. */
export interface PostingLine {
  readonly account: LedgerAccountRef;
  readonly amountFen: Fen;
}

export interface BenefitMonthRef {
  readonly plan: string;
  readonly month: Month;
}

/**
 * What a decision does to the world, as values. `apps/api/src/effects` holds one file per kind.
 * A `slot` names the effect within its stage: ids derive from case, stage and slot, so that a
 * retry writes nothing twice.
 */
export type Effect =
  | {
      readonly kind: "plan.change";
      readonly packageCode: string;
      readonly tierCode: string;
      readonly effectiveMonth: Month;
      /** The document that tells of it, by its slot in the same stage. */
      readonly voucher: string;
    }
  | { readonly kind: "document.issue"; readonly slot: string; readonly paper: Paper }
  | {
      readonly kind: "document.supersede";
      readonly number: string;
      /** The slot of the document in the same stage which takes its place. */
      readonly by: string;
    }
  | {
      readonly kind: "message.send";
      readonly slot: string;
      readonly template: MessageTemplate;
      /** Words for the template, already written as they are to be read. */
      readonly values: Readonly<Record<string, string>>;
    }
  | {
      /** Tells several people whom a list names, each in their own words of the template. */
      readonly kind: "people.tell";
      readonly slot: string;
      readonly template: MessageTemplate;
      readonly people: readonly {
        readonly identityNumber: string;
        readonly values: Readonly<Record<string, string>>;
      }[];
    }
  | {
      readonly kind: "ledger.post";
      readonly slot: string;
      readonly memo: string;
      readonly lines: readonly PostingLine[];
    }
  | {
      readonly kind: "payment.order";
      readonly slot: string;
      readonly payee: "citizen-card" | "bound-card";
      readonly amountFen: Fen;
      /**
       * The account that the money was taken from: the decision posts it to payments-in-transit,
       * where it stands until the bank confirms; a returned payment goes back to this account.
       */
      readonly from: LedgerAccountRef;
      readonly purpose: string;
    }
  | { readonly kind: "interest.mark"; readonly accountNumber: string; readonly upTo: Day }
  | { readonly kind: "account.close"; readonly accountNumber: string; readonly on: Day }
  | {
      /** Asks months of the benefit back; what is paid in for this case clears exactly these. */
      readonly kind: "benefit.demand";
      readonly months: readonly BenefitMonthRef[];
    }
  | {
      readonly kind: "benefit.clear";
      readonly months: readonly BenefitMonthRef[];
      /** Numbers of the matters that go on now. */
      readonly resumes: readonly string[];
    }
  | {
      /** A bank's slip, handed in once. */
      readonly kind: "slip.record";
      readonly number: string;
      readonly amountFen: Fen;
      readonly paidOn: Day;
    }
  | {
      /** Sheet and money that another housing-fund centre has sent; not posted yet. */
      readonly kind: "transfer.receive";
      readonly centre: string;
      readonly accountNumber: string;
      readonly amountFen: Fen;
      readonly months: number;
      readonly receivedOn: Day;
    }
  | {
      /** What was received for this case has been posted; the account elsewhere is moved. */
      readonly kind: "transfer.credit";
      readonly on: Day;
    }
  | {
      /** The photo that was missing is there: the card goes into production. */
      readonly kind: "card.produce";
      readonly on: Day;
    }
  | {
      /** Enters registrations for care elsewhere; none of them stands beside one of its lane. */
      readonly kind: "remote-care.register";
      readonly entries: readonly RemoteCareEntry[];
    }
  | {
      /** Ends a registration of the person; `on` is the first day without it. */
      readonly kind: "remote-care.cancel";
      readonly number: string;
      readonly on: Day;
    }
  | {
      /** Withdraws another case of the same person or unit, as they could themselves (APP-8). */
      readonly kind: "case.withdraw";
      readonly number: string;
    }
  | {
      readonly kind: "students.enrol";
      readonly year: number;
      readonly students: readonly EnrolledStudent[];
      readonly premiumFen: Fen;
      readonly payBy: Day;
    };

export type EffectKind = Effect["kind"];
export type EffectOf<K extends EffectKind> = Extract<Effect, { kind: K }>;

/** The texts stand in `messages.ts`. */
export type MessageTemplate =
  | "plan-changed"
  | "certificate-issued"
  | "paper-issued"
  | "case-accepted"
  | "withdrawal-approved"
  | "withdrawal-paid"
  | "payment-returned"
  | "approval-taken-back"
  | "case-refused"
  | "supplement-needed"
  | "supplement-reminder"
  | "case-withdrawn"
  | "case-lapsed"
  | "refund-demanded"
  | "refund-cleared"
  | "transfer-asked"
  | "transfer-received"
  | "transfer-posted"
  | "photo-approved"
  | "remote-care-registered"
  | "remote-care-cancelled"
  | "remote-care-withdrawn"
  | "list-decided"
  | "students-enrolled"
  | "student-lapsed"
  | "permission-opened"
  | "permission-closed"
  | "rating-answered"
  | "one-time-code"
  | "password-changed"
  | "account-locked"
  | "new-device"
  | "certificate-ends"
  | "reminder-open"
  | "reminder-not-yet"
  | "human-review-taken"
  | "human-review-answered"
  | "contact-changed";
