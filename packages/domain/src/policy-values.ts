import { officialCalendarYears } from "./calendar-years.ts";
import { type Day, day } from "./dates.ts";
import { handbook } from "./findings.ts";
import { PolicyBook, type PolicyEntry, type PolicyTypes } from "./policy.ts";
import { ALWAYS, SAMPLE, sample, series } from "./policy-series.ts";
import type { FlexTier, LoanRates, StudentPremium } from "./policy-shapes.ts";
import { remoteCareValues } from "./policy-values-remote-care.ts";

const REMOTE_LOAN_NOTICE =
  "住房城乡建设部、财政部、中国人民银行《关于发展住房公积金个人住房贷款业务的通知》（建金〔2014〕148号）";

/** Tiers from the base floor to the cap in even steps. */
function tiers(count: number): readonly FlexTier[] {
  const numerals = ["一", "二", "三", "四", "五", "六", "七", "八"];
  return numerals.slice(0, count).map((numeral, index) => ({
    code: `t${index + 1}`,
    name: `${numeral}档`,
    share: index === 0 ? "0" : index === count - 1 ? "1" : (index / (count - 1)).toFixed(4),
  }));
}

/** From July 2025 the first package has one tier fewer: what was on offer depends on the month. */
function flexPackages(tiersOfFirst: number): PolicyTypes["flex.packages"] {
  return {
    packages: [
      {
        code: "pension-medical",
        name: "养老+医疗",
        insurances: ["pension", "medical"],
        tiers: tiers(tiersOfFirst),
      },
      {
        code: "pension-medical-housing",
        name: "养老+医疗+住房",
        insurances: ["pension", "medical", "housing"],
        tiers: tiers(6),
      },
      { code: "medical", name: "仅医疗", insurances: ["medical"], tiers: tiers(5) },
    ],
  };
}

const flexible = [
  ...series("flex.firstDebitDay", "official", handbook("灵活就业人员办理缴费套餐或档次变更").text, [
    [ALWAYS, { day: 18, exceptions: {} }],
  ]),
  ...series("flex.packages", "sample", SAMPLE, [
    ["2019-07-01", flexPackages(8)],
    ["2025-07-01", flexPackages(7)],
  ]),
  ...series("base.limits", "sample", SAMPLE, [
    ["2019-07-01", { floorFen: 336_800, capFen: 1_684_200 }],
    ["2022-07-01", { floorFen: 425_000, capFen: 2_182_100 }],
    ["2023-07-01", { floorFen: 449_400, capFen: 2_247_000 }],
    ["2024-07-01", { floorFen: 487_900, capFen: 2_439_600 }],
  ]),
  ...sample("rates.pension", { unit: "0.16", personal: "0.08", flexible: "0.20" }),
  ...sample("rates.medical", { unit: "0.07", personal: "0.02", flexible: "0.05" }),
  ...sample("rates.unemployment", { unit: "0.005", personal: "0.005", flexible: null }),
  ...sample("rates.housing", { minEach: "0.05", maxEach: "0.12", flexible: "0.10" }),
];

const premium = (insuredYear: number, premiumFen: number): [string, StudentPremium] => [
  `${insuredYear}-01-01`,
  { insuredYear, premiumFen },
];

/** A premium is announced year by year: the last one ends with its year, and the next is unknown. */
const resident = [
  ...series("resident.studentPremium", "sample", SAMPLE, [
    premium(2024, 25_000),
    premium(2025, 27_000),
    premium(2026, 29_000),
    premium(2027, 31_000),
  ]).map((entry) => ({ ...entry, until: firstDayAfter(entry.value.insuredYear) })),
  ...series("resident.payByDay", "official", handbook("居民医保参保学生新增").text, [[ALWAYS, 25]]),
  ...series("links.studentPayment", "official", handbook("居民医保参保学生新增").text, [
    [
      ALWAYS,
      { name: "税务部门征缴微信小程序", hint: "由家长在微信中打开税务部门的征缴小程序缴费。" },
    ],
  ]),
];

