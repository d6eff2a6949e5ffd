import type { Effect } from "@hall/domain/effects";
import type { Part } from "../store/commit.ts";
import { accountClose } from "./account-close.ts";
import { benefitClear } from "./benefit-clear.ts";
import { benefitDemand } from "./benefit-demand.ts";
import { cardProduce } from "./card-produce.ts";
import { caseWithdraw } from "./case-withdraw.ts";
import { documentIssue } from "./document-issue.ts";
import { documentSupersede } from "./document-supersede.ts";
import { interestMark } from "./interest-mark.ts";
import { ledgerPosts } from "./ledger-post.ts";
import { messageSend } from "./message-send.ts";
import type { Occasion } from "./occasion.ts";
import { paymentOrder } from "./payment-order.ts";
import { peopleTell } from "./people-tell.ts";
import { planChange } from "./plan-change.ts";
import { remoteCareCancel } from "./remote-care-cancel.ts";
import { remoteCareRegister } from "./remote-care-register.ts";
import { slipRecord } from "./slip-record.ts";
import { studentsEnrol } from "./students-enrol.ts";
import { transferCredit } from "./transfer-credit.ts";
import { transferReceive } from "./transfer-receive.ts";

/** Effects as parts of one write, and the numbers of the papers among them by slot. */
export function writeEffects(
  effects: readonly Effect[],
  moment: Omit<Occasion, "documents">,
): { readonly parts: readonly Part[]; readonly documents: ReadonlyMap<string, string> } {
  const documents = new Map(
    effects
      .filter((effect) => effect.kind === "document.issue")
      .map((effect, index) => [effect.slot, documentNumber(moment, index + 1)]),
  );
  const occasion = { ...moment, documents };
  const identified = effects.map((effect, index) => ({
    effect,
    id: effectId(moment, effect, index),
  }));
  const postings = identified.flatMap(({ effect, id }) =>
    effect.kind === "ledger.post" ? [{ effect, id }] : [],
  );
  const parts = [
    ...ledgerPosts(postings, occasion),
    ...identified.flatMap(({ effect, id }) => writeEffect(effect, occasion, id)),
  ];
  return { parts, documents };
}

function writeEffect(effect: Effect, occasion: Occasion, id: string): readonly Part[] {
  switch (effect.kind) {
    case "plan.change":
      return planChange(effect, occasion, id);
    case "document.issue":
      return documentIssue(effect, occasion, id);
    case "document.supersede":
      return documentSupersede(effect, occasion, id);
    case "message.send":
      return messageSend(effect, occasion, id);
    case "people.tell":
      return peopleTell(effect, occasion, id);
    case "ledger.post":
      return []; // with all others of the moment, in their order
    case "payment.order":
      return paymentOrder(effect, occasion, id);
    case "interest.mark":
      return interestMark(effect, occasion, id);
    case "account.close":
      return accountClose(effect, occasion, id);
    case "benefit.demand":
      return benefitDemand(effect, occasion, id);
    case "benefit.clear":
      return benefitClear(effect, occasion, id);
    case "slip.record":
      return slipRecord(effect, occasion, id);
    case "transfer.receive":
      return transferReceive(effect, occasion, id);
    case "transfer.credit":
      return transferCredit(effect, occasion, id);
    case "card.produce":
      return cardProduce(effect, occasion, id);
    case "remote-care.register":
      return remoteCareRegister(effect, occasion, id);
    case "remote-care.cancel":
      return remoteCareCancel(effect, occasion, id);
    case "case.withdraw":
      return caseWithdraw(effect, occasion, id);
    case "students.enrol":
      return studentsEnrol(effect, occasion, id);
  }
}

type Moment = Omit<Occasion, "documents">;

/** 20260317123456789-11: the case, then stage and place of the paper in it. */
const documentNumber = ({ applicationNumber, stage, round }: Moment, place: number): string =>
  `${applicationNumber}-${stage + 1}${place}${round > 0 ? `R${round}` : ""}`;

const effectId = ({ applicationNumber, stage, round }: Moment, effect: Effect, index: number) =>
  `${applicationNumber}:${stage}:${round}:${"slot" in effect ? effect.slot : `${effect.kind}.${index}`}`;
