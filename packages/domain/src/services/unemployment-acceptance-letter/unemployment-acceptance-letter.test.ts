import { describe, expect, it } from "vitest";
import { situationOf } from "../../examples/run.ts";
import { judge } from "../../judge.ts";
import {
  at,
  fromChengdu,
  withLastEmployerFrom,
  withPerson,
  withRelation,
} from "./example-facts.ts";
import { parkMonths } from "./input.ts";
import { acceptanceLetter } from "./letter.ts";
import { unemploymentAcceptanceLetter } from "./service.ts";

type Facts = NonNullable<Parameters<typeof situationOf>[0]["facts"]>;

const asked = (facts: Facts = () => ({})) => ({
  ...situationOf({ title: "", persona: "P7", at, facts, input: fromChengdu, accepted: [] }),
  input: fromChengdu,
  applicationNumber: "20260318000000019",
});

const noteOf = (facts: Facts) =>
  unemploymentAcceptanceLetter.choices?.(asked(facts)).relation?.[0]?.note;

describe("the choice of the agency", () => {
  const inPark = withPerson({
    household: { region: "320571", kind: "urban", address: "苏州工业园区星海街 1 号" },
  });
  const benefit = withRelation({ kind: "benefit" });

  it("says what lies there", () => {
    expect(noteOf(() => ({}))).toBe("失业保险关系，2019年3月至2022年4月，38个月");
  });

  it("sends to the counter who may have to draw a benefit at the place of registration", () => {
    expect(noteOf((facts) => ({ ...inPark(facts), ...benefit(facts) }))).toMatch(/到中心柜面开具$/);
    expect(noteOf(benefit)).not.toMatch(/柜面/);
    expect(noteOf(inPark)).not.toMatch(/柜面/);
  });

  it("is made where there is only one", () => {
    expect(unemploymentAcceptanceLetter.defaults?.(asked())).toEqual(fromChengdu);
  });
});

describe("the months with the last employer", () => {
  it("are those of the last stay, though it had employed before", () => {
    const { contributions } = asked(withLastEmployerFrom("2025-11")).facts;
    const back = contributions.map((row) =>
      row.month.toString() === "2025-02" ? { ...row, payer: "测试科技" } : row,
    );
    expect(parkMonths(back)).toMatchObject({ months: 14, monthsWithLastPayer: 4 });
  });

  it("are none where nothing was paid", () => {
    expect(parkMonths([])).toBeNull();
  });
});

describe("the letter", () => {
  it("bears the seal of its own, and no identity number", () => {
    const paper = acceptanceLetter(asked());
    expect(paper.sealPurpose).toBe("失业保险网上业务电子专用章");
    const words = JSON.stringify(paper);
    expect(words).toContain("成都市失业保险经办机构");
    expect(words).not.toContain("510199199006119976");
  });
});

describe("who is at once refused and sent to the counter", () => {
  it("is told the refusal, so that nobody goes there for nothing", () => {
    const { outcome } = judge(
      unemploymentAcceptanceLetter,
      asked((facts) => ({
        ...withLastEmployerFrom("2026-01")(facts),
        separation: facts.separation && { ...facts.separation, reason: "own-will" },
      })),
    );
    expect(outcome).toBe("refused");
  });
});