const loanRates = (
  first: readonly [string, string],
  second: readonly [string, string],
  runningLoansFrom: string,
): LoanRates => ({
  first: { upToFiveYears: first[0], overFiveYears: first[1] },
  second: { upToFiveYears: second[0], overFiveYears: second[1] },
  runningLoansFrom,
});

const LOAN_NOTICE = "中国人民银行关于下调个人住房公积金贷款利率的通知";
/** Until 2022 the rate of a second home was 1.1 times that of a first one. */
const SECOND_HOME_2010 = "二套不低于同期首套的1.1倍（建金〔2010〕179号）";

const housing = [
  ...series(
    "housing.depositRate",
    "official",
    "中国人民银行、住房城乡建设部、财政部关于完善职工住房公积金账户存款利率形成机制的通知",
    [["2016-02-21", { rate: "0.015", postedOn: "06-30" }]],
  ),
  ...series("housing.loanRate", "official", LOAN_NOTICE, [
    [
      "2015-08-26",
      loanRates(["0.0275", "0.0325"], ["0.03025", "0.03575"], "2016-01-01"),
      `中国人民银行决定自2015年8月26日起下调个人住房公积金贷款利率；${SECOND_HOME_2010}`,
    ],
    [
      "2022-10-01",
      loanRates(["0.026", "0.031"], ["0.03025", "0.03575"], "2023-01-01"),
      "中国人民银行决定自2022年10月1日起下调首套个人住房公积金贷款利率，二套不变",
    ],
    [
      "2024-05-18",
      loanRates(["0.0235", "0.0285"], ["0.02775", "0.03325"], "2025-01-01"),
      `${LOAN_NOTICE}（自2024年5月18日起）`,
    ],
    [
      "2025-05-08",
      loanRates(["0.021", "0.026"], ["0.02525", "0.03075"], "2026-01-01"),
      `${LOAN_NOTICE}（自2025年5月8日起）`,
    ],
  ]),
  ...series("withdrawal.sealedMonths", "official", handbook("封存住房公积金账户提取").text, [
    [ALWAYS, { general: 6, unemployed4050: 24 }],
  ]),
  ...series("links.commercialLoan", "official", handbook("住房公积金贷款信息查询").text, [
    [
      ALWAYS,
      { name: "贷款银行客户端", hint: "组合贷款中的商业贷款部分，请在贷款银行的客户端查询。" },
    ],
  ]),
];

const remoteLoan = [
  ...series("remoteLoan.minMonths", "official", REMOTE_LOAN_NOTICE, [[ALWAYS, 6]]),
  ...series("remoteLoan.validMonths", "official", handbook("异地贷款资格证明开具").text, [
    [ALWAYS, 2],
  ]),
];

const LETTER = handbook("失业保险关系接收函开具").text;

const unemployment = [
  ...series("unemployment.letterPerDay", "official", LETTER, [[ALWAYS, 5]]),
  ...series("unemployment.minMonths", "official", "《中华人民共和国社会保险法》第四十五条", [
    [ALWAYS, 12],
  ]),
  ...series("unemployment.lastEmployerMonths", "official", LETTER, [[ALWAYS, 4]]),
  ...series("unemployment.letterMonths", "official", LETTER, [[ALWAYS, 2]]),
  ...series("unemployment.reprintDays", "official", handbook("失业金退支申请").text, [[ALWAYS, 7]]),
  ...sample("unemployment.refundAccount", {
    bank: "演示银行园区支行",
    accountNumber: "0000 0000 0000 0012",
    holder: "演示中心失业保险基金专户",
  }),
];

const AGENCY_TRANSFER = handbook("机关住房公积金转入").text;

