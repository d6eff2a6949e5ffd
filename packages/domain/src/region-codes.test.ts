import { describe, expect, it } from "vitest";
import {
  isCityKnown,
  isInGreaterSuzhou,
  isInGreaterSuzhouOutsidePark,
  regionName,
  regionOf,
} from "./region-codes.ts";

const outside = (code: string) => ({ code, inPark: false });
const park = { code: "320599", inPark: true };

describe("Greater Suzhou", () => {
  it.each([
    "320505",
    "320506",
    "320507",
    "320508",
    "320509",
    "320581",
    "320582",
    "320583",
    "320585",
  ])("%s belongs to it", (code) => expect(isInGreaterSuzhouOutsidePark(outside(code))).toBe(true));

  it.each(["320504", "320510", "320584", "320586", "320200", "310115"])("%s doesn't", (code) =>
    expect(isInGreaterSuzhou(outside(code))).toBe(false),
  );

  it("holds the park, which is told by its own field", () => {
    expect(isInGreaterSuzhou(park)).toBe(true);
    expect(isInGreaterSuzhouOutsidePark(park)).toBe(false);
  });
});

describe("a place as a form names it", () => {
  it.each([
    ["320571", true],
    ["320500", true],
    ["320583", true],
    ["320200", false],
  ])("%s is in Greater Suzhou: %s", (code, isIn) =>
    expect(isInGreaterSuzhou(regionOf(code))).toBe(isIn),
  );

  it.each([
    ["320000", false],
    ["320200", true],
    ["340000", true],
    ["990000", false],
  ])("%s tells the city as far as it matters: %s", (code, isKnown) =>
    expect(isCityKnown(regionOf(code))).toBe(isKnown),
  );
});

describe("names", () => {
  it.each([
    ["320583", "江苏省苏州市昆山市"],
    ["320213", "江苏省无锡市"],
    ["340100", "安徽省"],
    ["990000", null],
  ])("%s is %s", (code, name) => expect(regionName(outside(code))).toBe(name));

  it("of the park", () => expect(regionName(park)).toBe("江苏省苏州市苏州工业园区"));
});
