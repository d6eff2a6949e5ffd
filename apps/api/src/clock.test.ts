import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it, vi } from "vitest";
import { dayOf, instantOf, instantText, makeClock, wallClock } from "./clock.ts";

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

  it.each([
    ["1986-06-01T00:00:00Z", "1986-06-01T09:00:00.000+09:00"],
    ["1991-09-14T16:00:00Z", "1991-09-15T01:00:00.000+09:00"],
    ["1991-12-31T15:59:59.999Z", "1991-12-31T23:59:59.999+08:00"],
    ["1992-06-01T00:00:00Z", "1992-06-01T08:00:00.000+08:00"],
  ])("%s was %s in Shanghai, summer time and all", (instant, shown) => {
    expect(instantText(new Date(instant))).toBe(shown);
  });

  it("says of every instant what the zone's own table says, and finds back to it", () => {
    const instants = fc.date({
      min: new Date("1902-01-01T00:00:00Z"),
      max: new Date("2400-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (at) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(
          "Asia/Shanghai",
        );
        expect(wallClock(at).equals(zoned.toPlainDateTime())).toBe(true);
        expect(Date.parse(instantText(at))).toBe(at.getTime());
        if (at.getUTCFullYear() >= 1992) expect(instantOf(wallClock(at))).toEqual(at);
      }),
    );
  });
});
