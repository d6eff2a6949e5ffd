import type { HousingLoan } from "./facts.ts";

export const loanKindNames: Readonly<Record<HousingLoan["kind"], string>> = {
  "housing-fund": "住房公积金贷款",
  combined: "组合贷款",
};

export const loanMethodNames: Readonly<Record<HousingLoan["method"], string>> = {
  "equal-instalment": "等额本息",
  "equal-principal": "等额本金",
};

export const homeNames: Readonly<Record<HousingLoan["home"], string>> = {
  first: "首套住房",
  second: "第二套住房",
};
