import { load } from "../load/load.ts";
import type { Measured, Plan } from "../load/plan.ts";
import type { Program } from "../programs.ts";

/** How long it is measured, and how often by turns. */
export interface Effort {
  readonly seconds: number;
  readonly warmSeconds: number;
  readonly rounds: number;
}

export interface MeasuredProgram extends Measured {
  /** Milliseconds of CPU for one answer, in the program that gave it; null where unknown. */
  readonly cpuMs: number | null;
}

/** Loads a program, and sees what CPU it took for it. */
export async function loadProgram(
  program: Program,
  plan: Omit<Plan, "port">,
): Promise<MeasuredProgram> {
  let before = null as number | null;
  const warm = () => {
    before = program.cpuSeconds();
  };
  const measured = await load({ ...plan, port: program.port }, { warm });
  const after = program.cpuSeconds();
  const all = measured.answers;
  if (before === null || after === null || all === 0) return { ...measured, cpuMs: null };
  return { ...measured, cpuMs: ((after - before) * 1000) / all };
}
