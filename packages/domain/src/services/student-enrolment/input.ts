import type { Day } from "../../dates.ts";
import { type IdentityNumber, parseIdentityNumber } from "../../identity-number.ts";
import type { RawRow } from "../../list.ts";
import { parseMobile } from "../../mobile.ts";
import { readWrittenDay } from "../../row-rules.ts";
import type { Request } from "../../service.ts";
import type { EnrolledStudent } from "../../students.ts";

/** A school's list for one year of insurance; the single form is a list of one row. */
export interface StudentEnrolmentInput {
  readonly year: number;
  readonly rows: readonly RawRow[];
}

export type StudentEnrolmentNeeds = "unit" | "school" | "studentRegister";
export type EnrolmentRequest = Request<StudentEnrolmentNeeds, StudentEnrolmentInput>;

/** Properties of a row, in the order of the template. */
export type StudentColumn =
  | "name"
  | "identityNumber"
  | "sex"
  | "birthDate"
  | "classCode"
  | "guardian"
  | "mobile";

export const cellOf = (row: RawRow, column: StudentColumn): string => row.cells[column] ?? "";

/** Five rules ask for the number of each of 20,000 rows: it is read once. */
const numbersRead = new WeakMap<RawRow, { today: Day; number: IdentityNumber | null }>();

/** The papers with which one can be insured as a resident; a travel permit isn't one. */
export function readStudentNumber(row: RawRow, today: Day): IdentityNumber | null {
  const known = numbersRead.get(row);
  if (known?.today === today) return known.number;
  const read = parseIdentityNumber(cellOf(row, "identityNumber"), today);
  const number = read.ok && !read.kind.startsWith("travel-permit") ? read : null;
  numbersRead.set(row, { today, number });
  return number;
}

export function readSex(written: string): "male" | "female" | null {
  if (written === "男") return "male";
  return written === "女" ? "female" : null;
}

/** The student of a row that every rule has passed; throws where one would have refused. */
export function studentOf(row: RawRow, today: Day): EnrolledStudent {
  const number = readStudentNumber(row, today);
  const sex = readSex(cellOf(row, "sex"));
  const birthDate = readWrittenDay(cellOf(row, "birthDate"));
  const mobile = parseMobile(cellOf(row, "mobile"));
  if (number === null || sex === null || birthDate === null || !mobile.ok) {
    throw new Error(`line ${row.line} was enrolled without passing its check`);
  }
  return {
    name: cellOf(row, "name"),
    identityNumber: number.number,
    sex,
    birthDate,
    classCode: cellOf(row, "classCode"),
    guardian: cellOf(row, "guardian"),
    mobile: mobile.number,
  };
}
