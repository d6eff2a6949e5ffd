import { type Day, formatDay, isAfter, isSameDay } from "../../dates.ts";
import { type Fen, formatYuan } from "../../fen.ts";
import type { EnrolmentState } from "../../students.ts";

export interface EnrolmentDue {
  readonly state: EnrolmentState;
  readonly premiumFen: Fen;
  /** Last day to pay, included. */
  readonly payBy: Day;
  readonly paidOn: Day | null;
}

/** Whether an enrolment ends on this day because nobody has paid (STE-6): after its last day only. */
export function lapses({ state, payBy }: EnrolmentDue, today: Day): boolean {
  return state === "payable" && isAfter(today, payBy);
}

/** A payment as the tax side reports it. */
export interface ReportedPayment {
  readonly amountFen: Fen;
  readonly paidOn: Day;
}

/** What a reported payment does. Only `paid` changes the enrolment; the others are for a clerk. */
export interface PaymentOutcome {
  readonly kind: "paid" | "already" | "unknown" | "amount" | "late" | "future" | "reduced";
  readonly message: string;
}

/**
 * Judges a payment against the enrolment it is for. The day of payment counts, not the day of the
 * report: a report that comes after the last day revives what has lapsed meanwhile.
 */
export function judgePayment(
  enrolment: EnrolmentDue | null,
  reported: ReportedPayment,
  today: Day,
): PaymentOutcome {
  if (isAfter(reported.paidOn, today)) {
    return { kind: "future", message: `缴费日期${formatDay(reported.paidOn)}还没有到，未入账。` };
  }
  if (enrolment === null) {
    return { kind: "unknown", message: "没有该年度的参保登记，未入账，请核对证件号码和年度。" };
  }
  if (enrolment.state === "paid") return alreadyPaid(enrolment, reported);
  if (enrolment.state === "reduced") {
    return { kind: "reduced", message: "学生已由学校办理减少，未入账，请联系税务部门退费。" };
  }
  if (reported.amountFen !== enrolment.premiumFen) {
    return {
      kind: "amount",
      message: `应缴 ${formatYuan(enrolment.premiumFen)} 元，实缴 ${formatYuan(reported.amountFen)} 元，金额不符，未入账。`,
    };
  }
  if (isAfter(reported.paidOn, enrolment.payBy)) {
    return {
      kind: "late",
      message: `缴费截止日是${formatDay(enrolment.payBy)}，${formatDay(reported.paidOn)}才缴费，登记已失效，未入账，请联系税务部门退费。`,
    };
  }
  return {
    kind: "paid",
    message: enrolment.state === "lapsed" ? "已入账，截止日前缴费，恢复已失效的登记。" : "已入账。",
  };
}

function alreadyPaid(enrolment: EnrolmentDue, reported: ReportedPayment): PaymentOutcome {
  const same =
    enrolment.paidOn !== null &&
    isSameDay(enrolment.paidOn, reported.paidOn) &&
    enrolment.premiumFen === reported.amountFen;
  return {
    kind: "already",
    message: same ? "此前已经入账，没有重复入账。" : "该年度已经缴费，未重复入账，请核对是否多缴。",
  };
}
