import { compareDays, type Day, day, isAfter, isBefore, isOnOrAfter } from "./dates.ts";
import type { DesignatedAccount } from "./designated-accounts.ts";
import type { CalendarYear } from "./working-days.ts";

/** A decimal fraction as text, so that no float comes near it: "0.015" is 1.5 %. */
export type Rate = string;

/** What a person can be insured in; the housing fund counts as one of them. */
export type Insurance = "pension" | "medical" | "unemployment" | "housing";

/** What people who pay for themselves can choose. */
export type FlexInsurance = Exclude<Insurance, "unemployment">;

/** The day of the month on which contributions are debited first, with months that differ. */
export interface FirstDebitDay {
  readonly day: number;
  /** ISO month to day of that month: `{"2026-02": 24}`. */
  readonly exceptions: Readonly<Record<string, number>>;
}

/** A tier: its base stands at this share of the way from the floor (0) to the cap (1). */
export interface FlexTier {
  readonly code: string;
  readonly name: string;
  readonly share: Rate;
}

export interface FlexPackage {
  readonly code: string;
  readonly name: string;
  readonly insurances: readonly FlexInsurance[];
  readonly tiers: readonly FlexTier[];
}

/** Lowest and highest monthly contribution base, in fen. */
export interface BaseLimits {
  readonly floorFen: number;
  readonly capFen: number;
}

/** Shares of the base paid by the unit, by its employee, and by who pays alone (null: can't). */
export interface InsuranceRates {
  readonly unit: Rate;
  readonly personal: Rate;
  readonly flexible: Rate | null;
}

/** Unit and employee each pay one same rate within the range; a flexible participant pays one. */
export interface HousingRates {
  readonly minEach: Rate;
  readonly maxEach: Rate;
  readonly flexible: Rate;
}

/** Yearly premium of a pupil or student, in fen. */
export interface StudentPremium {
  readonly insuredYear: number;
  readonly premiumFen: number;
}

/** Interest on housing accounts; `postedOn` is MM-DD. */
export interface DepositRate {
  readonly rate: Rate;
  readonly postedOn: string;
}

export interface LoanRatePair {
  readonly upToFiveYears: Rate;
  readonly overFiveYears: Rate;
}

/** Housing-fund loan rates; loans already running change on their own later day. */
export interface LoanRates {
  readonly first: LoanRatePair;
  readonly second: LoanRatePair;
  /** ISO date from which loans paid out earlier bear these rates. */
  readonly runningLoansFrom: string;
}

/** Months that an account must have been sealed. `unemployed4050`: men from 50, women from 40. */
export interface SealedMonths {
  readonly general: number;
  readonly unemployed4050: number;
}

/** Retirement age by month of birth: one month more per `birthMonthsPerStep` up to the limit. */
export interface RetirementRise {
  readonly startMonths: number;
  readonly limitMonths: number;
  /** ISO month of birth of the first who retire later. */
  readonly firstBirthMonth: string;
  readonly birthMonthsPerStep: number;
}

export interface RetirementAges {
  readonly men: RetirementRise;
  readonly womenAt55: RetirementRise;
  readonly womenAt50: RetirementRise;
}

/** Turnaround promised for a service, in working days. */
export interface ServiceClock {
  readonly workingDays: number;
}

/** Where the person finds what this hall can't do. */
export interface OtherChannel {
  readonly name: string;
  readonly hint: string;
}

export interface Counter {
  readonly name: string;
  readonly address: string;
  readonly hours: string;
  readonly phone: string;
}

/** Every parameter and the shape of its value: plain JSON, money in fen, dates as ISO text. */
export interface PolicyTypes {
  "flex.firstDebitDay": FirstDebitDay;
  "flex.packages": { readonly packages: readonly FlexPackage[] };
  "base.limits": BaseLimits;
  "rates.pension": InsuranceRates;
  "rates.medical": InsuranceRates;
  "rates.unemployment": InsuranceRates;
  "rates.housing": HousingRates;
  "certificate.validMonths": number;
  "resident.studentPremium": StudentPremium;
  "resident.payByDay": number;
  "housing.depositRate": DepositRate;
  "housing.loanRate": LoanRates;
  "withdrawal.sealedMonths": SealedMonths;
  "retirement.age": RetirementAges;
  "review.secondApprovalFen": number;
  "case.supplementDays": number;
  "case.supplementReminderDays": number;
  "payout.coolingHours": number;
  "links.studentPayment": OtherChannel;
  "links.commercialLoan": OtherChannel;
  "counter.mainHall": Counter;
  "remoteLoan.minMonths": number;
  "remoteLoan.validMonths": number;
  "unemployment.letterPerDay": number;
  "unemployment.minMonths": number;
  "unemployment.lastEmployerMonths": number;
  "unemployment.letterMonths": number;
  "unemployment.reprintDays": number;
  "unemployment.refundAccount": DesignatedAccount;
  "housing.transferMonths": number;
  "housing.transferAccount": DesignatedAccount;
  [calendar: `calendar.${number}`]: CalendarYear;
  [clock: `clock.${string}`]: ServiceClock;
}

export type PolicyKey = keyof PolicyTypes;

/** `sample` values are the demo's own and are shown as such on screen and paper (POL-3). */
export type PolicyMark = "official" | "sample";

/** A value with the days for which it holds: `from` included, `until` not; null is open-ended. */
export interface PolicyEntry<K extends PolicyKey = PolicyKey> {
  readonly key: K;
  readonly from: Day;
  readonly until: Day | null;
  readonly value: PolicyTypes[K];
  readonly mark: PolicyMark;
  readonly source: string;
}

