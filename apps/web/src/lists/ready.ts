import type { BatchJson } from "@hall/contracts/lists";
import { keyOfAnswer, queryClient } from "../api/use-answer.ts";
import { listEndpointsOf } from "./endpoints.ts";
import { words } from "./words.ts";

/** Why a list can't be filed yet, by what the page last read of it; undefined when it can. */
export function faultOfBatch(service: string, id: string): string | undefined {
  const key = keyOfAnswer(listEndpointsOf(service).batch, { params: { id } });
  const batch = queryClient.getQueryData<BatchJson>(key);
  if (!batch || batch.state === "reading" || batch.state === "checking")
    return words.fault.checking;
  if (batch.state === "unreadable") return words.fault.unreadable;
  if (batch.state === "filed") return words.fault.filed;
  if (batch.faultRows > 0) return words.fault.rows(batch.faultRows);
  return batch.ok ? undefined : words.fault.whole;
}

/** Whether what was chosen for the list is still what it was checked with. */
export function isOfOptions(batch: BatchJson, options: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(options).every(
    ([name, value]) => !(name in batch.options) || String(batch.options[name]) === String(value),
  );
}
