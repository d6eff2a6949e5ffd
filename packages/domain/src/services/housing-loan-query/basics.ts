import { type Day, isBefore, isOnOrBefore } from "../../dates.ts";
import type { HousingLoan } from "../../facts.ts";
import { type Fen, fen } from "../../fen.ts";
import { housingLoanRates } from "../../loan-plan.ts";
import { homeNames, loanKindNames, loanMethodNames } from "../../loan-words.ts";
import type { OtherChannel, Rate } from "../../policy-shapes.ts";
import {
  commercialPart,
  type LoanSituation,
  owedFen,
  paidInstalments,
  planOfLoan,
} from "./loan-situation.ts";

/** Basic data of the most recent loan; `loan` is null for who has none (HLQ-4). */
export interface LoanBasicsView {
  readonly loan: LoanBasics | null;
}

export interface LoanBasics {
  readonly number: string;
  readonly bank: string;
  readonly kind: HousingLoan["kind"];
  readonly kindName: string;
  readonly property: string;
  readonly homeName: string;
  readonly methodName: string;
  readonly principalFen: Fen;
  readonly termMonths: number;
  readonly paidOutOn: Day;
  readonly firstDueOn: Day;
  readonly lastDueOn: Day;
  readonly settledOn: Day | null;
  /** Yearly rate that the loan bears today, as a decimal fraction. */
  readonly rate: Rate;
  readonly owedFen: Fen;
  readonly repaidFen: Fen;
  readonly paidInstalments: number;
  /** Due before today and not paid. */
  readonly overdueInstalments: number;
  /** The next instalment from today on; null once the loan is settled. */
  readonly next: { readonly no: number; readonly dueOn: Day; readonly paymentFen: Fen } | null;
  readonly commercialPart: OtherChannel | null;
}

export function basics(situation: LoanSituation): LoanBasicsView {
  const loan = situation.facts.housingLoan;
  return { loan: loan && basicsOf(loan, situation) };
}

function basicsOf(loan: HousingLoan, situation: LoanSituation): LoanBasics {
  const { policy, today } = situation;
  const plan = planOfLoan(loan, situation);
  const paid = paidInstalments(loan, situation);
  const unpaid = loan.settledOn === null ? plan.filter(({ no }) => !paid.has(no)) : [];
  const next = unpaid.find(({ dueOn }) => !isBefore(dueOn, today)) ?? null;
  const rates = housingLoanRates(policy, loan).filter(({ from }) => isOnOrBefore(from, today));
  const owed = owedFen(loan, situation);
  return {
    number: loan.number,
    bank: loan.bank,
    kind: loan.kind,
    kindName: loanKindNames[loan.kind],
    property: loan.property,
    homeName: homeNames[loan.home],
    methodName: loanMethodNames[loan.method],
    principalFen: loan.principalFen,
    termMonths: loan.termMonths,
    paidOutOn: loan.paidOutOn,
    firstDueOn: loan.firstDueOn,
    lastDueOn: plan.at(-1)?.dueOn ?? loan.firstDueOn,
    settledOn: loan.settledOn,
    rate: rates.at(-1)?.rate ?? "0",
    owedFen: owed,
    repaidFen: fen(loan.principalFen - owed),
    paidInstalments: paid.size,
    overdueInstalments: unpaid.filter(({ dueOn }) => isBefore(dueOn, today)).length,
    next: next && { no: next.no, dueOn: next.dueOn, paymentFen: next.paymentFen },
    commercialPart: commercialPart(loan, situation),
  };
}
