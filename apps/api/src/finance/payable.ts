import type { StaffMember } from "../backoffice/staff.ts";
import { judgeAgain } from "../cases/judge-again.ts";
import type { Hall } from "../hall.ts";
import type { Order } from "./orders.ts";
import { type Accounts, accountsOf, payoutStop } from "./payout.ts";

/** Orders with what decides whether they may be paid, and by whom. */
export interface PayableCheck {
  readonly accounts: Accounts;
  /** Why this order may not be paid now, or not by this person; null where it may. */
  readonly stopOf: (order: Order) => Promise<string | null>;
}

/**
 * Eligibility is decided once more at payment, and nobody pays themselves or what they approved
 * (SGN-2): both for whoever makes a batch and for whoever releases it.
 */
export async function payableCheck(
  hall: Hall,
  staff: StaffMember,
  orders: readonly Order[],
): Promise<PayableCheck> {
  const numbers = [...new Set(orders.map(({ applicationNumber }) => applicationNumber))];
  const [accounts, decided, cases] = await Promise.all([
    accountsOf(
      hall,
      orders.map(({ personId }) => personId),
    ),
    hall.db.decision.findMany({
      where: { applicationNumber: { in: numbers }, staffId: staff.id },
      select: { applicationNumber: true },
    }),
    hall.db.application.findMany({ where: { number: { in: numbers } } }),
  ]);
  const mine = new Set(decided.map(({ applicationNumber }) => applicationNumber));
  const byNumber = new Map(cases.map((row) => [row.number, row]));
  return {
    accounts,
    stopOf: async (order) => {
      if (staff.personId === order.personId) return "这是您本人的款项，须由其他财务人员办理。";
      if (mine.has(order.applicationNumber)) return "这件是您审核的，须由其他财务人员付款。";
      const stop = payoutStop(order, accounts);
      if (stop) return stop;
      const row = byNumber.get(order.applicationNumber);
      if (row?.state !== "approved") return "办件不在已通过状态，不能付款。";
      const { judged } = await judgeAgain(hall, row);
      const against = judged.findings.find(({ outcome }) => outcome !== "holds");
      return against ? `按今天的情况已不满足办理条件：${against.message}` : null;
    },
  };
}
