import { describe, expect, it } from "vitest";
import { addDays, day } from "./dates.ts";
import { situationOf } from "./examples/run.ts";
import { house } from "./findings.ts";
import { isPermittedOn, type UnitPermission, unitIsPermitted } from "./unit-permissions.ts";

const today = day("2026-03-17");
const open: UnitPermission = {
  kind: "remote-care-registration",
  agreement: "开通申请 1号",
  validFrom: today,
  validUntil: null,
  closedOn: null,
};

describe("a permission of a unit", () => {
  it.each([
    ["on its first day", {}, true],
    ["the day before", { validFrom: addDays(today, 1) }, false],
    ["on its last day", { validUntil: today }, true],
    [
      "the day after its last",
      { validFrom: addDays(today, -9), validUntil: addDays(today, -1) },
      false,
    ],
    ["on the day on which it is closed", { closedOn: today }, false],
    ["the day before it is closed", { closedOn: addDays(today, 1) }, true],
  ])("%s", (_, change, counts) => {
    expect(isPermittedOn({ ...open, ...change }, today)).toBe(counts);
  });
});

describe("the rule that a unit is permitted", () => {
  const rule = unitIsPermitted("RCU-1", house("样例"), open.kind, "请到柜面申请。");
  const judge = (unitPermissions: readonly UnitPermission[]) => {
    const situation = situationOf({
      title: "",
      persona: "U0000006",
      at: "2026-03-17T10:00:00",
      facts: () => ({ unitPermissions }),
      input: {},
      accepted: [],
    });
    return rule.judge(situation);
  };

  it("holds while one of the kind counts", () => {
    expect(judge([{ ...open, closedOn: today }, open]).outcome).toBe("holds");
  });

  it("leads to the counter where there is none, one of another kind, or a closed one", () => {
    expect(judge([])).toMatchObject({
      outcome: "counter",
      message: "测试商贸还没有开通这项权限，不能在网上申请。",
      remedy: { text: "请到柜面申请。" },
    });
    expect(judge([{ ...open, kind: "collective-rent" }]).outcome).toBe("counter");
    expect(judge([{ ...open, closedOn: today }])).toMatchObject({
      outcome: "counter",
      message: "测试商贸的这项权限已于2026年3月17日关闭，不能在网上申请。",
    });
    const ended = { ...open, validFrom: addDays(today, -9), validUntil: addDays(today, -1) };
    expect(judge([ended])).toMatchObject({
      outcome: "counter",
      message: "测试商贸的这项权限已到期，不能在网上申请。",
    });
  });

  it("tells the first day of one that is to come", () => {
    const coming = { ...open, validFrom: addDays(today, 3) };
    expect(judge([coming])).toMatchObject({ outcome: "later", firstDay: coming.validFrom });
  });
});
