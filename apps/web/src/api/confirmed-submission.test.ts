import { beforeEach, describe, expect, it } from "vitest";
import { answered, forgetSubmissions, keyFor, newKey, unanswered } from "./confirmed-submission.ts";

const body = { input: { tierCode: "t3" }, quoteHash: "h1", evidence: [] };

describe("a confirmed submission", () => {
  beforeEach(() => window.sessionStorage.clear());

  it("keeps its key while no answer has come, after a reload too", () => {
    const key = keyFor("flex-plan-change", "p1", body);
    expect(keyFor("flex-plan-change", "p1", body)).toBe(key);
    expect(unanswered("flex-plan-change", "p1")).toEqual({ key, body, actorId: "p1" });
  });

  it("has a new key once it was answered", () => {
    const key = keyFor("flex-plan-change", "p1", body);
    answered("flex-plan-change");
    expect(unanswered("flex-plan-change", "p1")).toBeNull();
    expect(keyFor("flex-plan-change", "p1", body)).not.toBe(key);
  });

  it("has a new key for other content: a key never stands for two things", () => {
    const key = keyFor("flex-plan-change", "p1", body);
    const other = keyFor("flex-plan-change", "p1", { ...body, quoteHash: "h2" });
    expect(other).not.toBe(key);
    expect(unanswered("flex-plan-change", "p1")?.key).toBe(other);
  });

  it("is kept service by service", () => {
    const one = keyFor("flex-plan-change", "p1", body);
    const two = keyFor("sealed-account-withdrawal", "p1", body);
    answered("sealed-account-withdrawal");
    expect(two).not.toBe(one);
    expect(unanswered("flex-plan-change", "p1")?.key).toBe(one);
  });

  it("is nothing to another person at the same browser", () => {
    const key = keyFor("flex-plan-change", "p1", body);
    expect(unanswered("flex-plan-change", "p2")).toBeNull();
    expect(keyFor("flex-plan-change", "p2", body)).not.toBe(key);
  });

  it("is forgotten at sign-out, and so are all others", () => {
    keyFor("flex-plan-change", "p1", body);
    keyFor("withdraw.1", "p1", null);
    window.sessionStorage.setItem("other", "stays");
    forgetSubmissions();
    expect(unanswered("flex-plan-change", "p1")).toBeNull();
    expect(window.sessionStorage.getItem("other")).toBe("stays");
  });

  it("survives what somebody else wrote under its name", () => {
    window.sessionStorage.setItem("hall.confirmed.x", "{broken");
    expect(unanswered("x", "p1")).toBeNull();
    expect(keyFor("x", "p1", body)).toMatch(/^[0-9a-f]{32}$/);
  });

  it("takes keys that never meet", () => {
    expect(new Set(Array.from({ length: 500 }, newKey)).size).toBe(500);
  });
});
