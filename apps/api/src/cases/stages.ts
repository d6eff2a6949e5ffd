import type { Answer } from "@hall/domain/answers";
import { type CaseState, isOpen } from "@hall/domain/case-states";
import type { Effect } from "@hall/domain/effects";
import type { FactName } from "@hall/domain/facts";
import type { CaseRequest, Payment, Stage } from "@hall/domain/service";
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

/** A request with what completed its stage: payments, or the answer of who was waited for. */
export interface Completed extends CaseRequest<FactName, unknown> {
  readonly answer?: Answer;
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
  const complete = (index: number) => {
    effects.push({ stage: index, effects: effectsOf(service, request, index) });
  };
  if (from >= 0) complete(from);
  let next = from + 1;
  for (; service.process[next]?.kind === "decide"; next += 1) complete(next);
  const upcoming = service.process[next];
  const rest = upcoming ? restingAt(upcoming, state) : ended;
  if (rest.step && rest.state !== state) steps.push({ ...system, ...rest.step, state: rest.state });
  const stage = upcoming ? next : next - 1;
  return { stage, state: rest.state, effects, steps, ended: !isOpen(rest.state) };
}

interface Rest {
  readonly state: CaseState;
  readonly step: Pick<Step, "event" | "note"> | null;
}

const ended: Rest = { state: "done", step: { event: "finish" } };

/** The state in which a case waits for its stage. */
function restingAt(stage: Stage<FactName, unknown>, before: CaseState): Rest {
  switch (stage.kind) {
    case "await": {
      const { whom, party, task } = stage;
      const note = `${party}：${task}`;
      return { state: `waiting-${whom}`, step: { event: `await-${whom}`, note } };
    }
    case "review":
      return {
        state: "submitted",
        step: before === "submitted" ? null : { event: "review-again" },
      };
    case "pay":
      return { state: "approved", step: before === "submitted" ? { event: "grant" } : null };
    case "decide":
      throw new Error("a stage that decides at once is never waited at");
  }
}

function effectsOf(service: AnyApplication, request: Completed, index: number): readonly Effect[] {
  const stage = service.process[index];
  if (!stage) throw new Error(`${service.code} has no stage ${index}`);
  if (stage.kind === "await") {
    const { answer } = request;
    if (!answer) throw new Error(`${service.code}: a stage that waited ends with its answer`);
    return stage.effects({ ...request, answer });
  }
  if (stage.kind !== "pay") return stage.effects(request);
  const [first, ...others] = request.payments ?? [];
  if (!first) throw new Error(`${service.code}: a payment stage ends with its payments`);
  return stage.effects({ ...request, payments: [first, ...others] });
}
