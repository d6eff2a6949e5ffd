import { describe, expect, it } from "vitest";
import { day } from "./dates.ts";
import { startingPolicy } from "./policy-values.ts";
import {
  formatAgeMonths,
  statutoryRetirementDay,
  statutoryRetirementMonths,
} from "./retirement-age.ts";

const table = startingPolicy().on("retirement.age", day("2026-03-18"));
const before2025 = startingPolicy().on("retirement.age", day("2024-12-31"));
const men = (birth: string) => ({ sex: "male", birthDate: day(birth), womenAt: 50 }) as const;
const women = (birth: string, womenAt: 50 | 55) =>
  ({ sex: "female", birthDate: day(birth), womenAt }) as const;

/** Rows of the annexes to the decision of 13 September 2024: birth, age, day of retirement. */
describe("statutory retirement age from 2025", () => {
  it.each([
    [men("1964-12-31"), "60岁", "2024-12-31"],
    [men("1965-01-01"), "60岁1个月", "2025-02-01"],
    [men("1965-04-30"), "60岁1个月", "2025-05-30"],
    [men("1965-05-01"), "60岁2个月", "2025-07-01"],
    [men("1968-03-04"), "60岁10个月", "2029-01-04"],
    [men("1976-08-31"), "62岁11个月", "2039-07-31"],
    [men("1976-09-01"), "63岁", "2039-09-01"],
    [men("2000-02-29"), "63岁", "2063-02-28"],
    [women("1969-12-31", 55), "55岁", "2024-12-31"],
    [women("1970-01-01", 55), "55岁1个月", "2025-02-01"],
    [women("1970-05-01", 55), "55岁2个月", "2025-07-01"],
    [women("1981-08-31", 55), "57岁11个月", "2039-07-31"],
    [women("1981-09-01", 55), "58岁", "2039-09-01"],
    [women("1974-12-31", 50), "50岁", "2024-12-31"],
    [women("1975-01-31", 50), "50岁1个月", "2025-02-28"],
    [women("1975-02-28", 50), "50岁1个月", "2025-03-28"],
    [women("1975-03-01", 50), "50岁2个月", "2025-05-01"],
    [women("1984-10-31", 50), "54岁11个月", "2039-09-30"],
    [women("1984-11-01", 50), "55岁", "2039-11-01"],
    [women("1999-01-01", 50), "55岁", "2054-01-01"],
  ])("%o retires at %s on %s", (person, age, on) => {
    expect(formatAgeMonths(statutoryRetirementMonths(person, table))).toBe(age);
    expect(statutoryRetirementDay(person, table).toString()).toBe(on);
  });

  it("never falls as people are born later, and stays within its limits", () => {
    for (const womenAt of [50, 55] as const) {
      let earlier = womenAt * 12;
      for (let year = 1960; year <= 1995; year += 1) {
        for (const part of [
          "01",
          "02",
          "03",
          "04",
          "05",
          "06",
          "07",
          "08",
          "09",
          "10",
          "11",
          "12",
        ]) {
          const months = statutoryRetirementMonths(women(`${year}-${part}-15`, womenAt), table);
          expect(months - earlier).toBeGreaterThanOrEqual(0);
          expect(months - earlier).toBeLessThanOrEqual(1);
          earlier = months;
        }
      }
      expect(earlier).toBe(womenAt === 50 ? 55 * 12 : 58 * 12);
    }
  });
});

describe("statutory retirement age before 2025", () => {
  it.each([
    [men("1970-01-01"), 60],
    [women("1976-01-01", 55), 55],
    [women("1980-01-01", 50), 50],
  ])("%o retires at %i", (person, age) => {
    expect(statutoryRetirementMonths(person, before2025)).toBe(age * 12);
  });
});
