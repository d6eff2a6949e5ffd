import { expect, it } from "vitest";
import { mayOpen, placeAt, placesOf } from "./navigation.ts";

const hrefs = (...roles: Parameters<typeof placesOf>[0]) =>
  placesOf(roles).flatMap(({ places }) => places.map(({ href }) => href));

it("shows each role its own pages", () => {
  expect(hrefs("counter")).toEqual([
    "/",
    "/awaited",
    "/counter",
    "/units",
    "/contacts",
    "/tax-feedback",
    "/notices",
  ]);
  expect(hrefs("policy")).toEqual(["/", "/policy", "/closures", "/notices"]);
  expect(hrefs("finance")).not.toContain("/queue");
  expect(hrefs("reviewer", "finance")).toEqual(expect.arrayContaining(["/queue", "/payments"]));
});

it("leaves out groups that hold nothing", () => {
  expect(placesOf(["finance"]).map(({ title }) => title)).toEqual(["办理", "财务"]);
});

it("counts the pages below a place as the place's", () => {
  expect(placeAt("/queue/2026031700001")?.href).toBe("/queue");
  expect(placeAt("/queues")).toBeUndefined();
  expect(mayOpen(placeAt("/batches/B20260317-000001"), ["reviewer"])).toBe(false);
  expect(mayOpen(placeAt("/batches/B20260317-000001"), ["auditor"])).toBe(true);
});
