import { handbook, house } from "../../findings.ts";
import {
  housingAccountRef,
  payoutAccountOf,
  payoutKinds,
  payoutNames,
  payoutWords,
} from "../../housing-accounts.ts";
import { defineService } from "../../service.ts";
import { approvalEffects, closingEffects, settled } from "./decision.ts";
import { guide } from "./guide.ts";
import { openAccount, type SealedWithdrawalInput } from "./input.ts";
import { onRecord } from "./on-record.ts";
import { quote } from "./quote.ts";
import {
  chosenPayoutAccountExists,
  declarationAccepted,
  householdAddressGiven,
} from "./request-rules.ts";
import {
  accountIsOpen,
  accountIsSealed,
  notEmployedInTheCity,
  notPayingElsewhere,
  payoutAccountOnRecord,
  sealedHalfAYear,
  somethingToWithdraw,
  transferVoucherIssued,
} from "./standing.ts";

const source = handbook("封存住房公积金账户提取");

export const sealedAccountWithdrawal = defineService<SealedWithdrawalInput>()({
  code: "sealed-account-withdrawal",
  number: 30,
  name: "封存住房公积金账户提取",
  audience: "person",
  menu: ["在线业务受理", "封存住房公积金账户提取"],
  guide,
  needs: ["participant", "housingAccount", "payoutAccounts", "elsewhere", "transferVouchers"],
  onRecord,
  standing: {
    accountIsOpen,
    accountIsSealed,
    sealedHalfAYear,
    notEmployedInTheCity,
    notPayingElsewhere,
    transferVoucherIssued,
    payoutAccountOnRecord,
    somethingToWithdraw,
  },
  request: { declarationAccepted, householdAddressGiven, chosenPayoutAccountExists },
  provisions: {
    paidToChosenAccount: {
      code: "SAW-4",
      words: "审核通过的，金额汇入市民卡银行账户或绑定银行卡；没有通过的，用短信或电话告知原因",
      citation: source,
    },
    unverifiedAccountStopsPayment: {
      code: "SAW-6",
      words: "收款账户没有通过核验的，只暂停付款，不影响审核",
      citation: house("钱只付到核验过的账户；申请本身不因此退回"),
    },
    interestUpToApproval: {
      code: "SAW-7",
      words: "余额连同利息一次付清，利息算到审核通过的当天，当天不计；到账之日账户销户",
      citation: house("审核通过时账户结清，之后款项已不在账户里，不再计息"),
      reads: ["housing.depositRate"],
    },
    countedToTheDay: {
      code: "SAW-5",
      words: "半年和年龄都算到天，法定退休年龄按公布的渐进式延迟办法计算",
      citation: house("按日计算，并告知最早可以申请的日期"),
      reads: ["withdrawal.sealedMonths", "retirement.age"],
    },
  },
  choices: ({ facts }) => ({
    payee: payoutKinds.flatMap((kind) => {
      const account = payoutAccountOf(facts.payoutAccounts, kind);
      if (account === null) return [];
      const note = account.verified ? "已核验" : "未核验，核验通过后才付款";
      return [
        {
          value: kind,
          label: `汇入${payoutNames[kind]}`,
          note: `${account.bank} ${account.maskedNumber}，${note}`,
        },
      ];
    }),
  }),
  defaults: ({ facts }) => {
    const known = payoutKinds.find((kind) => payoutAccountOf(facts.payoutAccounts, kind));
    return {
      householdRegion: facts.participant.household.region,
      householdAddress: facts.participant.household.address,
      ...(known ? { payee: known } : {}),
    };
  },
  quote,
  consequence: (asked) => {
    const account = openAccount(asked);
    const payout = payoutAccountOf(asked.facts.payoutAccounts, asked.input.payee);
    const words = payout ? payoutWords(asked.input.payee, payout) : payoutNames[asked.input.payee];
    return `审核通过后，账户 ${account?.number ?? ""} 的全部余额和利息付到您的${words}，到账之日账户销户，不能恢复。`;
  },
  object: ({ facts }) => facts.housingAccount?.number ?? "",
  draws: ({ facts }) =>
    facts.housingAccount ? housingAccountRef(facts.housingAccount.number) : null,
  process: [
    {
      kind: "review",
      clock: "clock.sealed-account-withdrawal",
      checklist: [
        "姓名、证件号码与户籍地址相符",
        "封存日期与离职记录相符，或已到法定退休年龄",
        "已核对本市就业记录和园区外缴存记录",
        "参保缴费凭证已经开具",
        "收款账户是申请人本人的账户",
      ],
      refusalReasons: [
        "在本市仍有就业记录",
        "在园区外仍在缴存住房公积金",
        "封存未满半年，也未到法定退休年龄",
        "参保缴费凭证没有开具或已经作废",
        "账户资料与本人情况不符",
      ],
      moves: (asked) => settled(asked).totalFen,
      effects: approvalEffects,
    },
    { kind: "pay", effects: closingEffects },
  ],
});
