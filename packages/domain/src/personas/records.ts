import {
  addDays,
  addMonths,
  addMonthsClamped,
  type Day,
  dayInMonth,
  firstDayOf,
  isOnOrAfter,
  isOnOrBefore,
  type Month,
  monthOf,
  monthsFromTo,
} from "../dates.ts";
import type { Contribution, HousingAccount, HousingLoan, Insurance } from "../facts.ts";
import { type Fen, fen, subtractFen, sumFen, timesRate, zeroFen } from "../fen.ts";
import { lastPostingDay } from "../interest.ts";
import { housingLoanRates, loanPlan } from "../loan-plan.ts";
import type { Rate } from "../policy-shapes.ts";
import { startingPolicy } from "../policy-values.ts";

const policy = startingPolicy();
/** Units pay on this day of the month, for that month. */
const UNITS_PAY_ON = 15;
/** Shares of the demo units; the park publishes these by industry. */
const INJURY_BY_UNIT: Rate = "0.004";
const MATERNITY_BY_UNIT: Rate = "0.008";

export interface Employed {
  readonly payer: string;
  readonly from: Month;
  readonly to: Month;
  readonly baseFen: (month: Month) => Fen;
  readonly insurances: readonly Insurance[];
  /** What unit and employee each pay into the housing fund. */
  readonly housingEach: Rate;
}

export const enterpriseInsurances: readonly Insurance[] = [
  "pension",
  "medical",
  "unemployment",
  "injury",
  "maternity",
  "housing",
];

export const agencyInsurances: readonly Insurance[] = ["pension", "medical", "injury", "housing"];

/** What a unit paid for one person, every month and insurance; rates of the month. */
export function paidByUnit(employed: Employed): readonly Contribution[] {
  return monthsFromTo(employed.from, employed.to).flatMap((month) =>
    employed.insurances.map((insurance) => {
      const baseFen = employed.baseFen(month);
      const shares = sharesOf(insurance, month, employed.housingEach);
      return {
        month,
        insurance,
        baseFen,
        personalFen: timesRate(baseFen, shares.personal),
        unitFen: timesRate(baseFen, shares.unit),
        payer: employed.payer,
      };
    }),
  );
}

/** The last month that a unit has paid by that day. */
export function lastMonthPaidByUnit(today: Day): Month {
  const thisMonth = monthOf(today);
  const paid = isOnOrAfter(today, dayInMonth(thisMonth, UNITS_PAY_ON));
  return paid ? thisMonth : addMonths(thisMonth, -1);
}

export interface AccountKept {
  readonly number: string;
  readonly kind?: HousingAccount["kind"];
  readonly openedOn: Day;
  readonly sealedOn: Day | null;
  /** The balance when interest was last posted, that interest in it. */
  readonly balanceThenFen: Fen;
  readonly contributions: readonly Contribution[];
}

/** An account as it stands today: interest posted last 30 June, contributions since then added. */
export function housingAccountOn(today: Day, kept: AccountKept): HousingAccount {
  // On the day itself it isn't posted yet.
  const interestUpTo = lastPostingDay("06-30", addDays(today, -1));
  const paidIn = kept.contributions.filter(({ insurance }) => insurance === "housing");
  const movements = paidIn
    .map(({ month, personalFen, unitFen }) => ({
      on: dayInMonth(month, UNITS_PAY_ON),
      amountFen: fen(personalFen + unitFen),
    }))
    .filter(({ on }) => isOnOrAfter(on, interestUpTo) && isOnOrBefore(on, today));
  return {
    number: kept.number,
    kind: kept.kind ?? "general",
    status: kept.sealedOn === null ? "normal" : "sealed",
    openedOn: kept.openedOn,
    sealedOn: kept.sealedOn,
    baseFen: paidIn.at(-1)?.baseFen ?? null,
    balanceFen: fen(kept.balanceThenFen + sumFen(movements.map((movement) => movement.amountFen))),
    interestUpTo,
    movements,
    frozenBy: null,
  };
}

export interface LoanTaken
  extends Pick<
    HousingLoan,
    | "role"
    | "number"
    | "bank"
    | "kind"
    | "property"
    | "principalFen"
    | "termMonths"
    | "method"
    | "home"
    | "paidOutOn"
  > {
  /** Numbers of the instalments paid some days late. */
  readonly paidLate: readonly number[];
}

/** A running loan on a day: every instalment due by then paid, some of them three days late. */
export function loanOn(today: Day, { paidLate, ...taken }: LoanTaken): HousingLoan {
  const firstDueOn = addMonthsClamped(taken.paidOutOn, 1);
  const plan = loanPlan({
    ...taken,
    firstDueOn,
    rates: housingLoanRates(policy, taken),
  });
  return {
    ...taken,
    firstDueOn,
    settledOn: null,
    repayments: plan
      .map(({ no, dueOn, principalFen, interestFen }) => ({
        no,
        dueOn,
        paidOn: paidLate.includes(no) ? dueOn.add({ days: 3 }) : dueOn,
        principalFen,
        interestFen,
      }))
      .filter(({ paidOn }) => isOnOrBefore(paidOn, today)),
  };
}

/** A loan paid back before its time: the instalments until then, and all the rest on one day. */
export function settledLoan(taken: LoanTaken, settledOn: Day): HousingLoan {
  const loan = loanOn(settledOn, taken);
  const repaid = sumFen(loan.repayments.map(({ principalFen }) => principalFen));
  const rest = {
    no: loan.repayments.length + 1,
    dueOn: settledOn,
    paidOn: settledOn,
    principalFen: subtractFen(loan.principalFen, repaid),
    interestFen: zeroFen,
  };
  return { ...loan, settledOn, repayments: [...loan.repayments, rest] };
}

function sharesOf(
  insurance: Insurance,
  month: Month,
  housingEach: Rate,
): { readonly personal: Rate; readonly unit: Rate } {
  const on = firstDayOf(month);
  switch (insurance) {
    case "pension":
      return policy.on("rates.pension", on);
    case "medical":
      return policy.on("rates.medical", on);
    case "unemployment":
      return policy.on("rates.unemployment", on);
    case "injury":
      return { personal: "0", unit: INJURY_BY_UNIT };
    case "maternity":
      return { personal: "0", unit: MATERNITY_BY_UNIT };
    case "housing":
      return { personal: housingEach, unit: housingEach };
  }
}