const transfers = [
  ...series("housing.transferMonths", "official", handbook("大市外住房公积金转入申请").text, [
    [ALWAYS, 6],
  ]),
  ...sample("housing.transferAccount", {
    bank: "演示银行园区支行",
    accountNumber: "0000 0000 0000 0035",
    holder: "演示中心住房公积金专户",
  }),
  ...series("clock.agency-housing-transfer-in.letter", "official", AGENCY_TRANSFER, [
    [ALWAYS, { workingDays: 3 }],
  ]),
  ...series("clock.agency-housing-transfer-in.reply", "official", AGENCY_TRANSFER, [
    [ALWAYS, { workingDays: 5 }],
  ]),
  ...series("clock.agency-housing-transfer-in.posting", "official", AGENCY_TRANSFER, [
    [ALWAYS, { workingDays: 3 }],
  ]),
];

const CARD_PHOTO = handbook("市民卡制卡照片采集").text;

const photo = [
  ...series("photo.size", "official", CARD_PHOTO, [[ALWAYS, { minKb: 10, maxKb: 40 }]]),
  ...series("photo.pixels", "official", CARD_PHOTO, [[ALWAYS, { width: 358, height: 441 }]]),
  ...sample("photo.whiteBorderPercent", 90),
  ...series("clock.card-photo", "official", CARD_PHOTO, [[ALWAYS, { workingDays: 7 }]]),
];

const flatAge = (years: number, firstBirthMonth: string) => ({
  startMonths: years * 12,
  limitMonths: years * 12,
  firstBirthMonth,
  birthMonthsPerStep: 1,
});

const retirement = series("retirement.age", "official", "国发〔1978〕104号", [
  [
    "1978-06-02",
    {
      men: flatAge(60, "1965-01"),
      womenAt55: flatAge(55, "1970-01"),
      womenAt50: flatAge(50, "1975-01"),
    },
  ],
  [
    "2025-01-01",
    {
      men: {
        startMonths: 60 * 12,
        limitMonths: 63 * 12,
        firstBirthMonth: "1965-01",
        birthMonthsPerStep: 4,
      },
      womenAt55: {
        startMonths: 55 * 12,
        limitMonths: 58 * 12,
        firstBirthMonth: "1970-01",
        birthMonthsPerStep: 4,
      },
      womenAt50: {
        startMonths: 50 * 12,
        limitMonths: 55 * 12,
        firstBirthMonth: "1975-01",
        birthMonthsPerStep: 2,
      },
    },
    "《全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定》（2024年9月13日）",
  ],
]);

const office = [
  ...sample("certificate.validMonths", 3),
  ...sample("review.secondApprovalFen", 5_000_000),
  ...sample("case.supplementDays", 15),
  ...sample("case.supplementReminderDays", 3),
  ...sample("payout.coolingHours", 24),
  ...sample("clock.human-review", { workingDays: 5 }),
  ...series(
    "clock.sealed-account-withdrawal",
    "official",
    handbook("封存住房公积金账户提取").text,
    [[ALWAYS, { workingDays: 5 }]],
  ),
  ...sample("counter.mainHall", {
    name: "中心业务大厅",
    address: "苏州工业园区（演示地址，请以中心公布的为准）",
    hours: "工作日 9:00—17:00（演示时间）",
    phone: "12333（社会保险）、12329（住房公积金）",
  }),
];

const calendars = officialCalendarYears.map(
  (value): PolicyEntry<`calendar.${number}`> => ({
    key: `calendar.${value.year}`,
    from: day(`${value.year}-01-01`),
    until: firstDayAfter(value.year),
    value,
    mark: "official",
    source: value.source,
  }),
);

/** The values that a new hall starts with (POL-3: each is marked, and says where it is from). */
export const policyValues: readonly PolicyEntry[] = [
  ...flexible,
  ...resident,
  ...housing,
  ...remoteLoan,
  ...unemployment,
  ...transfers,
  ...photo,
  ...remoteCareValues,
  ...retirement,
  ...office,
  ...calendars,
];

export const policyValuesVersion = "2026.1";

/** A book of the starting values, for tests, previews and the rule book. */
export const startingPolicy = (): PolicyBook => new PolicyBook(policyValues, policyValuesVersion);

/** The first day on which a value of that year no longer holds. */
function firstDayAfter(year: number): Day {
  return day(`${year + 1}-01-01`);
}
