import type { FindingJson, QuoteJson } from "@hall/contracts/findings";

/** What the gallery shows is made up; no figure here is a policy. */
export const quote: QuoteJson = {
  figures: [
    { role: "detail", label: "生效月份", value: { kind: "month", month: "2026-04" } },
    { role: "detail", label: "缴费基数", value: { kind: "money", fen: 487900 } },
  ],
  lines: [
    { label: "基本养老保险", working: "4,879.00 × 20%", amountFen: 97580 },
    { label: "基本医疗保险", working: "4,879.00 × 5%", amountFen: 24395 },
    { label: "住房公积金", working: "4,879.00 × 10%", amountFen: 48790 },
  ],
  total: { label: "每月合计", amountFen: 170765 },
  months: [],
};

const source = { kind: "handbook", text: "《网上办事大厅业务操作手册》封存账户销户提取" } as const;

export const findings: FindingJson[] = [
  {
    rule: "SAW-2",
    claim: "accountIsSealed",
    words: "公积金账户已封存满六个月",
    citation: source,
    outcome: "later",
    message: "您的账户2025年12月1日封存，到今天只有3个月，还不满6个月。",
    figures: [
      { role: "required", label: "封存时间", value: { kind: "count", count: 6, unit: "个月" } },
      { role: "actual", label: "您已封存", value: { kind: "count", count: 3, unit: "个月" } },
      { role: "gap", label: "还差", value: { kind: "count", count: 3, unit: "个月" } },
      { role: "detail", label: "封存日期", value: { kind: "day", day: "2025-12-01" } },
      { role: "detail", label: "账户余额", value: { kind: "money", fen: 12845630 } },
    ],
    remedy: { text: "到期后即可在线申请，不用再交材料。" },
    firstDay: "2026-06-01",
  },
  {
    rule: "SAW-4",
    claim: "paysNowhereElse",
    words: "没有在其他城市继续缴存",
    citation: source,
    outcome: "fails",
    message: "您正在合肥缴存住房公积金，不能销户提取。",
    figures: [
      { role: "required", label: "办理条件", value: { kind: "text", text: "未在别处缴存" } },
      {
        role: "actual",
        label: "您的缴存状态",
        value: { kind: "text", text: "合肥市，正常缴存，至2026年2月" },
      },
    ],
    remedy: { text: "可以把园区账户的余额转到合肥。", service: "housing-transfer-out" },
  },
  {
    rule: "SAW-7",
    claim: "identityIsCurrent",
    words: "证件在有效期内",
    citation: { kind: "house", text: "中心办理规定：证件到期的当面核对" },
    outcome: "counter",
    message: "您登记的证件已过有效期，需要带新证件到柜台核对后办理。",
    figures: [],
  },
  {
    rule: "SAW-1",
    claim: "hasAccount",
    words: "在园区有住房公积金账户",
    citation: source,
    outcome: "holds",
    message: "在园区有住房公积金账户",
    figures: [{ role: "actual", label: "账户状态", value: { kind: "text", text: "封存" } }],
  },
];
