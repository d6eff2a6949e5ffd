import type { AnswerOf, Operation } from "@hall/client/operation";
import { isPassing, ProblemError } from "@hall/client/problem";
import { QueryClient, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import { call, type Parts } from "./call.ts";
import { onActorLeaving } from "./session.ts";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) =>
        failures < 2 && error instanceof ProblemError && isPassing(error.problem),
      retryDelay: (failures) => 800 * 2 ** failures,
    },
  },
});

// What one person read is nothing for the next one at the same browser.
onActorLeaving(() => queryClient.clear());

/** Under which an answer is kept; by the name alone it can be asked for anew. */
export function keyOfAnswer(
  operation: Operation,
  parts: { params?: unknown; query?: unknown } = {},
) {
  return [operation.id, parts.params ?? null, parts.query ?? null] as const;
}

/** Reads an endpoint for a page; what was read before shows while it is read anew. */
export function useAnswer<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(
  operation: Operation<P, Q, B, A>,
  parts: Parts<P, Q, B>,
  options: {
    readonly enabled?: boolean;
    readonly refetchInterval?: number | false;
    readonly staleTime?: number;
  } = {},
): UseQueryResult<AnswerOf<A>> {
  return useQuery({
    queryKey: keyOfAnswer(operation, parts),
    queryFn: ({ signal }) => call(operation, { ...parts, signal }),
    ...options,
  });
}
