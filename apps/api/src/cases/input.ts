import type { Hall } from "../hall.ts";
import type { Actor } from "../http/actor.ts";
import type { Refusal } from "../http/refusal.ts";
import type { Part } from "../store/commit.ts";
import type { AnyApplication } from "./services.ts";

/** The domain's input, the numbers in it to look up, and what is written when it is filed. */
export interface Filed {
  readonly input: unknown;
  readonly lookups: readonly string[];
  readonly onFiled: (applicationNumber: string) => readonly Part[];
}

/** Brings what the wire's input names: the rows of a list; others are what was sent. */
export async function resolveInput(
  _hall: Hall,
  _service: AnyApplication,
  _actor: Actor,
  wireInput: unknown,
): Promise<Filed | Refusal> {
  return { input: wireInput, lookups: [], onFiled: () => [] };
}