/** A policy entry as it is stored and sent. */
export type PolicyEntryJson<K extends PolicyKey = PolicyKey> = Omit<
  PolicyEntry<K>,
  "from" | "until"
> & { readonly from: string; readonly until: string | null };

/** No value holds for that key on that day: a fault of configuration, not of a request. */
export class PolicyGap extends Error {
  override readonly name = "PolicyGap";
  constructor(
    readonly key: PolicyKey,
    readonly on: Day,
  ) {
    super(`no value of ${key} is in force on ${on.toString()}`);
  }
}

/** What rules may ask of policy data. */
export interface PolicyReader {
  readonly version: string;
  /** The value in force on that day. Throws PolicyGap where there is none. */
  on<K extends PolicyKey>(key: K, date: Day): PolicyTypes[K];
  /** As `on`, with validity, mark and source. */
  entryOn<K extends PolicyKey>(key: K, date: Day): PolicyEntry<K>;
  /** As `entryOn`, for what may rightly be absent: a calendar or premium not published yet. */
  findEntry<K extends PolicyKey>(key: K, date: Day): PolicyEntry<K> | null;
  /** All values of a key, the earliest first. */
  history<K extends PolicyKey>(key: K): readonly PolicyEntry<K>[];
}

/** Dated parameters (POL-1). A version names the state of the whole book. */
export class PolicyBook implements PolicyReader {
  readonly version: string;
  readonly #byKey: ReadonlyMap<PolicyKey, readonly PolicyEntry[]>;

  /** Throws RangeError if two values of a key hold on one day, or a value holds on none. */
  constructor(entries: readonly PolicyEntry[], version: string) {
    this.version = version;
    const byKey = new Map<PolicyKey, PolicyEntry[]>();
    const sorted = [...entries].sort((left, right) => compareDays(left.from, right.from));
    for (const entry of sorted) {
      const earlier = byKey.get(entry.key) ?? [];
      checkFits(earlier.at(-1), entry);
      byKey.set(entry.key, [...earlier, entry]);
    }
    this.#byKey = byKey;
  }

  on<K extends PolicyKey>(key: K, date: Day): PolicyTypes[K] {
    return this.entryOn(key, date).value;
  }

  entryOn<K extends PolicyKey>(key: K, date: Day): PolicyEntry<K> {
    const entry = this.findEntry(key, date);
    if (entry === null) throw new PolicyGap(key, date);
    return entry;
  }

  findEntry<K extends PolicyKey>(key: K, date: Day): PolicyEntry<K> | null {
    return this.history(key).find((entry) => isInForce(entry, date)) ?? null;
  }

  history<K extends PolicyKey>(key: K): readonly PolicyEntry<K>[] {
    return (this.#byKey.get(key) ?? []).filter((entry) => isOf(entry, key));
  }

  /** The keys that have a value, in alphabetical order. */
  keys(): readonly PolicyKey[] {
    return [...this.#byKey.keys()].sort();
  }
}

export function isInForce(entry: PolicyEntry, date: Day): boolean {
  return isOnOrAfter(date, entry.from) && (entry.until === null || isBefore(date, entry.until));
}

function isOf<K extends PolicyKey>(entry: PolicyEntry, key: K): entry is PolicyEntry<K> {
  return entry.key === key;
}

function checkFits(earlier: PolicyEntry | undefined, entry: PolicyEntry): void {
  const name = `${entry.key} from ${entry.from.toString()}`;
  if (entry.until !== null && !isAfter(entry.until, entry.from)) {
    throw new RangeError(`${name} ends before it begins`);
  }
  if (earlier === undefined) return;
  if (earlier.until === null || isAfter(earlier.until, entry.from)) {
    throw new RangeError(`${name} overlaps the value before`);
  }
}

/** A policy that remembers what was read, so that a case keeps the values it was decided on. */
export interface ReadingPolicy {
  readonly policy: PolicyReader;
  /** The entries read so far, each once, by key and first day. */
  readonly reads: () => readonly PolicyEntry[];
}

/** Wraps a policy; `new PolicyBook(reads(), version)` replays the decision later (APP-6). */
export function readingPolicy(book: PolicyReader): ReadingPolicy {
  const seen = new Map<string, PolicyEntry>();
  const note = <K extends PolicyKey>(entry: PolicyEntry<K>): PolicyEntry<K> => {
    seen.set(`${entry.key} ${entry.from.toString()}`, entry);
    return entry;
  };
  const policy: PolicyReader = {
    version: book.version,
    on: (key, date) => note(book.entryOn(key, date)).value,
    entryOn: (key, date) => note(book.entryOn(key, date)),
    findEntry: (key, date) => {
      const entry = book.findEntry(key, date);
      return entry === null ? null : note(entry);
    },
    history: (key) => book.history(key).map(note),
  };
  const reads = () =>
    [...seen].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, entry]) => entry);
  return { policy, reads };
}

export function policyEntryToJson<K extends PolicyKey>(entry: PolicyEntry<K>): PolicyEntryJson<K> {
  return { ...entry, from: entry.from.toString(), until: entry.until?.toString() ?? null };
}

/** Reads a stored entry whose value was checked against its key's schema. Throws on bad dates. */
export function policyEntryFromJson<K extends PolicyKey>(json: PolicyEntryJson<K>): PolicyEntry<K> {
  const until = json.until === null ? null : day(json.until);
  return { ...json, from: day(json.from), until };
}
