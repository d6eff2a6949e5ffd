import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listEndpointsOf } from "./lists.ts";
import { studentEnrolmentContract } from "./services/student-enrolment.ts";

const label = {
  code: "student-enrolment",
  name: "居民医保参保学生新增",
  audience: "unit",
} as const;
const endpoints = listEndpointsOf(label, studentEnrolmentContract);

describe("the endpoints of a list", () => {
  it("stand under the service's own address, for agents, each under its own name", () => {
    const all = Object.values(endpoints);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ method, path }) => `${method} ${path}`)).size).toBe(all.length);
    for (const { path, access } of all) {
      expect(path).toMatch(/^\/services\/student-enrolment\//);
      expect(access).toEqual(["agent"]);
    }
  });

  it("describe the upload's form with its file and what is chosen for the list", () => {
    const schema = JSON.stringify(
      z.toJSONSchema(endpoints.upload.body ?? z.never(), { io: "input", unrepresentable: "any" }),
    );
    expect(schema).toContain('"format":"binary"');
    expect(schema).toContain('"year"');
  });
});

describe("what is chosen for a list of students", () => {
  it.each([
    ["2026", 2026],
    [2027, 2027],
  ])("%j is a year", (year, expected) => {
    expect(studentEnrolmentContract.options.parse({ year })).toEqual({ year: expected });
  });

  it.each(["", "abc", "2026.5", "99999", null, undefined])("%j is none, in words", (year) => {
    const parsed = studentEnrolmentContract.options.safeParse({ year });
    expect(parsed.error?.issues[0]?.message).toBe("请选择参保年度");
  });
});
