import type { FindingJson, QuoteJson } from "@hall/contracts/findings";
import type { CaseState } from "@hall/domain/case-states";
import { z } from "zod";
import { instantText } from "../clock.ts";
import { receiptOf } from "../files/file-row.ts";
import { heldUntilOf } from "../finance/payout-hold.ts";
import type { Hall } from "../hall.ts";
import type { CaseView } from "./present.ts";

const missingItems = z.array(z.object({ item: z.string(), words: z.string() }));

/** What a case's view and its staff's screen are made of; null where there is none. */
export async function readCase(hall: Hall, number: string) {
  const { db } = hall;
  const [row, steps, documents, evidence, payments, decisions, rating, followUp] =
    await Promise.all([
      db.application.findUnique({ where: { number } }),
      db.caseStep.findMany({ where: { applicationNumber: number }, orderBy: { no: "asc" } }),
      db.document.findMany({
        where: { applicationNumber: number },
        select: { number: true, title: true, issuedOn: true, sha256: true },
        orderBy: { number: "asc" },
      }),
      db.evidenceFile.findMany({
        where: { applicationNumber: number },
        orderBy: [{ attachedAt: "asc" }, { createdAt: "asc" }, { id: "asc" }],
      }),
      db.paymentOrder.findMany({
        where: { applicationNumber: number },
        orderBy: { createdAt: "asc" },
      }),
      db.decision.findMany({ where: { applicationNumber: number }, orderBy: { at: "desc" } }),
      db.rating.findUnique({ where: { applicationNumber: number } }),
      db.ratingFollowUp.findUnique({ where: { applicationNumber: number } }),
    ]);
  if (!row) return null;
  const isPaying = payments.some(({ state: of }) => of === "waiting");
  const held = isPaying ? await heldUntilOf(hall, [row.subjectId]) : null;
  const until = held?.get(row.subjectId);
  const heldUntil = until ? instantText(until) : null;
  const asked = decisions.find(({ kind }) => kind === "ask");
  const refused = decisions.find(({ kind }) => kind === "refuse" || kind === "take-back");
  const declined = steps.findLast(({ event }) => event === "decline");
  const state = row.state as CaseState;
  const view: CaseView = {
    ...row,
    state,
    findings: row.findings as FindingJson[],
    quote: row.quote as QuoteJson | null,
    steps,
    documents,
    evidence: evidence.map((file) => receiptOf(hall, file)),
    payments: payments.map((order) => ({
      purpose: order.purpose,
      amountFen: Number(order.amountFen),
      bank: order.bank,
      maskedNumber: order.maskedNumber,
      state: order.state as "waiting",
      returnReason: order.returnReason,
      heldUntil: order.state === "waiting" ? heldUntil : null,
    })),
    missing: state === "more-needed" ? missingItems.parse(asked?.missing ?? []) : [],
    refusal: state === "refused" ? refusalOf(refused, declined) : null,
    rating: rating && { ...rating, followUp },
  };
  return { row, view, decisions };
}

/** By the centre's reviewer, or by who was waited for. */
function refusalOf(
  refused: { readonly reasons: string[]; readonly words: string } | undefined,
  declined: { readonly actorLabel: string; readonly note: string | null } | undefined,
): CaseView["refusal"] {
  if (refused) return { reasons: refused.reasons, words: refused.words };
  if (!declined) return null;
  return { reasons: [`${declined.actorLabel}未予办理`], words: declined.note ?? "" };
}
