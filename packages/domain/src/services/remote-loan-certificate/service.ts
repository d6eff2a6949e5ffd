import { formatDay } from "../../dates.ts";
import { house } from "../../findings.ts";
import { defineService } from "../../service.ts";
import { loanCertificate } from "./certificate.ts";
import { guide } from "./guide.ts";
import { certificateName, type LoanCertificateInput, validUntil } from "./input.ts";
import { onRecord } from "./on-record.ts";
import { quote } from "./quote.ts";
import {
  centreCanBeReached,
  centreIsNamedInFull,
  homeIsOutsideGreaterSuzhou,
} from "./request-rules.ts";
import {
  accountIsActive,
  belongsToTheFund,
  firstInThisMonth,
  paidWithoutGap,
  parkLoanIsSettled,
  source,
} from "./standing.ts";

export const remoteLoanCertificate = defineService<LoanCertificateInput>()({
  code: "remote-loan-certificate",
  number: 16,
  name: "异地贷款资格证明开具",
  audience: "person",
  menu: ["在线业务受理", "异地贷款资格证明开具"],
  guide,
  needs: ["participant", "contributions", "housingAccount", "housingLoan", "issuedPapers"],
  onRecord,
  standing: {
    belongsToTheFund,
    accountIsActive,
    paidWithoutGap,
    parkLoanIsSettled,
    firstInThisMonth,
  },
  request: { homeIsOutsideGreaterSuzhou, centreIsNamedInFull, centreCanBeReached },
  provisions: {
    decidedByTheSystem: {
      code: "RLC-2",
      words: "是否符合条件由系统当场判断",
      citation: source,
    },
    validForSomeMonths: {
      code: "RLC-4",
      words: "证明自开具之日起2个月内有效；到期的月份没有这一天的，到月底为止",
      citation: source,
      reads: ["remoteLoan.validMonths"],
    },
    newestDepositShown: {
      code: "RLC-5",
      words: "办理页面显示最近一次缴存，缴到最新月份后再开具",
      citation: house("证明只反映开具当天已经入账的缴存"),
    },
    whatItStates: {
      code: "RLC-6",
      words: "证明写明账号、缴存月数、缴存基数、账户余额和贷款记录",
      citation: house("当地中心据此判断贷款资格和额度"),
    },
  },
  quote,
  consequence: (asked) =>
    `现在开给${asked.input.centreName}，${formatDay(validUntil(asked))}前（含当日）有效；本月不能再开具，内容也不能再改。`,
  process: [
    {
      kind: "decide",
      effects: (asked) => [
        { kind: "document.issue", slot: "certificate", paper: loanCertificate(asked) },
        {
          kind: "message.send",
          slot: "issued",
          template: "paper-issued",
          values: {
            paper: certificateName,
            next: `请在${formatDay(validUntil(asked))}前（含当日）交给${asked.input.centreName}`,
          },
        },
      ],
    },
  ],
});
