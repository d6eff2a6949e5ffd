import { describe, expect, it } from "vitest";
import { labelled, thinned, yearly } from "./course-points.ts";

const months = ["2024-11", "2024-12", "2025-01"].map((month, index) => ({
  month,
  personalFen: 100 + index,
  unitFen: 200,
}));

describe("points of the account's charts", () => {
  it("add up to a bar a year", () => {
    expect(yearly(months)).toEqual([
      { month: "2024", label: "2024年", personalFen: 201, unitFen: 400 },
      { month: "2025", label: "2025年", personalFen: 102, unitFen: 200 },
    ]);
  });

  it("are named by their months", () => {
    expect(labelled(months)[2]).toMatchObject({ label: "2025年1月", personalFen: 102 });
  });

  it("show a long time's balances by the year's end, and the last one whatever its month", () => {
    const balances = Array.from({ length: 40 }, (_, index) => ({
      month: `${2022 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
      balanceFen: index,
    }));
    expect(thinned(balances, "all").map(({ month }) => month)).toEqual([
      "2022-12",
      "2023-12",
      "2024-12",
      "2025-04",
    ]);
    expect(thinned(balances.slice(0, 36), "all")).toHaveLength(36);
    expect(thinned(balances, "year")[0]?.month).toBe("2024-05");
    expect(thinned(balances, "three")).toHaveLength(36);
  });
});
