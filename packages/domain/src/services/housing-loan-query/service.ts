import { text } from "../../figures.ts";
import { fails, handbook, holds, house } from "../../findings.ts";
import { defineQuery } from "../../service.ts";
import { basics } from "./basics.ts";
import { guide } from "./guide.ts";
import { repaymentPlan } from "./repayment-plan.ts";
import { repaymentRecord } from "./repayment-record.ts";

const source = handbook("住房公积金贷款信息查询");

export const housingLoanQuery = defineQuery({
  code: "housing-loan-query",
  number: 15,
  name: "住房公积金贷款信息查询",
  audience: "person",
  menu: ["信息查询", "住房公积金贷款查询"],
  guide,
  needs: ["participant", "housingLoan"],
  standing: {
    isMainBorrower: {
      code: "HLQ-1",
      words: "由主借款人本人查询",
      citation: source,
      judge: ({ facts: { housingLoan } }) => {
        // Without a loan there is nothing to keep from anybody: the views show an empty state.
        if (housingLoan === null) return holds(text("园区住房公积金贷款", "没有", "actual"));
        if (housingLoan.role === "main") return holds(text("您的身份", "主借款人", "actual"));
        return fails({
          message: "您是最近一笔园区住房公积金贷款的共同借款人，贷款信息只向主借款人提供。",
          figures: [
            text("查询条件", "主借款人", "required"),
            text("您的身份", "共同借款人", "actual"),
          ],
          remedy: { text: "请由主借款人登录本人的账号查询，或一同到中心柜面查询。" },
        });
      },
    },
  },
  provisions: {
    threeViews: {
      code: "HLQ-2",
      words: "可以查看贷款基本信息、还款计划和还款记录",
      citation: source,
    },
    commercialPartElsewhere: {
      code: "HLQ-3",
      words: "组合贷款中的商业贷款部分不在这里，请在贷款银行的客户端查询",
      citation: source,
      reads: ["links.commercialLoan"],
    },
    planAddsUp: {
      code: "HLQ-4",
      words: "没有贷款的显示为空；还款计划各期本金之和等于贷款金额，最后一期之后余额为零",
      citation: house("计划逐期推算，尾差并入最后一期"),
      reads: ["housing.loanRate"],
    },
  },
  views: { basics, "repayment-plan": repaymentPlan, "repayment-record": repaymentRecord },
});
