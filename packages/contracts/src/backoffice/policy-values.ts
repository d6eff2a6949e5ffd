import type { PolicyTypes } from "@hall/domain/policy";
import { z } from "zod";
import { daySchema, monthSchema } from "../wire.ts";

/** A decimal fraction as text: "0.015" is 1.5 %. */
const rate = z
  .string("请填写小数形式的比例，例如 0.015")
  .regex(/^(0|1|0\.\d{1,8})$/, "请填写 0 到 1 之间的小数，例如 0.015");
const fenAmount = z.int("请填写金额").min(0, "金额不能为负").max(1_000_000_000_000, "金额过大");
const words = (most: number) => z.string().trim().min(1, "请填写").max(most, `不超过${most}个字`);
const dayOfMonth = z.int().min(1, "请填写 1 到 31").max(31, "请填写 1 到 31");
const wholeCount = (most: number) =>
  z.int("请填写整数").min(1, "至少为 1").max(most, `不超过${most}`);

const insuranceRates = z.strictObject({ unit: rate, personal: rate, flexible: rate.nullable() });
const loanRatePair = z.strictObject({ upToFiveYears: rate, overFiveYears: rate });
const otherChannel = z.strictObject({ name: words(60), hint: words(200) });
const webPage = z.strictObject({
  name: words(60),
  path: words(120),
  url: z.url({ protocol: /^https?$/, error: "请填写完整的网址，以 http 开头" }).max(200),
});
const designatedAccount = z.strictObject({
  bank: words(60),
  accountNumber: z
    .string("请填写账号")
    .trim()
    .regex(/^[0-9 ]{8,40}$/, "账号是 8 到 40 位数字"),
  holder: words(60),
});
const retirementRise = z.strictObject({
  startMonths: z.int().min(480).max(900),
  limitMonths: z.int().min(480).max(900),
  firstBirthMonth: monthSchema,
  birthMonthsPerStep: wholeCount(120),
});

const flexPackages = z.strictObject({
  packages: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z][a-z-]{1,40}$/, "代码用小写字母和连字符"),
        name: words(40),
        insurances: z.array(z.enum(["pension", "medical", "housing"])).min(1, "至少一个险种"),
        tiers: z
          .array(
            z.strictObject({
              code: z.string().regex(/^t\d{1,2}$/, "档次代码为 t1、t2……"),
              name: words(20),
              share: rate,
            }),
          )
          .min(1, "至少一档"),
      }),
    )
    .min(1, "至少一个套餐"),
});

const calendarYear = z.strictObject({
  year: z.int().min(2016).max(2100),
  freeDays: z.array(daySchema).min(1, "请列出放假的日期").max(120),
  makeUpDays: z.array(daySchema).max(40),
  source: words(200),
});

/** Every key whose name is fixed, with the shape of its value. */
const fixed = {
  "flex.firstDebitDay": z.strictObject({
    day: dayOfMonth,
    exceptions: z.record(monthSchema, dayOfMonth),
  }),
  "flex.packages": flexPackages,
  "base.limits": z
    .strictObject({ floorFen: fenAmount, capFen: fenAmount })
    .refine(({ floorFen, capFen }) => floorFen < capFen, "下限须低于上限"),
  "rates.pension": insuranceRates,
  "rates.medical": insuranceRates,
  "rates.unemployment": insuranceRates,
  "rates.housing": z.strictObject({ minEach: rate, maxEach: rate, flexible: rate }),
  "certificate.validMonths": wholeCount(60),
  "resident.studentPremium": z.strictObject({
    insuredYear: z.int().min(2020).max(2100),
    premiumFen: fenAmount,
  }),
  "resident.payByDay": dayOfMonth,
  "housing.depositRate": z.strictObject({
    rate,
    postedOn: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "请按 06-30 填写"),
  }),
  "housing.loanRate": z.strictObject({
    first: loanRatePair,
    second: loanRatePair,
    runningLoansFrom: daySchema,
  }),
  "withdrawal.sealedMonths": z.strictObject({
    general: wholeCount(120),
    unemployed4050: wholeCount(120),
  }),
  "retirement.age": z.strictObject({
    men: retirementRise,
    womenAt55: retirementRise,
    womenAt50: retirementRise,
  }),
  "remoteLoan.minMonths": wholeCount(120),
  "remoteLoan.validMonths": wholeCount(24),
  "unemployment.letterPerDay": wholeCount(50),
  "unemployment.minMonths": wholeCount(120),
  "unemployment.lastEmployerMonths": wholeCount(60),
  "unemployment.letterMonths": wholeCount(24),
  "unemployment.reprintDays": wholeCount(90),
  "unemployment.refundAccount": designatedAccount,
  "remoteCare.referralMonths": wholeCount(60),
  "remoteCare.cardOffice": otherChannel,
  "links.provincialHospitals": webPage,
  "links.nationalHospitals": webPage,
  "housing.transferMonths": wholeCount(120),
  "housing.transferAccount": designatedAccount,
  "photo.size": z
    .strictObject({ minKb: wholeCount(10_000), maxKb: wholeCount(10_000) })
    .refine(({ minKb, maxKb }) => minKb <= maxKb, "下限不能高于上限"),
  "photo.pixels": z.strictObject({ width: wholeCount(5_000), height: wholeCount(5_000) }),
  "photo.whiteBorderPercent": wholeCount(100),
  "review.secondApprovalFen": fenAmount,
  "case.supplementDays": wholeCount(90),
  "case.supplementReminderDays": wholeCount(30),
  "payout.coolingHours": z.int().min(0).max(168),
  "links.studentPayment": otherChannel,
  "links.commercialLoan": otherChannel,
  "counter.mainHall": z.strictObject({
    name: words(60),
    address: words(120),
    hours: words(60),
    phone: words(60),
  }),
} as const satisfies {
  readonly [K in keyof PolicyTypes as string extends K
    ? never
    : K extends `calendar.${number}` | `clock.${string}`
      ? never
      : K]: z.ZodType<PolicyTypes[K]>;
};

const byKey: Readonly<Record<string, z.ZodType>> = fixed;

/** The shape of a key's value, null for a key that no rule knows. */
export function policyValueSchema(key: string): z.ZodType | null {
  if (/^calendar\.\d{4}$/.test(key)) return calendarYear;
  if (/^clock\.[a-z0-9-]{2,60}(\.[a-z]{2,20})?$/.test(key))
    return z.strictObject({ workingDays: wholeCount(400) });
  return byKey[key] ?? null;
}
