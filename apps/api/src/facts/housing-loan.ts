import { z } from "zod";
import { sql } from "../store/database.ts";
import { dayColumn, fenColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const row = z
  .object({
    role: z.enum(["main", "co-borrower"]),
    number: z.string(),
    bank: z.string(),
    kind: z.enum(["housing-fund", "combined"]),
    property: z.string(),
    principal_fen: fenColumn,
    term_months: z.int(),
    method: z.enum(["equal-instalment", "equal-principal"]),
    home: z.enum(["first", "second"]),
    paid_out_on: dayColumn,
    first_due_on: dayColumn,
    settled_on: dayColumn.nullable(),
    repayments: z
      .array(
        z.object({
          no: z.int(),
          due_on: dayColumn,
          paid_on: dayColumn.nullable(),
          principal_fen: fenColumn,
          interest_fen: fenColumn,
        }),
      )
      .nullable(),
  })
  .nullable();

/** The park loan paid out last, of those in which the person takes part. */
export const housingLoan: FactLoader<"housingLoan"> = {
  sql: ({ subjectId }) => sql`
    SELECT to_jsonb(l) || jsonb_build_object('role', p.role, 'repayments', (
      SELECT jsonb_agg(to_jsonb(r) - 'loan_number' ORDER BY r.no)
        FROM loan_repayment r WHERE r.loan_number = l.number))
      FROM loan_party p JOIN loan l ON l.number = p.loan_number
     WHERE p.person_id = ${subjectId}::uuid ORDER BY l.paid_out_on DESC LIMIT 1`,
  read: (json) => {
    const loan = row.parse(json);
    if (!loan) return null;
    return {
      role: loan.role,
      number: loan.number,
      bank: loan.bank,
      kind: loan.kind,
      property: loan.property,
      principalFen: loan.principal_fen,
      termMonths: loan.term_months,
      method: loan.method,
      home: loan.home,
      paidOutOn: loan.paid_out_on,
      firstDueOn: loan.first_due_on,
      settledOn: loan.settled_on,
      repayments: (loan.repayments ?? []).map((repayment) => ({
        no: repayment.no,
        dueOn: repayment.due_on,
        paidOn: repayment.paid_on,
        principalFen: repayment.principal_fen,
        interestFen: repayment.interest_fen,
      })),
    };
  },
};
