import type { AnswerOf, Operation } from "@hall/client/operation";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { z } from "zod";
import { call, type Parts } from "./call.ts";
import { keyOfAnswer } from "./use-answer.ts";

interface Paged {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

/**
 * Reads a list by cursor that grows downwards: what was read stays, and more comes below it. The
 * cursor is set here; `parts` holds the rest of the query.
 */
export function useMore<P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>(
  operation: Operation<P, Q, z.ZodUndefined, A>,
  parts: Parts<P, Q, z.ZodUndefined>,
) {
  const read = useInfiniteQuery({
    queryKey: [...keyOfAnswer(operation, parts), "more"],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = Object.assign({}, parts.query, pageParam ? { cursor: pageParam } : {});
      const asked = { ...parts, query, signal } as Parts<P, Q, z.ZodUndefined>;
      return (await call(operation, asked)) as AnswerOf<A> & Paged;
    },
    getNextPageParam: (last: Paged) => last.nextCursor,
  });
  const items = read.data?.pages.flatMap((page) => page.items as readonly ItemOf<AnswerOf<A>>[]);
  return { ...read, items };
}

type ItemOf<Answer> = Answer extends { items: readonly (infer Item)[] } ? Item : never;
