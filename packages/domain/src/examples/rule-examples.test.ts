import { describe, expect, it } from "vitest";
import { namedRulesOf, type RuledService } from "../rules-of.ts";
import { type ServiceCode, services } from "../services.ts";
import { examplesOfRule } from "./rule-examples.ts";

const ruled = Object.values(services) as unknown as readonly (RuledService & {
  readonly code: ServiceCode;
})[];
const codes = ruled.flatMap((service) =>
  [...new Set(namedRulesOf(service).map(([, { code }]) => code))].map(
    (code) => [service.code, code] as const,
  ),
);

describe("XPL-12: a rule's examples are its tests", () => {
  it.each(codes)("%s %s has one", (service, code) => {
    expect(examplesOfRule(service, code).length).toBeGreaterThan(0);
  });

  it("tells who is refused what a case would tell", () => {
    const all = examplesOfRule("sealed-account-withdrawal", "SAW-1");
    const early = all.find(({ title }) => title === "封存才5个月");
    expect(early?.outcome).toBe("refused");
    expect(early?.told).toContain("最早2026年4月18日可以申请");
    expect(all.some(({ outcome }) => outcome === "granted")).toBe(true);
  });

  it("has a sentence for everybody whom a rule refuses", () => {
    const silent = codes.flatMap(([service, code]) =>
      examplesOfRule(service, code).filter(({ outcome, told }) => outcome === "refused" && !told),
    );
    expect(silent).toEqual([]);
  });
});
