import type { FactName } from "@hall/domain/facts";
import type { Stage } from "@hall/domain/service";
import { applicationService } from "../cases/services.ts";

export type AwaitStage = Extract<Stage<FactName, unknown>, { kind: "await" }>;

interface StagedCase {
  readonly service: string;
  readonly stage: number;
  readonly state: string;
}

/** The stage that a case waits in; null where it doesn't wait. */
export function awaitedStage(row: StagedCase): AwaitStage | null {
  const stage = applicationService(row.service).process[row.stage];
  return stage?.kind === "await" && row.state === `waiting-${stage.whom}` ? stage : null;
}
