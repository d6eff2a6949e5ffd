import type { BankSlip, BenefitMatter, BenefitPlan } from "./benefits.ts";
import type { Day, Month } from "./dates.ts";
import type { Fen } from "./fen.ts";
import type { HousingFundElsewhere, HousingTransferIn } from "./housing-transfers.ts";
import type { CounterCase, OnlineCase } from "./progress.ts";
import type { RemoteCareRegistration } from "./remote-care.ts";
import type { UnitPermission } from "./unit-permissions.ts";

/**
 * What the centre knows about a person or a unit, named by fact. A service names the facts it
 * needs, and gets exactly those. `apps/api/src/facts` has one loader per fact.
 */
export interface FactTypes {
  readonly participant: Participant;
  readonly flexPlans: readonly FlexPlan[];
  readonly contributions: readonly Contribution[];
  readonly housingAccount: HousingAccount | null;
  readonly legacyAccount: LegacyAccount | null;
  readonly payoutAccounts: PayoutAccounts;
  /** Null where no citizen card was ever ordered. */
  readonly cardProduction: CardProduction | null;
  readonly elsewhere: readonly ElsewhereRecord[];
  readonly transferVouchers: readonly TransferVoucher[];
  readonly housingLoan: HousingLoan | null;
  readonly counterCases: readonly CounterCase[];
  readonly onlineCases: readonly OnlineCase[];
  readonly issuedPapers: readonly IssuedPaper[];
  readonly separation: Separation | null;
  readonly unemploymentElsewhere: readonly UnemploymentElsewhere[];
  readonly benefitPlans: readonly BenefitPlan[];
  readonly benefitMatters: readonly BenefitMatter[];
  /** Of the numbers that are asked about, those handed in already, by whomever. */
  readonly bankSlips: readonly BankSlip[];
  readonly housingFundsElsewhere: readonly HousingFundElsewhere[];
  readonly housingTransfersIn: readonly HousingTransferIn[];
  readonly remoteCare: readonly RemoteCareRegistration[];
  readonly unit: UnitFacts;
  /** What staff have opened to the unit, the earliest first; those closed or ended as well. */
  readonly unitPermissions: readonly UnitPermission[];
  readonly school: School | null;
  readonly studentRegister: StudentRegister;
  readonly insuredRegister: InsuredRegister;
}

export type FactName = keyof FactTypes;

export type Scheme = "flexible" | "enterprise-a" | "enterprise-b" | "agency";

export interface Participant {
  readonly personalNumber: string;
  readonly name: string;
  readonly identityNumber: string;
  readonly sex: "male" | "female";
  readonly birthDate: Day;
  readonly scheme: Scheme;
  readonly status: "normal" | "suspended" | "left" | "retired";
  /** First month of the status. */
  readonly statusSince: Month;
  readonly unit: { readonly code: string; readonly name: string } | null;
  readonly household: {
    readonly region: string;
    readonly kind: "urban" | "rural";
    readonly address: string;
  };
  readonly mobile: string | null;
  /** Age in years at which a woman retired before the gradual rise: 50 as a worker, 55 as a cadre. */
  readonly womenRetireAt: 50 | 55;
}

/** A plan of flexible employment, in force from its month until the next plan's month. */
export interface FlexPlan {
  readonly effectiveMonth: Month;
  readonly packageCode: string;
  readonly tierCode: string;
  /** The case that brought it; null for the plan of the first registration. */
  readonly applicationNumber: string | null;
  readonly voucherNumber: string | null;
}

export type Insurance = "pension" | "medical" | "unemployment" | "injury" | "maternity" | "housing";

/** What was paid for one insurance in one month; parts in fen. */
export interface Contribution {
  readonly month: Month;
  readonly insurance: Insurance;
  readonly baseFen: Fen;
  readonly personalFen: Fen;
  readonly unitFen: Fen;
  readonly payer: string;
}

export interface HousingAccount {
  readonly number: string;
  readonly kind: "general" | "temporary";
  readonly status: "normal" | "sealed" | "closed";
  readonly openedOn: Day;
  readonly sealedOn: Day | null;
  readonly baseFen: Fen | null;
  readonly balanceFen: Fen;
  /** Interest is posted up to this day, which isn't counted itself. */
  readonly interestUpTo: Day;
  /** Postings since `interestUpTo`, oldest first; positive adds. */
  readonly movements: readonly { readonly on: Day; readonly amountFen: Fen }[];
  /** Number of the open case that has the balance frozen; it may be the one being judged. */
  readonly frozenBy: string | null;
}

