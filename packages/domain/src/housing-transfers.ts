import { countIn, dayIn, moneyIn } from "./answers.ts";
import type { Day, Month } from "./dates.ts";
import type { Effect, PostingLine } from "./effects.ts";
import type { HousingAccount } from "./facts.ts";
import { type Fen, fen, formatYuan } from "./fen.ts";
import type { Citation, RuleCode } from "./findings.ts";
import { housingAccountRef } from "./housing-accounts.ts";
import { contactLetter } from "./housing-transfer-letter.ts";
import { moneyHasArrived, sheetMatchesMoney } from "./housing-transfer-rules.ts";
import type {
  AnsweredRequest,
  CaseRequest,
  ClockKey,
  Request,
  Situation,
  Stage,
} from "./service.ts";

/** A housing-fund account at a centre elsewhere, as last told by it. */
export interface HousingFundElsewhere {
  readonly centre: string;
  readonly accountNumber: string;
  readonly employer: string;
  readonly inGreaterSuzhou: boolean;
  readonly from: Month;
  readonly to: Month;
  /** Null while it can still be moved. */
  readonly transferredOn: Day | null;
}

/** Sheet and money that came from a centre elsewhere for a case. */
export interface HousingTransferIn {
  readonly applicationNumber: string;
  readonly centre: string;
  readonly accountNumber: string;
  readonly amountFen: Fen;
  /** Months paid there, by the sheet. */
  readonly months: number;
  readonly receivedOn: Day;
  /** Null until it is posted into the account here. */
  readonly postedOn: Day | null;
}

/** The account to be left, as the contact letter names it. */
export interface AccountLeft {
  readonly centre: string;
  readonly accountNumber: string;
  readonly employer: string;
}

/** What the stages of a transfer need to know; a service that has them may need more. */
export type TransferNeeds =
  | "participant"
  | "contributions"
  | "housingAccount"
  | "housingFundsElsewhere"
  | "housingTransfersIn";

/** What differs between the services that bring a housing fund in. */
export interface TransferIn<Input> {
  readonly left: (request: Request<TransferNeeds, Input>) => AccountLeft;
  readonly clocks: {
    readonly letter: ClockKey;
    readonly reply: ClockKey;
    readonly posting: ClockKey;
  };
  /** Codes of the rules on what the other centre sends. */
  readonly codes: { readonly match: RuleCode; readonly received: RuleCode };
  readonly source: Citation;
}

/** Contact letter, the other centre's sheet and money, review and posting, each with its clock. */
export function transferInStages<Input>(
  transfer: TransferIn<Input>,
): readonly Stage<TransferNeeds, Input>[] {
  return [
    {
      kind: "review",
      clock: transfer.clocks.letter,
      checklist: [
        "姓名、证件号码与转出账户相符",
        "园区住房公积金账户正常缴存",
        "最近几个月连续缴存",
        "转出地公积金中心和转出账号填写齐全",
      ],
      refusalReasons: ["转出账户资料不全或不符", "园区住房公积金账户状态不符", "缴存有中断"],
      effects: (asked) => letterEffects(asked, transfer),
    },
    {
      kind: "await",
      whom: "outside",
      party: "转出地公积金中心",
      task: "发送账户信息表并划转资金，或者说明不能转出的原因",
      clock: transfer.clocks.reply,
      fields: [
        { key: "sheet", label: "账户信息表金额", kind: "money", help: "按信息表填写，单位元。" },
        { key: "received", label: "到账金额", kind: "money", help: "按银行到账通知填写。" },
        { key: "receivedOn", label: "到账日期", kind: "day" },
        { key: "months", label: "缴存月数", kind: "count", help: "按信息表填写累计缴存月数。" },
      ],
      rules: {
        sheetMatchesMoney: sheetMatchesMoney(transfer.codes.match),
        moneyHasArrived: moneyHasArrived(transfer.codes.received, transfer.source),
      },
      mayDecline: true,
      effects: (answered) => receiptEffects(answered, transfer.left(answered)),
    },
    {
      kind: "review",
      clock: transfer.clocks.posting,
      checklist: [
        "账户信息表与申请人相符",
        "信息表金额与到账金额一致",
        "入账账户是申请人本人的账户",
      ],
      refusalReasons: ["信息表与申请人不符", "款项不是本人的住房公积金", "园区账户已不能入账"],
      moves: (asked) => awaitingPosting(asked)?.amountFen ?? fen(0),
      effects: postingEffects,
    },
  ];
}

/** What came in last and isn't posted: a person has one open transfer; refused ones stay behind. */
export const awaitingPosting = ({
  facts,
}: Pick<Situation<"housingTransfersIn">, "facts">): HousingTransferIn | null =>
  facts.housingTransfersIn.findLast(({ postedOn }) => postedOn === null) ?? null;

function letterEffects<Input>(
  asked: CaseRequest<TransferNeeds, Input>,
  { left, clocks }: TransferIn<Input>,
): readonly Effect[] {
  const account = left(asked);
  const { workingDays } = asked.policy.on(clocks.reply, asked.today);
  return [
    { kind: "document.issue", slot: "letter", paper: contactLetter(asked, account, workingDays) },
    {
      kind: "message.send",
      slot: "asked",
      template: "transfer-asked",
      values: { centre: account.centre },
    },
  ];
}

function receiptEffects<Input>(
  { answer }: AnsweredRequest<TransferNeeds, Input>,
  { centre, accountNumber }: AccountLeft,
): readonly Effect[] {
  const amountFen = moneyIn(answer, "received");
  return [
    {
      kind: "transfer.receive",
      centre,
      accountNumber,
      amountFen,
      months: countIn(answer, "months"),
      receivedOn: dayIn(answer, "receivedOn"),
    },
    {
      kind: "ledger.post",
      slot: "received",
      memo: "收到异地转入资金",
      lines: fromTo({ kind: "control", code: "bank" }, received, amountFen),
    },
    {
      kind: "message.send",
      slot: "received",
      template: "transfer-received",
      values: { centre, amount: formatYuan(amountFen) },
    },
  ];
}

const received = { kind: "control", code: "transfers-received" } as const;

function postingEffects<Input>(asked: CaseRequest<TransferNeeds, Input>): readonly Effect[] {
  const came = asked.facts.housingTransfersIn.find(
    ({ applicationNumber }) => applicationNumber === asked.applicationNumber,
  );
  const account = openHere(asked);
  if (!came || !account) throw new Error("posted though nothing has come, or to no account");
  return [
    {
      kind: "ledger.post",
      slot: "transfer",
      memo: "异地住房公积金转入",
      lines: fromTo(received, housingAccountRef(account.number), came.amountFen),
    },
    { kind: "transfer.credit", on: asked.today },
    {
      kind: "message.send",
      slot: "posted",
      template: "transfer-posted",
      values: {
        centre: came.centre,
        amount: formatYuan(came.amountFen),
        months: String(came.months),
      },
    },
  ];
}

/** The account that money can be posted to: there and paying. */
export function openHere({
  facts,
}: Pick<Situation<"housingAccount">, "facts">): HousingAccount | null {
  return facts.housingAccount?.status === "normal" ? facts.housingAccount : null;
}

const fromTo = (
  from: PostingLine["account"],
  to: PostingLine["account"],
  amountFen: Fen,
): readonly PostingLine[] => [
  { account: from, amountFen: fen(-amountFen) },
  { account: to, amountFen },
];
