import { Skeleton, type SkeletonProps } from "@hall/ui/skeleton";
import type { ReactNode } from "react";
import { guideOf } from "../api/family.ts";
import { useAnswer } from "../api/use-answer.ts";
import { ViewRefused } from "../app/view-refused.tsx";

type ViewAnswerProps<Shown> = {
  readonly service: string;
  readonly answer: {
    readonly data: Shown | undefined;
    readonly isError: boolean;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly skeleton: SkeletonProps;
  readonly children: (shown: Shown) => ReactNode;
};

/** What a query answers; a refusal as cards, whose ways on come from the service's guide. */
export function ViewAnswer<Shown>({ service, answer, skeleton, children }: ViewAnswerProps<Shown>) {
  const { data, isError, error, refetch } = answer;
  const guide = useAnswer(guideOf(service), {}, { enabled: isError, staleTime: 60_000 });
  if (isError) {
    return <ViewRefused error={error} guide={guide.data} onRetry={() => void refetch()} />;
  }
  return data === undefined ? <Skeleton {...skeleton} /> : children(data);
}
