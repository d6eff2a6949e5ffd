import { insuranceNames, totalsOf } from "../../contributions.ts";
import { formatYuan, sumFen } from "../../fen.ts";
import { count, dayFigure, monthFigure, text } from "../../figures.ts";
import type { Quote } from "../../service.ts";
import { type CertificateRequest, paperNames, rangeAsked, rowsAsked, validUntil } from "./input.ts";

/** What the paper will say: the months counted, and for a detail its totals. */
export function quote(asked: CertificateRequest): Quote {
  const { facts, input } = asked;
  const heading = text("证明类型", paperNames[input.paper]);
  const valid = dayFigure("可以验证到", validUntil(asked));
  if (input.paper === "certificate") {
    const months = totalsOf(facts.contributions).map((total) =>
      count(insuranceNames[total.insurance], total.months, "个月"),
    );
    return { figures: [heading, ...months, valid], lines: [], total: null, months: [] };
  }
  const range = rangeAsked(asked);
  const rows = rowsAsked(asked);
  const totals = totalsOf(rows);
  return {
    figures: [
      heading,
      monthFigure("起始月份", range.from),
      monthFigure("截止月份", range.to),
      count("明细", rows.length, "行"),
      valid,
    ],
    lines: totals.map(({ insurance, months, personalFen, unitFen, totalFen }) => ({
      label: insuranceNames[insurance],
      working: `${months} 个月：个人 ${formatYuan(personalFen)} 元 + 单位 ${formatYuan(unitFen)} 元`,
      amountFen: totalFen,
    })),
    total: { label: "明细合计", amountFen: sumFen(totals.map(({ totalFen }) => totalFen)) },
    months: [],
  };
}
