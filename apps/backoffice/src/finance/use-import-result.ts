import { useAct } from "@hall/client/use-act";
import {
  type BankResultJson,
  getPaymentBatch,
  importBankResult,
  listBankResults,
  listPaymentBatches,
  listPayments,
} from "@hall/contracts/backoffice/payments";
import { useState } from "react";
import { call } from "../api/call.ts";
import { readAnew } from "../api/use-answer.ts";

/** Takes a bank's file in and reads anew what it changes. */
export function useImportResult() {
  const [result, setResult] = useState<BankResultJson | null>(null);
  const act = useAct(async (file: Blob) => {
    setResult(null);
    setResult(await call(importBankResult, { file }));
    await readAnew(getPaymentBatch, listBankResults, listPaymentBatches, listPayments);
  });
  return { ...act, result };
}
