import { month } from "@hall/domain/dates";
import { describe, expect, it } from "vitest";
import { participationCertificateContract } from "./participation-certificate.ts";

const { input } = participationCertificateContract;

const faultsOf = (sent: unknown) =>
  input.safeParse(sent).error?.issues.map(({ path, message }) => `${path.join("/")} ${message}`);

describe("the input of certificate and detail", () => {
  it("reads the months of a detail", () => {
    const read = input.parse({ paper: "detail", range: { from: "2025-04", to: "2026-03" } });
    expect(read.range?.from.equals(month("2025-04"))).toBe(true);
    expect(read.insurances).toEqual([]);
  });

  it("leaves the months out of a certificate, whatever stands in the hidden field", () => {
    const read = input.parse({ paper: "certificate", range: { from: "", to: "x" } });
    expect(read.range).toBeNull();
  });

  it("says which month is missing and which isn't one", () => {
    expect(faultsOf({ paper: "detail", range: { from: "", to: "2026-13" } })).toEqual([
      "range/from 请填写月份",
      "range/to 请按 2026-03 的格式填写月份",
    ]);
  });

  it("refuses what it doesn't know", () => {
    expect(faultsOf({ paper: "letter" })).toEqual(["paper 请选择证明类型"]);
    expect(faultsOf({ paper: "detail", insurances: ["fire"] })).toEqual([
      "insurances/0 请从列出的险种里选择",
    ]);
  });
});
