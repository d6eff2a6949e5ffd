import type { BatchReference } from "@hall/contracts/service-contract";
import type { Hall } from "../hall.ts";
import { type Actor, subjectOf } from "../http/actor.ts";
import type { Refusal } from "../http/refusal.ts";
import { rowsOfBatch } from "../lists/batch-input.ts";
import { listServices } from "../lists/list-service.ts";
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
  hall: Hall,
  service: AnyApplication,
  actor: Actor,
  wireInput: unknown,
): Promise<Filed | Refusal> {
  const list = listServices.find((each) => each.service.code === service.code);
  if (list) {
    const { batchId } = wireInput as BatchReference; // parsed by the service's contract
    return rowsOfBatch(hall, list, subjectOf(actor), batchId);
  }
  return { input: wireInput, lookups: [], onFiled: () => [] };
}
