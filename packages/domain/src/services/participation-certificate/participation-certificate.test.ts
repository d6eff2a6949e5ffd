import { describe, expect, it } from "vitest";
import { month } from "../../dates.ts";
import type { PersonaName } from "../../examples/example.ts";
import { situationOf } from "../../examples/run.ts";
import type { Paper, Section } from "../../paper.ts";
import { account } from "./account.ts";
import { certificate } from "./certificate.ts";
import { detail } from "./detail.ts";
import type { CertificateInput } from "./input.ts";
import { quote } from "./quote.ts";
import { participationCertificate } from "./service.ts";

const lastTwelve: CertificateInput = { paper: "detail", range: null, insurances: [] };

const asked = (persona: PersonaName, input: CertificateInput, at = "2026-03-18T10:00:00") => ({
  ...situationOf({ title: "", persona, at, input, accepted: [] }),
  input,
  applicationNumber: "20260317000000019",
});

const tables = (paper: Paper) =>
  paper.sections.filter(
    (section): section is Section & { type: "table" } => section.type === "table",
  );

const fenOf = (written = "") => BigInt(written.replaceAll(/[,.]/g, ""));

describe("the detail", () => {
  it("covers the last twelve months, this one included, by default", () => {
    const [totals, rows] = tables(detail(asked("P3", lastTwelve)));
    // Nine months at 11,400.00 and three at 12,000.00; agency participants pay four insurances.
    expect(totals?.rows[0]).toEqual(["养老保险", "12", "11,088.00", "22,176.00", "33,264.00"]);
    expect(rows?.rows).toHaveLength(48);
    expect(rows?.rows[0]?.[0]).toBe("2025年4月");
    expect(rows?.rows.at(-1)?.[0]).toBe("2026年3月");
  });

  it("prints totals that are those of the printed rows", () => {
    const long = { ...lastTwelve, range: { from: month("2016-01"), to: month("2026-03") } };
    const [totals, rows] = tables(detail(asked("P3", long)));
    expect(rows?.rows).toHaveLength(123 * 4);
    for (const [name, months, personal, unit, total] of totals?.rows ?? []) {
      const own = (rows?.rows ?? []).filter((row) => row[1] === name);
      const sum = (column: number) => own.reduce((left, row) => left + fenOf(row[column]), 0n);
      expect(own).toHaveLength(Number(months));
      expect([fenOf(personal), fenOf(unit)]).toEqual([sum(4), sum(5)]);
      expect(fenOf(total)).toBe(sum(4) + sum(5));
    }
    const all = (column: number) =>
      (totals?.rows ?? []).reduce((left, row) => left + fenOf(row[column]), 0n);
    expect(fenOf(totals?.totals?.[0]?.[4])).toBe(all(4));
  });

  it("ends with the month that was asked for", () => {
    const short = { ...lastTwelve, range: { from: month("2025-12"), to: month("2026-01") } };
    const [, rows] = tables(detail(asked("P3", short)));
    expect([...new Set(rows?.rows.map(([written]) => written))]).toEqual([
      "2025年12月",
      "2026年1月",
    ]);
  });

  it("counts a month once that was paid in two rows", () => {
    const request = asked("P3", lastTwelve);
    const [first] = request.facts.contributions.filter((row) => row.month.equals(month("2025-05")));
    if (first === undefined) throw new Error("nothing paid in May");
    const contributions = [...request.facts.contributions, { ...first, payer: "测试科技" }];
    const [totals] = tables(detail({ ...request, facts: { ...request.facts, contributions } }));
    // Another 912.00 and 1,824.00 of pension for the same month.
    expect(totals?.rows[0]).toEqual(["养老保险", "12", "12,000.00", "24,000.00", "36,000.00"]);
  });

  it("is quoted with the sums that it will bear", () => {
    const { lines, total } = quote(asked("P3", lastTwelve));
    expect(lines[0]).toMatchObject({ label: "养老保险", amountFen: 3_326_400n });
    expect(lines[0]?.working).toBe("12 个月：个人 11,088.00 元 + 单位 22,176.00 元");
    expect(total?.amountFen).toBe(lines.reduce((left, line) => left + line.amountFen, 0n));
  });
});

describe("the certificate", () => {
  it("names first and last month and how many were paid, and no amount", () => {
    const paper = certificate(asked("P12", { ...lastTwelve, paper: "certificate" }));
    expect(tables(paper)[0]?.rows[0]).toEqual(["养老保险", "2018年7月", "2025年6月", "84"]);
    expect(JSON.stringify(paper)).not.toMatch(/元|341299197604129934/);
  });

  it.each([
    ["2026-03-18T10:00:00", "2026-06-18"],
    ["2025-11-30T10:00:00", "2026-02-28"],
  ])("issued on %s can be verified until %s", (at, until) => {
    const paper = certificate(asked("P12", { ...lastTwelve, paper: "certificate" }, at));
    expect(String(paper.validUntil)).toBe(until);
  });

  it("offers what was paid, and starts with the last twelve months", () => {
    const situation = asked("P3", lastTwelve);
    expect(participationCertificate.choices?.(situation).insurances?.map((c) => c.value)).toEqual([
      "pension",
      "medical",
      "injury",
      "housing",
    ]);
    const range = participationCertificate.defaults?.(situation).range;
    expect([String(range?.from), String(range?.to)]).toEqual(["2025-04", "2026-03"]);
  });
});

describe("the account view", () => {
  it("has twelve months, those without a payment too", () => {
    const { months } = account(asked("P12", lastTwelve));
    expect(months.map(({ month: each }) => each.toString())).toHaveLength(12);
    expect(
      months.filter(({ personalFen }) => personalFen > 0n).map((m) => String(m.month)),
    ).toEqual(["2025-04", "2025-05", "2025-06"]);
  });
});
