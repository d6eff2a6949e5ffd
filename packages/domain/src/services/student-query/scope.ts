import type { Day } from "../../dates.ts";
import type { Look } from "../../service.ts";

/** Days of enrolment that are asked for, both included. */
export interface StudentSpan {
  readonly start: Day;
  readonly end: Day;
}

/** What is looked at: the students enrolled in the span one by one, or their numbers by class. */
export const studentListings = ["students", "summary"] as const;
export type StudentListing = (typeof studentListings)[number];

export const listingNames: Readonly<Record<StudentListing, string>> = {
  students: "新增学生明细",
  summary: "登记汇总",
};

export const exportFormats = ["xlsx", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What a query covers, for the head of the page and of the print. */
export interface StudentScope extends StudentSpan {
  readonly unitName: string;
  readonly classes: readonly { readonly code: string; readonly name: string }[];
  readonly exports: readonly {
    readonly listing: StudentListing;
    readonly format: ExportFormat;
    readonly fileName: string;
  }[];
  /** How identity numbers are shown here, and how in the file. */
  readonly identityNumbers: { readonly screen: "masked"; readonly export: "full" };
}

/** The rows themselves may be twenty thousand and are read page by page, never as facts. */
export function scope({ facts, query }: Look<"unit" | "school", StudentSpan>): StudentScope {
  return {
    unitName: facts.unit.name,
    start: query.start,
    end: query.end,
    classes: facts.school?.classes ?? [],
    exports: studentListings.flatMap((listing) =>
      exportFormats.map((format) => ({
        listing,
        format,
        fileName: exportFileName(facts.unit.name, query, listing, format),
      })),
    ),
    identityNumbers: { screen: "masked", export: "full" },
  };
}

/** 测试小学新增学生明细20260101-20260318.xlsx */
export function exportFileName(
  unitName: string,
  { start, end }: StudentSpan,
  listing: StudentListing,
  format: ExportFormat,
): string {
  const span = [start, end].map((day) => day.toString().replaceAll("-", "")).join("-");
  return `${unitName}${listingNames[listing]}${span}.${format}`;
}
