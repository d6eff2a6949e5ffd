import { describe, expect, it } from "vitest";
import { day } from "../../dates.ts";
import { slotFaults, slotsFor } from "../../evidence.ts";
import { situationOf } from "../../examples/run.ts";
import { evidence } from "./evidence.ts";
import type { RemoteCareInput } from "./input.ts";

const at = "2026-03-17T10:00:00";

/** The slots that are asked for, in their order. */
function askedFor(input: Partial<RemoteCareInput>) {
  const asked: RemoteCareInput = {
    kind: "relocated-retiree",
    region: "460000",
    from: day("2026-03-17"),
    ...input,
  };
  const situation = situationOf({ title: "", persona: "P5", at, input: asked, refusedBy: [] });
  return slotsFor(evidence, { ...situation, input: asked });
}

const identity = ["identity-front", "identity-back"];

describe("evidence of a registration for care elsewhere (RCP-2, RCP-3)", () => {
  it.each([
    ["外省", "relocated-retiree", "460000", [...identity, "residence-proof"]],
    ["无锡，大市以外", "long-term-resident", "320200", [...identity, "residence-proof"]],
    ["昆山，大市以内", "long-term-resident", "320583", identity],
    ["太仓，大市以内", "relocated-retiree", "320585", identity],
    ["转诊到上海", "referral", "310000", [...identity, "referral-certificate"]],
    ["转诊到昆山", "referral", "320583", [...identity, "referral-certificate"]],
  ] as const)("%s", (_, kind, region, slots) => {
    expect(askedFor({ kind, region }).map(({ slot }) => slot)).toEqual(slots);
  });

  it("isn't taken without one of them, and takes pictures alone", () => {
    const slots = askedFor({});
    const faults = slotFaults(slots, [{ slot: "identity-front" }, { slot: "identity-back" }]);
    expect(faults).toEqual([{ slot: "residence-proof", message: "请上传“异地居住证明”。" }]);
    expect(slots.every(({ kinds }) => kinds.join() === "image")).toBe(true);
  });
});
