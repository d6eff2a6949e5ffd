import type { StudentSummaryJson } from "@hall/contracts/services/student-query";
import type { StudentListing, StudentSpan } from "@hall/domain/services/student-query/scope";
import { enrolmentStateNames, enrolmentStates } from "@hall/domain/students";
import type { Hall } from "../hall.ts";
import type { Listing } from "../lists/stream-workbook.ts";
import { asDate } from "../store/database.ts";
import {
  type AddedStudent,
  type StudentPlace,
  studentCounts,
  studentsAdded,
} from "../store/students-added.ts";

type Classes = ReadonlyMap<string, string>;

/** Read at a time: some hundred KB, whatever the whole comes to. */
const ROWS_AT_A_TIME = 1000;

export function listingOf(
  hall: Hall,
  unitId: string,
  span: StudentSpan,
  listing: StudentListing,
  classes: Classes,
): Listing {
  return listing === "students"
    ? { heads: studentHeads, lines: () => studentLines(hall, unitId, span, classes) }
    : { heads: summaryHeads, lines: () => summaryLines(hall, unitId, span, classes) };
}

const studentHeads = [
  { title: "登记日期", width: 12 },
  { title: "参保年度", width: 10 },
  { title: "姓名", width: 12 },
  { title: "证件号码", width: 22 },
  { title: "班级", width: 16 },
  { title: "监护人", width: 12 },
  { title: "状态", width: 10 },
  { title: "缴费日期", width: 12 },
];

async function* studentLines(hall: Hall, unitId: string, span: StudentSpan, classes: Classes) {
  let after: StudentPlace | null = null;
  for (;;) {
    const rows: readonly AddedStudent[] = await studentsAdded(
      hall,
      unitId,
      span,
      ROWS_AT_A_TIME,
      after,
    );
    for (const row of rows) yield studentLine(row, classes);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_A_TIME) return;
    after = { enrolledOn: asDate(last.enrolledOn), id: last.id };
  }
}

const studentLine = (row: AddedStudent, classes: Classes): readonly string[] => [
  row.enrolledOn.toString(),
  `${row.year}`,
  row.name,
  row.identityNumber,
  classes.get(row.classCode) ?? row.classCode,
  row.guardian,
  enrolmentStateNames[row.state],
  row.paidOn?.toString() ?? "",
];

const summaryHeads = [
  { title: "班级", width: 16 },
  ...enrolmentStates.map((state) => ({ title: enrolmentStateNames[state], width: 10 })),
  { title: "合计", width: 10 },
];

async function* summaryLines(hall: Hall, unitId: string, span: StudentSpan, classes: Classes) {
  const { items, totals } = await summaryOf(hall, unitId, span, classes);
  for (const row of [...items, { ...totals, className: "合计" }]) {
    yield [row.className, ...enrolmentStates.map((state) => row[state]), row.total];
  }
}

/** Class by class in the order of their codes, one that is no longer kept under its code. */
export async function summaryOf(
  hall: Hall,
  unitId: string,
  span: StudentSpan,
  classes: Classes,
): Promise<StudentSummaryJson> {
  const counts = await studentCounts(hall, unitId, span);
  const codes = [...new Set(counts.map(({ classCode }) => classCode))].sort();
  return {
    items: codes.map((classCode) => ({
      classCode,
      className: classes.get(classCode) ?? classCode,
      ...sums(counts.filter((each) => each.classCode === classCode)),
    })),
    totals: sums(counts),
  };
}

function sums(counts: Awaited<ReturnType<typeof studentCounts>>) {
  const all = { payable: 0, paid: 0, lapsed: 0, reduced: 0, total: 0 };
  for (const { state, count } of counts) {
    all[state] += count;
    all.total += count;
  }
  return all;
}
