import type { Problem } from "@hall/contracts/problem";
import { useState } from "react";
import { problemOf } from "./problem.ts";

/** An act on the server with what it is doing now and what it last refused. */
export function useAct<Args extends readonly unknown[]>(
  act: (...args: Args) => Promise<void>,
): {
  readonly run: (...args: Args) => Promise<void>;
  readonly isPending: boolean;
  readonly problem: Problem | null;
  readonly clear: () => void;
} {
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async (...args: Args) => {
    setPending(true);
    setProblem(null);
    try {
      await act(...args);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setPending(false);
    }
  };
  return { run, isPending, problem, clear: () => setProblem(null) };
}
