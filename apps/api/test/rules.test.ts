import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

describe("XPL-12: the public rule book", () => {
  it("lists every rule that a guide names, to anybody", async () => {
    const { status, json } = await test.api("get", "/rules");
    expect(status).toBe(200);
    const codes = new Set(json.items.map(({ code }: { code: string }) => code));
    const { json: services } = await test.api("get", "/services");
    for (const { code } of services.items) {
      const { json: guide } = await test.api("get", `/services/${code}`);
      for (const rule of guide.rules) expect(codes).toContain(rule.code);
    }
    expect(codes).toContain("CAS-1");
  });

  it("tells a rule with its values over time and with its tests as examples", async () => {
    const { json } = await test.api("get", "/rules/SAW-1");
    expect(json).toMatchObject({ code: "SAW-1", service: "sealed-account-withdrawal" });
    const sealed = json.parameters.find(
      ({ key }: { key: string }) => key === "withdrawal.sealedMonths",
    );
    expect(sealed.values[0]).toMatchObject({ mark: "official", isInForce: true, until: null });
    const refused = json.examples.filter(
      ({ outcome }: { outcome: string }) => outcome === "refused",
    );
    expect(refused[0].told).toContain("您的账户");
    const { status } = await test.api("get", "/rules/saw-1");
    expect(status).toBe(200);
    expect((await test.api("get", "/rules/XXX-1")).status).toBe(404);
    expect((await test.api("get", "/rules/..")).status).toBe(404);
  });
});