/** The former provident-fund account (原公积金账户). */
export interface LegacyAccount {
  readonly number: string;
  readonly balanceFen: Fen;
}

/** How far the citizen card has come. */
export interface CardProduction {
  readonly status: CardStatus;
  readonly since: Day;
  /** The case that brought the photo; null where it came another way, or not yet. */
  readonly photoOf: string | null;
}

/** `failed-no-photo`: ordered, and stopped for want of a photo; `failed-data`: for another reason. */
export type CardStatus = "failed-no-photo" | "failed-data" | "in-production" | "issued";

export interface PayoutAccount {
  readonly bank: string;
  readonly maskedNumber: string;
  readonly verified: boolean;
}

export interface PayoutAccounts {
  readonly citizenCard: PayoutAccount | null;
  readonly boundCard: PayoutAccount | null;
}

/** What other places report: an employment or a housing fund that is running there now. */
export interface ElsewhereRecord {
  readonly kind: "employment" | "housing-fund";
  readonly place: string;
  /** Greater Suzhou outside the park (大市内区外). */
  readonly inGreaterSuzhou: boolean;
  readonly since: Day;
}

/** A contribution voucher issued for a transfer out (参保缴费凭证). */
export interface TransferVoucher {
  readonly insurance: "pension" | "medical";
  readonly number: string;
  readonly issuedOn: Day;
  readonly transferredOn: Day | null;
}

/** The most recent park housing-fund loan in which the person takes part. */
export interface HousingLoan {
  readonly role: "main" | "co-borrower";
  readonly number: string;
  readonly bank: string;
  readonly kind: "housing-fund" | "combined";
  readonly property: string;
  readonly principalFen: Fen;
  readonly termMonths: number;
  readonly method: "equal-instalment" | "equal-principal";
  readonly home: "first" | "second";
  readonly paidOutOn: Day;
  readonly firstDueOn: Day;
  readonly settledOn: Day | null;
  readonly repayments: readonly LoanRepayment[];
}

export interface LoanRepayment {
  readonly no: number;
  readonly dueOn: Day;
  readonly paidOn: Day | null;
  readonly principalFen: Fen;
  readonly interestFen: Fen;
}

/** A paper that was issued to the person or unit and hasn't been revoked since. */
export interface IssuedPaper {
  /** As in `Paper`, such as `participation-certificate`. */
  readonly kind: string;
  readonly number: string;
  readonly issuedOn: Day;
}

/** How the last employment in the park ended, as its unit reported it. */
export interface Separation {
  readonly employer: string;
  readonly leftOn: Day;
  readonly reason: SeparationReason;
  /** Registered as unemployed on this day; null while not registered. */
  readonly registeredOn: Day | null;
}

/** `own-will`: the employee gave notice without the unit's fault (本人意愿). */
export type SeparationReason =
  | "contract-ended"
  | "dismissed"
  | "agreed"
  | "unit-closed"
  | "own-will";

/** Unemployment insurance paid in another place, as that place reports it. */
export interface UnemploymentElsewhere {
  readonly number: string;
  /** The agency there, by its full name. */
  readonly agency: string;
  /** GB/T 2260. */
  readonly region: string;
  /** `relation`: months that were paid; `benefit`: a benefit granted and not drawn to its end. */
  readonly kind: "relation" | "benefit";
  readonly from: Month;
  readonly to: Month;
  readonly months: number;
  /** Null while it can still be moved to the park. */
  readonly transferredOn: Day | null;
}

export interface UnitFacts {
  readonly code: string;
  readonly name: string;
  readonly creditCode: string;
  readonly kind: "employer" | "agency" | "school" | "rental";
}

export interface School {
  readonly classes: readonly { readonly code: string; readonly name: string }[];
}

/** What is known of the people whom a list names, by identity number. */
export type InsuredRegister = ReadonlyMap<string, KnownInsured>;

export interface KnownInsured {
  readonly name: string;
  /** Unit through which the person is insured now; null without one. */
  readonly unitCode: string | null;
  readonly remoteCare: readonly RemoteCareRegistration[];
}

/** What is known of the identity numbers in a list; a number that isn't there is unknown. */
export type StudentRegister = ReadonlyMap<string, KnownStudent>;

export interface KnownStudent {
  /** Enrolments that count, each with its year. */
  readonly enrolments: readonly {
    readonly year: number;
    readonly unitCode: string;
    readonly unitName: string;
  }[];
  /** First month of a running employment, null without one. */
  readonly employedSince: Month | null;
}
