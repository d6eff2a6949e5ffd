import { describe, expect, it, vi } from "vitest";
import { dayOf, instantText, makeClock } from "./clock.ts";

describe("the one clock (CLK-1)", () => {
  it("begins at the Shanghai time that it is told, and runs on", () => {
    vi.useFakeTimers({ now: new Date("2020-01-01T00:00:00Z") });
    const clock = makeClock("2026-06-30T23:59:59");
    expect(instantText(clock.instant())).toBe("2026-06-30T23:59:59.000+08:00");
    vi.advanceTimersByTime(1_000);
    expect(clock.now().toString()).toBe("2026-07-01T00:00:00");
    expect(clock.system()).toEqual(new Date("2020-01-01T00:00:01Z"));
    vi.useRealTimers();
  });

  it.each([
    ["2026-12-31T15:59:59Z", "2026-12-31"],
    ["2026-12-31T16:00:00Z", "2027-01-01"],
  ])("%s is the day %s in Shanghai", (instant, day) => {
    expect(dayOf(new Date(instant)).toString()).toBe(day);
  });
});
