import { monitorEventLoopDelay } from "node:perf_hooks";
import { personas } from "@hall/domain/personas/personas";
import { policyEntryToJson } from "@hall/domain/policy";
import { policyValues } from "@hall/domain/policy-values";
import { studentColumns } from "@hall/domain/services/student-enrolment/columns";
import { crowd } from "@hall/domain/services/student-enrolment/examples";
import { toStored } from "@hall/domain/stored-json";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { ListThreadFailure, openListThread } from "./list-thread.ts";
import type { Seat } from "./thread-messages.ts";
import { writeReport } from "./write-list.ts";

const NOW = "2026-03-17T10:00:00";
const facts = toStored(personas.U0000004.facts(Temporal.PlainDateTime.from(NOW).toPlainDate()));
const seat: Seat = {
  service: "student-enrolment",
  options: { year: 2026 },
  now: NOW,
  policy: { version: "1", entries: policyValues.map(policyEntryToJson) },
};
const form = { columns: studentColumns, maxRows: 20_000 };

async function workbook(size: number): Promise<Buffer> {
  const rows = crowd(size).rows.map(({ line, cells }) => ({ line, cells, faults: [] }));
  return writeReport({ title: "名单", ...form }, rows);
}

describe("the list thread", () => {
  it("reads and judges, and tells faults by cell", async () => {
    const thread = openListThread();
    const text = `${studentColumns.map(({ label }) => label).join(",")}\n测,320599201405209917,男,2014-05-20,999,测家长,138\n`;
    const ask = { bytes: Buffer.from(text), fileName: "a.csv", form, seat };
    expect(await thread.ask("read", ask)).toEqual({ rows: 1 });
    expect(await thread.ask("keys", { from: 0, to: 1 })).toEqual(["320599201405209917"]);
    const [judged] = await thread.ask("judge", { from: 0, to: 1, facts });
    expect(judged?.row.line).toBe(2);
    expect(judged?.faults.map(({ column, rule }) => [column, rule])).toEqual([
      ["identityNumber", "STE-4"],
      ["classCode", "STE-4"],
      ["mobile", "STE-4"],
    ]);
    await thread.close();
  });

  it("does 20,000 rows while others are served", { timeout: 60_000 }, async () => {
    const bytes = await workbook(20_000);
    const thread = openListThread();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const began = performance.now();
    const ask = { bytes, fileName: "a.xlsx", form, seat };
    expect(await thread.ask("read", ask)).toEqual({ rows: 20_000 });
    let judged = 0;
    for (let from = 0; from < 20_000; from += 1_000) {
      const rows = await thread.ask("judge", { from, to: from + 1_000, facts });
      judged += rows.filter(({ faults }) => faults.length === 0).length;
    }
    const took = performance.now() - began;
    delay.disable();
    await thread.close();
    expect(judged).toBe(20_000);
    // Alone it takes two seconds; the machine of a test run is shared.
    expect(took).toBeLessThan(15_000);
    expect(delay.percentile(99) / 1e6).toBeLessThan(250);
    process.stdout.write(`20,000 rows: ${Math.round(took)} ms\n`);
  });

  it("ends what takes too long, and what takes too much memory", { timeout: 60_000 }, async () => {
    const bytes = await workbook(2_000);
    const ask = { bytes, fileName: "a.xlsx", form, seat };
    const hurried = openListThread(5);
    await expect(hurried.ask("read", ask)).rejects.toThrow(ListThreadFailure);
    await expect(hurried.ask("read", ask)).rejects.toThrow(ListThreadFailure);
    await hurried.close();
    const head = studentColumns.map(({ label }) => label).join(",");
    const long = `${head}\n${`${"测".repeat(150)},1,男,2014-05-20,301,测,1\n`.repeat(20_000)}`;
    const cramped = openListThread(60_000, 24);
    const heavy = { ...ask, bytes: Buffer.from(long), fileName: "a.csv" };
    await expect(cramped.ask("read", heavy)).rejects.toThrow(ListThreadFailure);
    await cramped.close();
  });
});
