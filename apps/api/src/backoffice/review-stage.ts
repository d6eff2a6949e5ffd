import type { FactName } from "@hall/domain/facts";
import type { Fen } from "@hall/domain/fen";
import type { Request, Stage } from "@hall/domain/service";
import type { AnyApplication } from "../cases/services.ts";

type AnyStage = Stage<FactName, unknown>;
export type ReviewStage = Extract<AnyStage, { kind: "review" }>;

/** The stage in which the case is, where that is a review. */
export function reviewStageOf(service: AnyApplication, stage: number): ReviewStage | null {
  const current = service.process[stage];
  return current?.kind === "review" ? current : null;
}

/** What an approval moves, and whether that takes a second person (REV-5). Null: it moves nothing. */
export function moneyMoved(
  stage: ReviewStage,
  request: Request<FactName, unknown>,
): { readonly fen: Fen; readonly needsSecond: boolean } | null {
  if (!stage.moves) return null;
  const moved = stage.moves(request);
  const limit = request.policy.on("review.secondApprovalFen", request.today);
  return { fen: moved, needsSecond: moved > BigInt(limit) };
}
