import { Temporal } from "temporal-polyfill";
import { readAnswer } from "../answers.ts";
import type { Day } from "../dates.ts";
import type { Effect, EffectOf } from "../effects.ts";
import type { FactName } from "../facts.ts";
import { type Finding, judgeAll } from "../findings.ts";
import { type RefusedRow, withoutRows } from "../list.ts";
import type { ApplicationService, Payment, Request } from "../service.ts";
import { factsAfter } from "./after-effects.ts";
import type { Example } from "./example.ts";

export interface Walked {
  readonly effects: readonly Effect[];
  /** What doesn't hold about an answer or a withdrawal; the walk ends there. */
  readonly refusing: readonly Finding[];
}

const NUMBER = "20260317000000019";

/**
 * A case to its end on the day on which it was filed: reviews approve, whoever is waited for
 * gives the row's next answer, the bank pays; each stage reads what the ones before brought about.
 * Where the row says so the person withdraws instead of waiting. Throws where the row's answers aren't those that
 * the stages ask for.
 */
export function walk(
  service: ApplicationService<string, FactName, unknown>,
  row: Example<unknown>,
  request: Request<FactName, unknown>,
): Walked {
  const effects: Effect[] = [];
  const answers = [...(row.answers ?? [])];
  let refusedRows: readonly RefusedRow[] = [];
  for (const stage of service.process) {
    const facts = factsAfter(effects, request.facts, request.today, NUMBER);
    if (stage.kind === "review" && stage.rowRefusalReasons) refusedRows = row.refusedRows ?? [];
    const input = withoutRows(request.input, refusedRows);
    const decided = { ...request, input, facts, refusedRows, applicationNumber: NUMBER };
    if (stage.kind === "await" && row.withdrawnAt) {
      const today = Temporal.PlainDateTime.from(row.withdrawnAt).toPlainDate();
      const waiting = { since: request.today, today, policy: request.policy };
      const judged = judgeAll(stage.withdrawal ?? {}, waiting);
      return { effects, refusing: judged.filter((f) => f.outcome !== "holds") };
    }
    if (stage.kind === "await") {
      const read = readAnswer(stage.fields, answers.shift() ?? {});
      if (!("answer" in read)) throw new Error(`${row.title}: ${JSON.stringify(read.faults)}`);
      const answered = { ...decided, answer: read.answer };
      const refusing = judgeAll(stage.rules, answered).filter((f) => f.outcome !== "holds");
      if (refusing.length > 0) return { effects, refusing };
      effects.push(...stage.effects(answered));
    } else if (stage.kind === "pay") {
      effects.push(...stage.effects({ ...decided, payments: paidNow(effects, decided.today) }));
    } else effects.push(...stage.effects(decided));
  }
  if (answers.length > 0) throw new Error(`${row.title}: answers that no stage waits for`);
  return { effects, refusing: [] };
}

function paidNow(effects: readonly Effect[], today: Day): readonly [Payment, ...Payment[]] {
  const orders = effects.filter((effect) => effect.kind === "payment.order");
  const [first, ...others] = orders.map((order) => payment(order, today));
  if (first === undefined) throw new Error("nothing was ordered to be paid");
  return [first, ...others];
}

function payment(order: EffectOf<"payment.order">, paidOn: Day): Payment {
  const { slot, payee, amountFen } = order;
  return { slot, payee, amountFen, bank: "苏州银行", maskedNumber: "6228 **** **** 0014", paidOn };
}
