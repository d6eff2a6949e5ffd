import { compareDays, type Day, day, isAfter, isBefore, isOnOrAfter, type Month } from "./dates.ts";
import type { DesignatedAccount } from "./designated-accounts.ts";
import type {
  BaseLimits,
  Counter,
  DepositRate,
  FirstDebitDay,
  FlexPackage,
  HousingRates,
  InsuranceRates,
  LoanRates,
  OtherChannel,
  PhotoPixels,
  PhotoSize,
  RetirementAges,
  SealedMonths,
  ServiceClock,
  StudentPremium,
  WebPage,
} from "./policy-shapes.ts";
import type { CalendarYear } from "./working-days.ts";

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
  "remoteCare.referralMonths": number;
  "remoteCare.cardOffice": OtherChannel;
  "links.provincialHospitals": WebPage;
  "links.nationalHospitals": WebPage;
  "housing.transferMonths": number;
  "housing.transferAccount": DesignatedAccount;
  "photo.size": PhotoSize;
  "photo.pixels": PhotoPixels;
  "photo.whiteBorderPercent": number;
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
  /** What follows for a month from policy alone: worked out once for a book, whoever asks. */
  derive<T>(derivation: Derivation<T>, month: Month): T;
}

/** Gives the same for the same month and book: it knows nothing of a person or of today. */
export type Derivation<T> = (month: Month, policy: PolicyReader) => T;

interface Derived<T> {
  readonly value: T;
  /** What it was worked out from: who uses it has read these. */
  readonly reads: readonly PolicyEntry[];
}

/** Forty years. Requests may ask about more, and must not fill the memory with them. */
const MOST_MONTHS_DERIVED = 480;

/** Dated parameters (POL-1). A version names the state of the whole book. */
export class PolicyBook implements PolicyReader {
  readonly version: string;
  readonly #byKey: ReadonlyMap<PolicyKey, readonly PolicyEntry[]>;
  readonly #derived = new Map<Derivation<unknown>, Map<string, Derived<unknown>>>();

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
    const found = this.#byKey.get(key)?.find((entry) => isInForce(entry, date));
    return found && isOf(found, key) ? found : null;
  }

  history<K extends PolicyKey>(key: K): readonly PolicyEntry<K>[] {
    return (this.#byKey.get(key) ?? []).filter((entry) => isOf(entry, key));
  }

  derive<T>(derivation: Derivation<T>, month: Month): T {
    return this.derived(derivation, month).value;
  }

  /** As `derive`, with what it was worked out from. */
  derived<T>(derivation: Derivation<T>, month: Month): Derived<T> {
    const months = this.#derived.get(derivation) ?? new Map<string, Derived<unknown>>();
    this.#derived.set(derivation, months);
    const known = months.get(month.toString());
    if (known) return known as Derived<T>;
    const { policy, reads } = readingPolicy(this);
    const derived = { value: derivation(month, policy), reads: reads() };
    if (months.size >= MOST_MONTHS_DERIVED) months.clear();
    months.set(month.toString(), derived);
    return derived;
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
export function readingPolicy(book: PolicyBook): ReadingPolicy {
  const seen = new Set<PolicyEntry>();
  const note = <K extends PolicyKey>(entry: PolicyEntry<K>): PolicyEntry<K> => {
    seen.add(entry);
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
    derive: (derivation, month) => {
      const { value, reads } = book.derived(derivation, month);
      for (const entry of reads) note(entry);
      return value;
    },
  };
  // Named only when asked for: some hundred reads of one decision are of a few values.
  const reads = () =>
    [...new Map([...seen].map((entry) => [`${entry.key} ${entry.from.toString()}`, entry]))]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([, entry]) => entry);
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
