import { day, formatDay } from "./dates.ts";
import type { DesignatedAccount } from "./designated-accounts.ts";
import { fen, formatRate, formatYuan } from "./fen.ts";
import type { PolicyKey, PolicyTypes } from "./policy.ts";
import { policyName } from "./policy-names.ts";
import type { LoanRatePair, RetirementRise, ServiceClock, WebPage } from "./policy-shapes.ts";
import type { CalendarYear } from "./working-days.ts";

type Words = { readonly [K in PolicyKey]?: (value: PolicyTypes[K]) => string };

const yuan = (amountFen: number) => `${formatYuan(fen(amountFen))} 元`;

const designated = ({ bank, accountNumber, holder }: DesignatedAccount) =>
  `${bank} ${accountNumber}，户名${holder}`;

const page = ({ name, path, url }: WebPage) => `${name} ${url}（${path}）`;

const age = (months: number) =>
  months % 12 === 0 ? `${months / 12} 周岁` : `${Math.floor(months / 12)} 周岁 ${months % 12} 个月`;

/** Where start and limit are the same, nobody retires later than anybody else. */
const rise = ({ startMonths, limitMonths, firstBirthMonth, birthMonthsPerStep }: RetirementRise) =>
  startMonths === limitMonths
    ? age(startMonths)
    : `${age(startMonths)}，${monthText(firstBirthMonth)}及以后出生的每 ${birthMonthsPerStep} 个月延迟 1 个月，最高 ${age(limitMonths)}`;

const monthText = (isoMonth: string) => {
  const [year, month] = isoMonth.split("-");
  return `${year}年${Number(month)}月`;
};

const ratePair = ({ upToFiveYears, overFiveYears }: LoanRatePair) =>
  `五年以下 ${formatRate(upToFiveYears)}、五年以上 ${formatRate(overFiveYears)}`;

const words: Words = {
  "flex.firstDebitDay": ({ day, exceptions }) =>
    [
      `每月 ${day} 日`,
      ...Object.entries(exceptions).map(([month, d]) => `${month} 为 ${d} 日`),
    ].join("，"),
  "flex.packages": ({ packages }) =>
    packages.map((pack) => `${pack.name} ${pack.tiers.length} 档`).join("，"),
  "base.limits": ({ floorFen, capFen }) => `${yuan(floorFen)} 至 ${yuan(capFen)}`,
  "rates.housing": ({ minEach, maxEach, flexible }) =>
    `单位和个人各 ${formatRate(minEach)} 至 ${formatRate(maxEach)}，灵活就业 ${formatRate(flexible)}`,
  "certificate.validMonths": (months) => `${months} 个月`,
  "resident.studentPremium": ({ insuredYear, premiumFen }) =>
    `${insuredYear}年度 ${yuan(premiumFen)}`,
  "resident.payByDay": (day) => `每月 ${day} 日`,
  "housing.depositRate": ({ rate }) => `年利率 ${formatRate(rate)}`,
  "withdrawal.sealedMonths": ({ general, unemployed4050 }) =>
    `${general} 个月；失业的男满 50 周岁、女满 40 周岁 ${unemployed4050} 个月`,
  "retirement.age": ({ men, womenAt55, womenAt50 }) =>
    `男 ${rise(men)}；女（原 55 周岁）${rise(womenAt55)}；女（原 50 周岁）${rise(womenAt50)}`,
  "housing.loanRate": ({ first, second, runningLoansFrom }) =>
    `首套${ratePair(first)}；二套${ratePair(second)}；此前的贷款自${formatDay(day(runningLoansFrom))}起执行`,
  "review.secondApprovalFen": yuan,
  "case.supplementDays": (days) => `${days} 天`,
  "case.supplementReminderDays": (days) => `到期前 ${days} 天`,
  "payout.coolingHours": (hours) => `${hours} 小时`,
  "remoteLoan.minMonths": (months) => `${months} 个月`,
  "remoteLoan.validMonths": (months) => `${months} 个月`,
  "unemployment.letterPerDay": (letters) => `${letters} 份`,
  "unemployment.minMonths": (months) => `${months} 个月`,
  "unemployment.lastEmployerMonths": (months) => `${months} 个月`,
  "unemployment.reprintDays": (days) => `${days} 天`,
  "unemployment.refundAccount": designated,
  "remoteCare.referralMonths": (months) => `${months} 个月`,
  "remoteCare.cardOffice": ({ name, hint }) => `${hint}${name}`,
  "links.provincialHospitals": page,
  "links.nationalHospitals": page,
  "housing.transferMonths": (months) => `${months} 个月`,
  "housing.transferAccount": designated,
  "photo.size": ({ minKb, maxKb }) => `${minKb} 至 ${maxKb} KB`,
  "photo.pixels": ({ width, height }) => `宽 ${width} 像素，高 ${height} 像素`,
  "photo.whiteBorderPercent": (percent) => `至少 ${percent}%`,
  "unemployment.letterMonths": (months) => `${months} 个月`,
};

/** A parameter's value in words, for guides and the policy page. */
export function policyValueText<K extends PolicyKey>(key: K, value: PolicyTypes[K]): string {
  const own = words[key] as ((value: PolicyTypes[K]) => string) | undefined;
  if (own) return own(value);
  if (key.startsWith("calendar.")) return calendarText(value as CalendarYear);
  if (key.startsWith("clock.")) return `${(value as ServiceClock).workingDays} 个工作日`;
  const parts = Object.entries(value as object).map(
    ([name, part]) => `${fieldNames[name] ?? name} ${partText(part)}`,
  );
  return parts.length > 0 ? parts.join("，") : `${policyName(key)} ${String(value)}`;
}

const calendarText = ({ freeDays, makeUpDays }: CalendarYear): string =>
  `放假 ${freeDays.length} 天，调休上班 ${makeUpDays.length} 天`;

const fieldNames: Readonly<Record<string, string>> = {
  unit: "单位",
  personal: "个人",
  flexible: "灵活就业",
  name: "名称",
  hint: "说明",
  address: "地址",
  hours: "时间",
  phone: "电话",
};

function partText(part: unknown): string {
  if (part === null) return "不适用";
  if (typeof part === "string" && /^0\.\d+$/.test(part)) return formatRate(part);
  if (typeof part === "object" && !Array.isArray(part)) {
    return `（${Object.entries(part)
      .map(([name, value]) => `${fieldNames[name] ?? name} ${partText(value)}`)
      .join("，")}）`;
  }
  return String(part);
}
