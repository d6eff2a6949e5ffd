import type { AnswerOf, Operation } from "@hall/client/operation";
import { isPassing, ProblemError } from "@hall/client/problem";
import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useQuery,
} from "@tanstack/react-query";
import type { z } from "zod";
import { call, type Parts } from "./call.ts";
import { onActorLeaving } from "./session.ts";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Others work on the same queue: what is shown is never much older than this.
      staleTime: 5_000,
      retry: (failures, error) =>
        failures < 2 && error instanceof ProblemError && isPassing(error.problem),
      retryDelay: (failures) => 800 * 2 ** failures,
    },
  },
});

// What one person read is nothing for the next one at the same browser.
onActorLeaving(() => queryClient.clear());

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
    /** Keeps the last answer on the page while another filter is asked for. */
    readonly keeps?: boolean;
  } = {},
): UseQueryResult<AnswerOf<A>> {
  const { keeps = false, ...rest } = options;
  return useQuery({
    queryKey: [operation.id, parts.params ?? null, parts.query ?? null],
    queryFn: ({ signal }) => call(operation, { ...parts, signal }),
    ...(keeps ? { placeholderData: keepPreviousData } : {}),
    ...rest,
  });
}

/** After an act: what was read of these endpoints is read anew. */
export async function readAnew(...operations: readonly Pick<Operation, "id">[]): Promise<void> {
  await Promise.all(operations.map(({ id }) => queryClient.invalidateQueries({ queryKey: [id] })));
}
