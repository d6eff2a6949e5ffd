import type { Day, Month } from "./dates.ts";
import type { Fen } from "./fen.ts";
import type { Paper } from "./paper.ts";
import type { EnrolledStudent } from "./students.ts";

/** An account of the ledger. Only `customer` accounts must never be negative. */
export type LedgerAccountRef =
  | { readonly kind: "housing"; readonly accountNumber: string }
  | { readonly kind: "control"; readonly code: ControlAccount };

/**
 * The centre's own accounts: interest paid on deposits, payments under way to a bank,
 * the bank itself, and contributions received.
 */
export type ControlAccount =
  | "interest-expense"
  | "payments-in-transit"
  | "bank"
  | "contributions-received";

/** One line of a posting: positive adds to the account, negative takes from it. */
export interface PostingLine {
  readonly account: LedgerAccountRef;
  readonly amountFen: Fen;
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
  | "case-refused"
  | "supplement-needed"
  | "supplement-reminder"
  | "case-withdrawn"
  | "case-lapsed"
  | "students-enrolled"
  | "student-lapsed"
  | "one-time-code"
  | "password-changed";
