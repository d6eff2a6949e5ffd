import type { PolicyKey } from "./policy.ts";

const names: Readonly<Record<string, string>> = {
  "flex.firstDebitDay": "灵活就业首次扣款日",
  "flex.packages": "灵活就业套餐和档次",
  "base.limits": "缴费基数上下限",
  "rates.pension": "养老保险费率",
  "rates.medical": "医疗保险费率",
  "rates.unemployment": "失业保险费率",
  "rates.housing": "住房公积金缴存比例",
  "certificate.validMonths": "参保证明查验有效期（月）",
  "resident.studentPremium": "学生居民医保年度保费",
  "resident.payByDay": "居民医保缴费截止日",
  "housing.depositRate": "住房公积金存款利率",
  "housing.loanRate": "住房公积金贷款利率",
  "withdrawal.sealedMonths": "封存提取须满月数",
  "retirement.age": "法定退休年龄",
  "review.secondApprovalFen": "须第二人复核的金额",
  "case.supplementDays": "补正期限（天）",
  "case.supplementReminderDays": "补正到期前几天提醒",
  "payout.coolingHours": "变更手机或银行卡后暂缓付款（小时）",
  "links.studentPayment": "学生居民医保缴费渠道",
  "links.commercialLoan": "商业贷款查询渠道",
  "counter.mainHall": "业务大厅",
  "remoteLoan.minMonths": "异地贷款须连续缴存月数",
  "remoteLoan.validMonths": "异地贷款证明有效期（月）",
  "unemployment.letterPerDay": "接收函每天最多开具份数",
  "unemployment.minMonths": "领取失业金须缴费月数",
  "unemployment.lastEmployerMonths": "最后一家单位须缴费月数",
  "unemployment.reprintDays": "失业金退支申请表几天内不能再次打印",
  "unemployment.refundAccount": "失业金退支收款账户",
  "remoteCare.referralMonths": "异地转诊登记有效期（月）",
  "remoteCare.cardOffice": "办理江苏省标准卡的地方",
  "links.provincialHospitals": "省内异地联网医院查询",
  "links.nationalHospitals": "跨省异地联网医院查询",
  "housing.transferMonths": "公积金转入须连续缴存月数",
  "housing.transferAccount": "公积金转入资金接收账户",
  "photo.size": "制卡照片文件大小",
  "photo.pixels": "制卡照片像素",
  "clock.human-review": "人工复核的答复时限（工作日）",
  "photo.whiteBorderPercent": "制卡照片边缘白色最少占比（%）",
  "unemployment.letterMonths": "离职后网上开具接收函的期限（月）",
};

/** What a parameter is called on screens; yearly calendars and service clocks by their pattern. */
export function policyName(key: PolicyKey): string {
  const own = names[key];
  if (own) return own;
  const [family, rest = ""] = key.split(".");
  if (family === "calendar") return `${rest}年工作日历`;
  if (family === "clock") return "办理时限（工作日）";
  return key;
}
