import { type CaseState, isOpen } from "@hall/domain/case-states";
import type { Effect } from "@hall/domain/effects";
import type { FactName } from "@hall/domain/facts";
import type { CaseRequest, Payment } from "@hall/domain/service";
import type { Step } from "./case-parts.ts";
import type { AnyApplication } from "./services.ts";

/** Where a case comes to rest after stages have been completed, and what that brought about. */
export interface Progress {
  readonly stage: number;
  readonly state: CaseState;
  readonly effects: readonly { readonly stage: number; readonly effects: readonly Effect[] }[];
  readonly steps: readonly Step[];
  readonly ended: boolean;
}

const system = { actorKind: "system", actorId: null, actorLabel: "系统" } as const;

/** A request with the payments that completed its stage, where one did. */
export interface Completed extends CaseRequest<FactName, unknown> {
  readonly payments?: readonly Payment[];
}

/**
 * Completes `from` and every stage after it that needs nobody. A new case begins with -1: nothing
 * is completed yet. `state` is the state that completing `from` has led to.
 */
export function advance(
  service: AnyApplication,
  request: Completed,
  from: number,
  state: CaseState,
): Progress {
  const effects: { stage: number; effects: readonly Effect[] }[] = [];
  const steps: Step[] = [];
  let stage = from;
  let now = state;
  const complete = (index: number) => {
    effects.push({ stage: index, effects: effectsOf(service, request, index) });
  };
  if (from >= 0) complete(from);
  for (let next = from + 1; ; next += 1) {
    const upcoming = service.process[next];
    if (!upcoming) {
      now = "done";
      steps.push({ ...system, event: "finish", state: "done" });
      break;
    }
    stage = next;
    if (upcoming.kind !== "decide") break;
    complete(next);
    if (service.process[next + 1]) {
      now = "approved";
      steps.push({ ...system, event: "grant", state: "approved" });
    }
  }
  return { stage: Math.max(stage, 0), state: now, effects, steps, ended: !isOpen(now) };
}

function effectsOf(service: AnyApplication, request: Completed, index: number): readonly Effect[] {
  const stage = service.process[index];
  if (!stage) throw new Error(`${service.code} has no stage ${index}`);
  if (stage.kind !== "pay") return stage.effects(request);
  const [first, ...others] = request.payments ?? [];
  if (!first) throw new Error(`${service.code}: a payment stage ends with its payments`);
  return stage.effects({ ...request, payments: [first, ...others] });
}
