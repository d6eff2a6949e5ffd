import type { BenefitMonth } from "../benefits.ts";
import { type Day, isSameMonth } from "../dates.ts";
import type { Effect, EffectOf } from "../effects.ts";
import type { FactName, FactTypes } from "../facts.ts";

type Facts = Pick<FactTypes, FactName>;

/**
 * The facts as later stages of the same case read them: what earlier stages brought about, as far
 * as a later one looks at it.
 */
export function factsAfter(
  effects: readonly Effect[],
  facts: Facts,
  on: Day,
  applicationNumber: string,
): Facts {
  let after = facts;
  for (const effect of effects) after = factsAfterOne(effect, after, on, applicationNumber);
  return after;
}

function factsAfterOne(effect: Effect, facts: Facts, on: Day, applicationNumber: string): Facts {
  switch (effect.kind) {
    case "document.issue": {
      const paper = {
        kind: effect.paper.kind,
        number: `${applicationNumber}-11`,
        issuedOn: on,
      };
      return { ...facts, issuedPapers: [...facts.issuedPapers, paper] };
    }
    case "benefit.demand":
      return {
        ...facts,
        benefitPlans: facts.benefitPlans.map((plan) => ({
          ...plan,
          months: plan.months.map((month) =>
            isAsked(effect, plan.number, month)
              ? { ...month, demandedBy: applicationNumber }
              : month,
          ),
        })),
      };
    case "transfer.receive": {
      const { kind: _kind, ...came } = effect;
      const received = { ...came, applicationNumber, postedOn: null };
      return { ...facts, housingTransfersIn: [...facts.housingTransfersIn, received] };
    }
    default:
      return facts;
  }
}

const isAsked = (effect: EffectOf<"benefit.demand">, plan: string, { month }: BenefitMonth) =>
  effect.months.some((asked) => asked.plan === plan && isSameMonth(asked.month, month));
