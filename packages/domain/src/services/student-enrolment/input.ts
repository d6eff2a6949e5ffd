import { type Day, dayFromParts } from "../../dates.ts";
import { type IdentityNumber, parseIdentityNumber } from "../../identity-number.ts";
import type { RawRow } from "../../list.ts";
import { parseMobile } from "../../mobile.ts";
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

const WRITTEN_DAY = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;
const DIGITS_ALONE = /^(\d{4})(\d{2})(\d{2})$/;

/** Reads 2013-09-01, 2013/9/1, 2013.9.1, 2013年9月1日 and 20130901; null for anything else. */
export function readWrittenDay(written: string): Day | null {
  const plain = written.normalize("NFKC").replace(/\s+/g, "");
  const parts = WRITTEN_DAY.exec(plain) ?? DIGITS_ALONE.exec(plain);
  if (parts === null) return null;
  return dayFromParts(Number(parts[1]), Number(parts[2]), Number(parts[3]));
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
