import type { Effect } from "../../effects.ts";
import { fen, formatYuan, sumFen } from "../../fen.ts";
import {
  housingAccountRef,
  interestEffects,
  payoutNames,
  payoutWords,
  type Settlement,
  settlementOf,
} from "../../housing-accounts.ts";
import type { CaseRequest, PaidRequest } from "../../service.ts";
import {
  decidedOn,
  type SealedNeeds,
  type SealedRequest,
  type SealedWithdrawalInput,
} from "./input.ts";
import { withdrawalReport } from "./report.ts";

/** The account wound up today. */
export function settled(asked: SealedRequest): Settlement {
  return settlementOf(decidedOn(asked).account, asked.today, asked.policy);
}

/** Settles the account today and sends the money on its way. */
export function approvalEffects(
  asked: CaseRequest<SealedNeeds, SealedWithdrawalInput>,
): readonly Effect[] {
  const { account, payout } = decidedOn(asked);
  const settlement = settled(asked);
  const housing = housingAccountRef(account.number);
  const payee = asked.input.payee;
  const amount = formatYuan(settlement.totalFen);
  return [
    ...interestEffects(account.number, settlement.interestFen, "销户结息"),
    { kind: "interest.mark", accountNumber: account.number, upTo: asked.today },
    {
      kind: "ledger.post",
      slot: "withdrawal",
      memo: "封存账户提取",
      lines: [
        { account: housing, amountFen: fen(-settlement.totalFen) },
        {
          account: { kind: "control", code: "payments-in-transit" },
          amountFen: settlement.totalFen,
        },
      ],
    },
    {
      kind: "payment.order",
      slot: "withdrawal",
      payee,
      amountFen: settlement.totalFen,
      from: housing,
      purpose: "封存住房公积金账户提取",
    },
    { kind: "document.issue", slot: "report", paper: withdrawalReport(asked, settlement) },
    {
      kind: "message.send",
      slot: "approved",
      template: "withdrawal-approved",
      values: { amount, payee: payoutWords(payee, payout) },
    },
  ];
}

/** The money has arrived: the account ends with the day on which the bank paid. */
export function closingEffects(
  paid: PaidRequest<SealedNeeds, SealedWithdrawalInput>,
): readonly Effect[] {
  // The card may have gone from the register since: the money has arrived, and that is what counts.
  const account = paid.facts.housingAccount;
  if (account === null) throw new Error("paid from an account that isn't there");
  const [first] = paid.payments;
  const amount = formatYuan(sumFen(paid.payments.map((payment) => payment.amountFen)));
  return [
    { kind: "account.close", accountNumber: account.number, on: first.paidOn },
    {
      kind: "message.send",
      slot: "paid",
      template: "withdrawal-paid",
      values: {
        amount,
        payee: `${payoutNames[first.payee]}（${first.bank} ${first.maskedNumber}）`,
      },
    },
  ];
}
