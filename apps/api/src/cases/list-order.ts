import type { BatchReference } from "@hall/contracts/service-contract";
import type { Hall } from "../hall.ts";
import { subjectOf } from "../http/actor.ts";
import { encode } from "../http/encode.ts";
import { idempotencyOf } from "../http/idempotency.ts";
import { type ListOrder, LONG_ROWS } from "../lists/long-lists.ts";
import { findBatch } from "../store/list-batches.ts";
import { type Filing, operations } from "./check-and-submit.ts";
import { type AnyApplication, applicationService } from "./services.ts";

/** Whether a request names a list that is too long to be judged among others' requests. */
export async function namesLongList(
  service: AnyApplication,
  { hall, actor, body }: Filing,
): Promise<boolean> {
  if (!service.list) return false;
  const { batchId } = (body as { input: BatchReference }).input; // parsed by the service's contract
  const batch = await findBatch(hall, service.code, subjectOf(actor), batchId);
  return batch !== null && batch.totalRows > LONG_ROWS;
}

/** Answers as the handler would have; what is thrown becomes a refusal here, where it is known. */
export async function answerListOrder(hall: Hall, order: ListOrder): Promise<unknown> {
  const { operation, actor, body, address, identity } = order;
  const service = applicationService(order.service);
  const idempotency = idempotencyOf(hall, identity);
  const filing: Filing = { hall, actor, body, address, idempotency };
  try {
    return encode(await idempotency.once(() => operations[operation](service, filing)));
  } catch (error) {
    const route = { path: `${order.service} ${operation}` };
    return hall.refusalOfError(error, { method: "POST", route });
  }
}
