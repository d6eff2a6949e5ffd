import type { Guide } from "../../service.ts";

export const guide: Guide = {
  forWhom: "园区个人住房公积金贷款的主借款人，查询最近一笔贷款",
  steps: ["登录后打开本事项", "选择“基本信息”“还款计划”或“还款记录”查看"],
  turnaround: "即时查询",
  evidence: [],
  notes: [
    "组合贷款中的商业贷款部分不在这里，请在贷款银行的客户端查询。",
    "还款计划按现行利率推算，利率调整后会重新计算。",
    "共同借款人请由主借款人登录查询。",
  ],
  keywords: ["房贷", "公积金贷款", "还款", "月供", "还款计划", "还了多少", "还剩多少"],
  lifeEvents: ["买房"],
};
