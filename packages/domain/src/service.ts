import type { Temporal } from "temporal-polyfill";
import type { Answer, AnswerField } from "./answers.ts";
import type { Day } from "./dates.ts";
import type { Effect, EffectOf, LedgerAccountRef } from "./effects.ts";
import type { EvidenceSlot } from "./evidence.ts";
import type { FactName, FactTypes } from "./facts.ts";
import type { Fen } from "./fen.ts";
import type { Figure } from "./figures.ts";
import type { Provision, Rule } from "./findings.ts";
import type { ListShape, RefusedRow } from "./list.ts";
import type { PolicyKey, PolicyReader } from "./policy.ts";
import type { WorkingCalendar } from "./working-days.ts";

/** How something is asked for: judged again later, a case keeps the day and the way it came in. */
export interface Filing {
  /** Today, until it is filed. */
  readonly on: Day;
  /** What proved who asks; null where nobody who asks is signed in. */
  readonly signIn: "password" | "certificate" | null;
}

/** What a rule without input sees: the facts, the day, and the values in force. */
export interface Situation<Needs extends FactName> {
  readonly facts: Pick<FactTypes, Needs>;
  readonly filing: Filing;
  /** Business time in Asia/Shanghai. */
  readonly now: Temporal.PlainDateTime;
  readonly today: Day;
  readonly policy: PolicyReader;
  readonly calendar: WorkingCalendar;
}

/** A situation in which somebody asks for something. */
export interface Request<Needs extends FactName, Input> extends Situation<Needs> {
  readonly input: Input;
}

/** A situation in which somebody looks something up; `query` is null where nothing is asked. */
export interface Look<Needs extends FactName, Query = null> extends Situation<Needs> {
  readonly query: Query;
}

/** A request whose case has its number; what is decided names it. */
export interface CaseRequest<Needs extends FactName, Input> extends Request<Needs, Input> {
  readonly applicationNumber: string;
  /** Rows that the review has refused; they aren't in the input any more. */
  readonly refusedRows?: readonly RefusedRow[];
}

/** A payment order of the case that the bank has carried out. */
export interface Payment {
  /** Slot of the effect that ordered it. */
  readonly slot: string;
  readonly payee: EffectOf<"payment.order">["payee"];
  readonly bank: string;
  readonly maskedNumber: string;
  readonly amountFen: Fen;
  readonly paidOn: Day;
}

/** A case whose payment orders are all paid. */
export interface PaidRequest<Needs extends FactName, Input> extends CaseRequest<Needs, Input> {
  /** At least one, in the order in which they were ordered. */
  readonly payments: readonly [Payment, ...Payment[]];
}

/** A case that waits for somebody, seen by whoever wants out of it. */
export interface Waiting extends Pick<Situation<FactName>, "today" | "policy"> {
  /** Day on which the waiting began. */
  readonly since: Day;
}

/** A case that was waited for, with what came back. */
export interface AnsweredRequest<Needs extends FactName, Input> extends CaseRequest<Needs, Input> {
  /** Values by the key of their field, each of its field's kind. */
  readonly answer: Answer;
}

/**
 * A step of the process and what happens when it is completed. The stages run in their order:
 * `decide` at once and by machine; `review` by staff within a number of working days (policy),
 * its effects on approval; `await` when the counter or another office has done its part and said
 * what came of it; `pay` when every payment order of the case is paid.
 */
export type Stage<Needs extends FactName, Input> =
  | { readonly kind: "decide"; readonly effects: Decide<Needs, Input> }
  | {
      readonly kind: "review";
      readonly clock: ClockKey;
      readonly checklist: readonly string[];
      readonly refusalReasons: readonly string[];
      /**
       * On a list: rows may be refused one by one, for some of these reasons or in words, and the
       * case goes on with the others. Absent where a list is granted or refused as a whole.
       */
      readonly rowRefusalReasons?: readonly string[];
      /** Sum that the approval moves, for the second person of REV-5. */
      readonly moves?: (request: Request<Needs, Input>) => Fen;
      readonly effects: Decide<Needs, Input>;
    }
  | {
      readonly kind: "await";
      readonly whom: "counter" | "outside";
      /** Who is waited for, as the person reads it, such as 转出地公积金中心. */
      readonly party: string;
      /** What they have to do, as the person reads it. */
      readonly task: string;
      /** Working days that they have for it; null where nothing is promised. */
      readonly clock: ClockKey | null;
      readonly fields: readonly AnswerField[];
      /** Judged on what came back; a refusal leaves the case waiting. */
      readonly rules: Readonly<Record<string, Rule<AnsweredRequest<Needs, Input>>>>;
      /** The other side may decline with a reason, which ends the case as refused. */
      readonly mayDecline: boolean;
      /** When the person may withdraw a case that waits here; without any rules never. */
      readonly withdrawal?: Readonly<Record<string, Rule<Waiting>>>;
      readonly effects: (answered: AnsweredRequest<Needs, Input>) => readonly Effect[];
    }
  | {
      readonly kind: "pay";
      readonly effects: (paid: PaidRequest<Needs, Input>) => readonly Effect[];
    };

export type ClockKey = PolicyKey & `clock.${string}`;

type Decide<Needs extends FactName, Input> = (
  request: CaseRequest<Needs, Input>,
) => readonly Effect[];

export type StageKind = Stage<FactName, unknown>["kind"];

/** What will be paid, got or changed, shown before submitting and hashed with the submission. */
export interface Quote {
  readonly figures: readonly Figure[];
  readonly lines: readonly QuoteLine[];
  readonly total: { readonly label: string; readonly amountFen: Fen } | null;
  /** The effect month by month, for charts and for the account's preview. */
  readonly months: readonly QuoteMonth[];
}

