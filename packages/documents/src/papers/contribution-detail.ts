import type { ContributionDetail, ContributionRow } from "../content.ts";
import { monthText, sumFen, yuanText } from "../format.ts";
import type { Section } from "../sections.ts";
import { personFacts } from "./person-facts.ts";

/** Totals of one insurance over the rows of a detail, in fen and months. */
export interface ContributionTotal {
  readonly insuranceName: string;
  readonly monthsCounted: number;
  readonly personalFen: number;
  readonly unitFen: number;
}

/**
 * The totals by insurance, in the order in which insurances first appear. A month counts once,
 * also if it was paid in several rows (a supplement, two employers).
 */
export function contributionTotals(rows: readonly ContributionRow[]): readonly ContributionTotal[] {
  const groups = new Map<string, ContributionRow[]>();
  for (const row of rows) {
    const group = groups.get(row.insuranceName);
    if (group) group.push(row);
    else groups.set(row.insuranceName, [row]);
  }
  return [...groups].map(([insuranceName, group]) => ({
    insuranceName,
    monthsCounted: new Set(group.map((row) => row.month)).size,
    personalFen: sumFen(group.map((row) => row.personalFen)),
    unitFen: sumFen(group.map((row) => row.unitFen)),
  }));
}

export function contributionDetail(detail: ContributionDetail): readonly Section[] {
  return [
    {
      type: "facts",
      facts: [
        ...personFacts(detail.person),
        {
          label: "查询范围",
          value: `${monthText(detail.fromMonth)}至${monthText(detail.toMonth)}`,
        },
        { label: "险种", value: detail.insuranceNames.join("、"), wide: true },
      ],
    },
    totalsTable(detail.rows),
    {
      type: "table",
      heading: "二、逐月明细",
      density: "dense",
      columns: [
        { title: "缴费月份", weight: 2, merge: true },
        { title: "险种", weight: 2.6 },
        { title: "缴费单位", weight: 5.2 },
        { title: "缴费基数（元）", weight: 2.5, align: "right" },
        { title: "个人缴费（元）", weight: 2.5, align: "right" },
        { title: "单位缴费（元）", weight: 2.5, align: "right" },
      ],
      rows: detail.rows.map((row) => [
        row.month,
        row.insuranceName,
        row.unitName,
        yuanText(row.baseFen),
        yuanText(row.personalFen),
        yuanText(row.unitFen),
      ]),
    },
  ];
}

function totalsTable(rows: readonly ContributionRow[]): Section {
  const totals = contributionTotals(rows);
  const personalFen = sumFen(totals.map((total) => total.personalFen));
  const unitFen = sumFen(totals.map((total) => total.unitFen));
  return {
    type: "table",
    heading: "一、缴费汇总",
    columns: [
      { title: "险种", weight: 3 },
      { title: "缴费月数", weight: 2 },
      { title: "个人缴费（元）", weight: 3, align: "right" },
      { title: "单位缴费（元）", weight: 3, align: "right" },
      { title: "合计（元）", weight: 3, align: "right" },
    ],
    rows: totals.map((total) => [
      total.insuranceName,
      String(total.monthsCounted),
      yuanText(total.personalFen),
      yuanText(total.unitFen),
      yuanText(total.personalFen + total.unitFen),
    ]),
    totals: [
      ["合计", "", yuanText(personalFen), yuanText(unitFen), yuanText(personalFen + unitFen)],
    ],
  };
}
