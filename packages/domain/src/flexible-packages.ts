import { type Day, dayInMonth, firstDayOf, type Month } from "./dates.ts";
import { ExactDecimal, type Fen, fen, sumFen, timesRate } from "./fen.ts";
import type { PolicyReader } from "./policy.ts";
import type { FlexInsurance, FlexPackage, FlexTier, Rate } from "./policy-shapes.ts";

/** What one insurance costs in a month: base x rate, half-up to the fen. */
export interface TierLine {
  readonly insurance: FlexInsurance;
  readonly baseFen: Fen;
  readonly rate: Rate;
  readonly amountFen: Fen;
}

export interface TierAmount {
  readonly lines: readonly TierLine[];
  readonly totalFen: Fen;
}

export interface TierInForce extends TierAmount {
  readonly code: string;
  readonly name: string;
  readonly baseFen: Fen;
}

export interface PackageInForce {
  readonly code: string;
  readonly name: string;
  readonly insurances: readonly FlexInsurance[];
  readonly tiers: readonly TierInForce[];
}

/** How insurances are called on screens and papers. */
export const flexInsuranceNames: Readonly<Record<FlexInsurance, string>> = {
  pension: "养老保险",
  medical: "医疗保险",
  housing: "住房公积金",
};

const FEN_PER_YUAN = 100;

/** The packages and tiers of a month with their amounts, by the values in force on its first day. */
export const tiersInForce = (month: Month, policy: PolicyReader): readonly PackageInForce[] =>
  policy.derive(workOutTiers, month);

function workOutTiers(month: Month, policy: PolicyReader): readonly PackageInForce[] {
  return packagesOf(month, policy).map((pack) => ({
    code: pack.code,
    name: pack.name,
    insurances: pack.insurances,
    tiers: pack.tiers.map((tier) => ({
      code: tier.code,
      name: tier.name,
      baseFen: tierBase(tier, month, policy),
      ...amountOf(pack, tier, month, policy),
    })),
  }));
}

/** What a tier costs in a month; null if package or tier aren't on offer in that month (FPC-4). */
export function tierAmount(
  packageCode: string,
  tierCode: string,
  month: Month,
  policy: PolicyReader,
): TierAmount | null {
  const pack = tiersInForce(month, policy).find(({ code }) => code === packageCode);
  const tier = pack?.tiers.find(({ code }) => code === tierCode);
  return tier ? { lines: tier.lines, totalFen: tier.totalFen } : null;
}

/** The day of a month on which contributions are debited first, exceptions included (FPC-6). */
export function firstDebitDay(month: Month, policy: PolicyReader): Day {
  const { day, exceptions } = policy.on("flex.firstDebitDay", firstDayOf(month));
  return dayInMonth(month, exceptions[month.toString()] ?? day);
}

function packagesOf(month: Month, policy: PolicyReader): readonly FlexPackage[] {
  return policy.on("flex.packages", firstDayOf(month)).packages;
}

function amountOf(
  pack: FlexPackage,
  tier: FlexTier,
  month: Month,
  policy: PolicyReader,
): TierAmount {
  const baseFen = tierBase(tier, month, policy);
  const lines = pack.insurances.map((insurance) => {
    const rate = flexibleRate(insurance, month, policy);
    return { insurance, baseFen, rate, amountFen: timesRate(baseFen, rate) };
  });
  return { lines, totalFen: sumFen(lines.map((line) => line.amountFen)) };
}

/** Floor plus the tier's share of the way to the cap, half-up to the whole yuan. */
function tierBase(tier: FlexTier, month: Month, policy: PolicyReader): Fen {
  const { floorFen, capFen } = policy.on("base.limits", firstDayOf(month));
  const way = new ExactDecimal(capFen - floorFen).times(tier.share);
  const yuan = way.plus(floorFen).dividedBy(FEN_PER_YUAN).toDecimalPlaces(0);
  return fen(BigInt(yuan.times(FEN_PER_YUAN).toFixed(0)));
}

function flexibleRate(insurance: FlexInsurance, month: Month, policy: PolicyReader): Rate {
  const { flexible } = policy.on(`rates.${insurance}` as const, firstDayOf(month));
  if (flexible === null) throw new Error(`${insurance} can't be paid by oneself`);
  return flexible;
}
