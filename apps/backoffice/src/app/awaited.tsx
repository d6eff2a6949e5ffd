import { isPassing, problemOf } from "@hall/client/problem";
import { Button } from "@hall/ui/button";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Skeleton, type SkeletonProps } from "@hall/ui/skeleton";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { words } from "./words.ts";

type AwaitedProps<Answer> = {
  readonly of: UseQueryResult<Answer>;
  readonly skeleton?: SkeletonProps;
  readonly children: (answer: Answer) => ReactNode;
};

/** Shows an answer when it is there; until then its shape, and on failure why and a way on. */
export function Awaited<Answer>({ of, skeleton, children }: AwaitedProps<Answer>) {
  if (of.data !== undefined) return children(of.data);
  if (of.isError) {
    const problem = problemOf(of.error);
    // What is refused for good is refused again; only what may pass is worth another try.
    const mayPass = isPassing(problem) || problem.status >= 500;
    return (
      <ProblemNotice
        problem={problem}
        actions={mayPass ? <Button onPress={() => of.refetch()}>{words.retry}</Button> : null}
      />
    );
  }
  return <Skeleton shape="card" {...skeleton} />;
}
