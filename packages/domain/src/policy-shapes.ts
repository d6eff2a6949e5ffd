/** Shapes of policy values: plain JSON, money in fen, dates as ISO text. */

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

/** Size of a photo's file in KB of 1024 bytes, both ends included. */
export interface PhotoSize {
  readonly minKb: number;
  readonly maxKb: number;
}

/** Exactly these. */
export interface PhotoPixels {
  readonly width: number;
  readonly height: number;
}

/** Where the person finds what this hall can't do. */
export interface OtherChannel {
  readonly name: string;
  readonly hint: string;
}

/** A page of another institution, and where on it one finds what is meant. */
export interface WebPage {
  readonly name: string;
  readonly path: string;
  readonly url: string;
}

export interface Counter {
  readonly name: string;
  readonly address: string;
  readonly hours: string;
  readonly phone: string;
}
