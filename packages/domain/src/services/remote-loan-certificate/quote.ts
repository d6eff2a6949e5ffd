import { count, dayFigure, money, monthFigure, text } from "../../figures.ts";
import type { Quote } from "../../service.ts";
import { depositsOf } from "./certificate.ts";
import { certifiedAccount, type LoanCertificateRequest, validUntil } from "./input.ts";

/** What the certificate will state. */
export function quote(asked: LoanCertificateRequest): Quote {
  const account = certifiedAccount(asked);
  const deposits = depositsOf(asked);
  return {
    figures: [
      text("开给", asked.input.centreName),
      text("个人账号", account.number),
      ...(deposits
        ? [
            monthFigure("最近缴存月份", deposits.last),
            count("累计缴存", deposits.months, "个月"),
            count("连续缴存", deposits.unbroken, "个月"),
            money("月缴存额", deposits.monthlyFen),
          ]
        : []),
      ...(account.baseFen === null ? [] : [money("缴存基数", account.baseFen)]),
      money("账户余额", account.balanceFen),
      dayFigure("有效期至", validUntil(asked)),
    ],
    lines: [],
    total: null,
    months: [],
  };
}
