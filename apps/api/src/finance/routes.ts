import { dailyStatement, listLedger } from "@hall/contracts/backoffice/ledger";
import {
  discardPaymentBatch,
  getBankFile,
  getPaymentBatch,
  getSampleResult,
  importBankResult,
  listBankResults,
  listPaymentBatches,
  listPayments,
  makePaymentBatch,
  reissuePayment,
  releasePaymentBatch,
  takeBackApproval,
} from "@hall/contracts/backoffice/payments";
import { type Route, route } from "../http/route.ts";
import { importResult, listResults } from "./bank-results.ts";
import { listBatches, oneBatch } from "./batch-list.ts";
import { statement } from "./daily-statement.ts";
import { bankFileOf, sampleResultOf } from "./files.ts";
import { ledger } from "./ledger.ts";
import { makeBatch } from "./make-batch.ts";
import { listOrders } from "./orders.ts";
import { reissue } from "./reissue.ts";
import { discardBatch, releaseBatch } from "./release.ts";
import { takeBack } from "./take-back.ts";

export const financeRoutes: readonly Route[] = [
  route(listPayments, listOrders),
  route(reissuePayment, reissue),
  route(takeBackApproval, takeBack),
  route(listPaymentBatches, listBatches),
  route(getPaymentBatch, oneBatch),
  route(makePaymentBatch, makeBatch),
  route(releasePaymentBatch, releaseBatch),
  route(discardPaymentBatch, discardBatch),
  route(getBankFile, bankFileOf),
  route(getSampleResult, sampleResultOf),
  route(importBankResult, importResult),
  route(listBankResults, listResults),
  route(listLedger, ledger),
  route(dailyStatement, statement),
];