export interface QuoteLine {
  readonly label: string;
  /** How the amount comes about, such as `4,879.00 × 20%`. */
  readonly working: string;
  readonly amountFen: Fen;
}

export interface QuoteMonth {
  readonly month: Temporal.PlainYearMonth;
  readonly beforeFen: Fen;
  readonly afterFen: Fen;
}

/** The public guide (办事指南), beside what the rules themselves say. */
export interface Guide {
  readonly forWhom: string;
  readonly steps: readonly string[];
  readonly turnaround: string;
  readonly evidence: readonly string[];
  readonly notes: readonly string[];
  /** Everyday words by which people look for it. */
  readonly keywords: readonly string[];
  readonly lifeEvents: readonly string[];
}

export type Menu = "在线业务办理" | "在线业务受理" | "信息查询" | "快捷服务";

interface ServiceHead<Code extends string, Needs extends FactName> {
  readonly code: Code;
  /** Place in the handbook, 1 to 42. */
  readonly number: number;
  readonly name: string;
  readonly audience: "person" | "unit";
  /** Menus under which people know it, from the outside in. */
  readonly menu: readonly [Menu, ...string[]];
  readonly guide: Guide;
  readonly needs: readonly Needs[];
  /**
   * What the centre has on record that matters here, to be looked over before applying; the
   * reviewer sees the same. Numbers of people and cards are masked.
   */
  readonly onRecord?: (situation: Situation<Needs>) => readonly Figure[];
  /** Judged on sight, before any typing. */
  readonly standing: Readonly<Record<string, Rule<Situation<Needs>>>>;
  readonly provisions: Readonly<Record<string, Provision>>;
}

/** A look at the facts; refused where a rule of standing refuses, or one on what is asked. */
export type View<Needs extends FactName, Query = null> = (look: Look<Needs, Query>) => unknown;

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
  /** Offered only while another field of the form has this value. */
  readonly when?: { readonly field: string; readonly is: string };
}

/** A service that only shows: no applications, no messages; it writes audit. */
export interface QueryService<Code extends string, Needs extends FactName, Query = null>
  extends ServiceHead<Code, Needs> {
  readonly kind: "query";
  /** Judged on what is asked, such as a span of days, before anything shows. */
  readonly asked?: Readonly<Record<string, Rule<Look<Needs, Query>>>>;
  /** What is asked first, before anything was chosen. */
  readonly defaults?: (situation: Situation<Needs>) => Readonly<Record<string, unknown>>;
  /** What can be looked at here, by the name that stands in the address. */
  readonly views: Readonly<Record<string, View<Needs, Query>>>;
}

/** A service that takes applications. */
export interface ApplicationService<Code extends string, Needs extends FactName, Input>
  extends ServiceHead<Code, Needs> {
  readonly kind: "application";
  /** Judged on the request, when it is checked and again when it is submitted. */
  readonly request: Readonly<Record<string, Rule<Request<Needs, Input>>>>;
  readonly process: readonly Stage<Needs, Input>[];
  /** Present where the input is a list of rows. */
  readonly list?: ListShape<Needs, Input>;
  readonly quote?: (request: Request<Needs, Input>) => Quote;
  /** What is asked for as files; a submission without what it must have isn't taken. */
  readonly evidence?: readonly EvidenceSlot<Request<Needs, Input>>[];
  /** Named before an act that can't be undone, and confirmed (再次确认). */
  readonly consequence: (request: Request<Needs, Input>) => string;
  /** What the form starts with. */
  readonly defaults?: (situation: Situation<Needs>) => Partial<Input>;
  /** Options of the form's choices, by field; they depend on the person and the day. */
  readonly choices?: (situation: Situation<Needs>) => Readonly<Record<string, readonly Choice[]>>;
  /** Mobile number that the request gives for messages of its case, in place of the registered one. */
  readonly tellAt?: (input: Input) => string;
  /** What one case is about; a second one about the same is refused while the first is open. */
  readonly object?: (request: Request<Needs, Input>) => string;
  /** The account that an open case freezes. */
  readonly draws?: (situation: Situation<Needs>) => LedgerAccountRef | null;
  /** What can be looked at beside it, by the name that stands in the address. */
  readonly views?: Readonly<Record<string, View<Needs>>>;
}

export type Service<Code extends string, Needs extends FactName, Input> =
  | QueryService<Code, Needs>
  | ApplicationService<Code, Needs, Input>;

/** Declares a service that takes applications; the input's type is given, the needs are inferred. */
export const defineService =
  <Input>() =>
  <const Code extends string, const Needs extends FactName>(
    service: Omit<ApplicationService<Code, Needs, Input>, "kind">,
  ): ApplicationService<Code, Needs, Input> => ({ kind: "application", ...service });

export const defineQuery = <
  const Code extends string,
  const Needs extends FactName,
  Q extends Omit<QueryService<Code, Needs>, "kind">,
>(
  service: Q & Omit<QueryService<Code, Needs>, "kind">,
): { readonly kind: "query" } & Q => ({ kind: "query", ...service });

/** As `defineQuery`, for one that is asked something; the type of what is asked is given. */
export const defineQueryOf =
  <Query>() =>
  <
    const Code extends string,
    const Needs extends FactName,
    Q extends Omit<QueryService<Code, Needs, Query>, "kind">,
  >(
    service: Q & Omit<QueryService<Code, Needs, Query>, "kind">,
  ): { readonly kind: "query" } & Q => ({ kind: "query", ...service });
