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
  return effects.reduce((before, effect): Facts => {
    switch (effect.kind) {
      case "document.issue":
        return {
          ...before,
          issuedPapers: [
            ...before.issuedPapers,
            { kind: effect.paper.kind, number: `${applicationNumber}-1`, issuedOn: on },
          ],
        };
      case "benefit.demand":
        return {
          ...before,
          benefitPlans: before.benefitPlans.map((plan) => ({
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
        return {
          ...before,
          housingTransfersIn: [
            ...before.housingTransfersIn,
            { ...came, applicationNumber, postedOn: null },
          ],
        };
      }
      default:
        return before;
    }
  }, facts);
}

const isAsked = (effect: EffectOf<"benefit.demand">, plan: string, { month }: BenefitMonth) =>
  effect.months.some((asked) => asked.plan === plan && isSameMonth(asked.month, month));
