import { type Day, isBefore } from "../../dates.ts";
import type { HousingLoan } from "../../facts.ts";
import { type Fen, sumFen, zeroFen } from "../../fen.ts";
import { housingLoanRates, type LoanPlanRow, type RateFrom } from "../../loan-plan.ts";
import { loanMethodNames } from "../../loan-words.ts";
import type { OtherChannel, Rate } from "../../policy-shapes.ts";
import {
  commercialPart,
  type LoanSituation,
  paidInstalments,
  planOfLoan,
} from "./loan-situation.ts";

export interface LoanPlanView {
  readonly plan: LoanPlanShown | null;
}

export interface LoanPlanShown {
  readonly loanNumber: string;
  readonly methodName: string;
  readonly rates: readonly RateFrom[];
  readonly rows: readonly PlanRowShown[];
  readonly totals: {
    readonly principalFen: Fen;
    readonly interestFen: Fen;
    readonly paymentFen: Fen;
  };
  /** The same by calendar year, for the chart. */
  readonly years: readonly PlanYear[];
  readonly settledOn: Day | null;
  readonly commercialPart: OtherChannel | null;
}

export interface PlanRowShown {
  readonly no: number;
  readonly dueOn: Day;
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly paymentFen: Fen;
  /** Owed after this instalment by the plan. */
  readonly balanceFen: Fen;
  /** Rate at the end of the period; a period with a change of rate names it in `rateBefore`. */
  readonly rate: Rate;
  readonly rateBefore: Rate | null;
  readonly state: "paid" | "overdue" | "due";
}

export interface PlanYear {
  readonly year: number;
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  /** Owed at the end of the year by the plan. */
  readonly balanceFen: Fen;
}

export function repaymentPlan(situation: LoanSituation): LoanPlanView {
  const loan = situation.facts.housingLoan;
  return { plan: loan && shown(loan, situation) };
}

function shown(loan: HousingLoan, situation: LoanSituation): LoanPlanShown {
  const plan = planOfLoan(loan, situation);
  const paid = paidInstalments(loan, situation);
  return {
    loanNumber: loan.number,
    methodName: loanMethodNames[loan.method],
    rates: housingLoanRates(situation.policy, loan),
    rows: plan.map((row) => ({
      no: row.no,
      dueOn: row.dueOn,
      principalFen: row.principalFen,
      interestFen: row.interestFen,
      paymentFen: row.paymentFen,
      balanceFen: row.balanceFen,
      ...ratesOf(row),
      state: stateOf(row, loan, paid.has(row.no), situation.today),
    })),
    totals: {
      principalFen: sumFen(plan.map((row) => row.principalFen)),
      interestFen: sumFen(plan.map((row) => row.interestFen)),
      paymentFen: sumFen(plan.map((row) => row.paymentFen)),
    },
    years: yearsOf(plan),
    settledOn: loan.settledOn,
    commercialPart: commercialPart(loan, situation),
  };
}

function ratesOf({ parts }: LoanPlanRow): {
  readonly rate: Rate;
  readonly rateBefore: Rate | null;
} {
  const rate = parts.at(-1)?.rate ?? "0";
  const before = parts[0]?.rate ?? rate;
  return { rate, rateBefore: before === rate ? null : before };
}

function stateOf(
  row: LoanPlanRow,
  loan: HousingLoan,
  isPaid: boolean,
  today: Day,
): PlanRowShown["state"] {
  if (isPaid || loan.settledOn !== null) return "paid";
  return isBefore(row.dueOn, today) ? "overdue" : "due";
}

function yearsOf(plan: readonly LoanPlanRow[]): readonly PlanYear[] {
  const byYear = new Map<number, LoanPlanRow[]>();
  for (const row of plan) {
    const known = byYear.get(row.dueOn.year);
    if (known) known.push(row);
    else byYear.set(row.dueOn.year, [row]);
  }
  return [...byYear].map(([year, rows]) => ({
    year,
    principalFen: sumFen(rows.map((row) => row.principalFen)),
    interestFen: sumFen(rows.map((row) => row.interestFen)),
    balanceFen: rows.at(-1)?.balanceFen ?? zeroFen,
  }));
}
