import { type Day, daysBetween } from "../../dates.ts";
import type { HousingLoan } from "../../facts.ts";
import { type Fen, fen, sumFen } from "../../fen.ts";
import type { OtherChannel } from "../../policy-shapes.ts";
import { commercialPart, type LoanSituation, owedFen, paidInstalments } from "./loan-situation.ts";

export interface LoanRecordView {
  readonly record: LoanRecordShown | null;
}

export interface LoanRecordShown {
  readonly loanNumber: string;
  /** What was paid, the latest first. */
  readonly rows: readonly RecordRow[];
  readonly totals: { readonly principalFen: Fen; readonly interestFen: Fen; readonly paidFen: Fen };
  readonly owedFen: Fen;
  readonly commercialPart: OtherChannel | null;
}

export interface RecordRow {
  readonly no: number;
  readonly dueOn: Day;
  readonly paidOn: Day;
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly paidFen: Fen;
  /** Days after the due day; zero where it was paid in time. */
  readonly daysLate: number;
}

export function repaymentRecord(situation: LoanSituation): LoanRecordView {
  const loan = situation.facts.housingLoan;
  return { record: loan && shown(loan, situation) };
}

function shown(loan: HousingLoan, situation: LoanSituation): LoanRecordShown {
  const paid = [...paidInstalments(loan, situation).values()];
  const rows = paid.flatMap(({ no, dueOn, paidOn, principalFen, interestFen }) =>
    paidOn === null
      ? []
      : [
          {
            no,
            dueOn,
            paidOn,
            principalFen,
            interestFen,
            paidFen: fen(principalFen + interestFen),
            daysLate: Math.max(0, daysBetween(dueOn, paidOn)),
          },
        ],
  );
  return {
    loanNumber: loan.number,
    rows: rows.toSorted((left, right) => right.no - left.no),
    totals: {
      principalFen: sumFen(rows.map((row) => row.principalFen)),
      interestFen: sumFen(rows.map((row) => row.interestFen)),
      paidFen: sumFen(rows.map((row) => row.paidFen)),
    },
    owedFen: owedFen(loan, situation),
    commercialPart: commercialPart(loan, situation),
  };
}
