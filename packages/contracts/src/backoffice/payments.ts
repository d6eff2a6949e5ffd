import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { fenSchema, instantSchema, pageOf, pageQuery } from "../wire.ts";
import { movedCaseSchema } from "./review.ts";

export const orderIdSchema = z
  .string()
  .max(80)
  .regex(/^[\w.:-]+$/);
export const orderStateSchema = z.enum(["waiting", "sent", "paid", "returned"]);

export const paymentOrderSchema = z
  .object({
    id: z.string(),
    applicationNumber: z.string(),
    serviceName: z.string(),
    maskedPayee: z.string(),
    payee: z.enum(["citizen-card", "bound-card"]),
    bank: z.string(),
    maskedNumber: z.string(),
    amountFen: fenSchema,
    purpose: z.string(),
    state: orderStateSchema,
    attempt: z.int(),
    batchId: z.string().nullable(),
    createdAt: instantSchema,
    settledAt: instantSchema.nullable(),
    returnReason: z.string().nullable(),
    /** Why it can't be paid now, as a sentence; it waits until the reason is gone. */
    stopped: z.string().nullable(),
    /** Returned, no later order has taken its place, and the approval stands. */
    canReissue: z.boolean(),
    /** Who has asked to take the approval back; another one confirms it. */
    takeBack: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  })
  .meta({ id: "PaymentOrder" });
export type PaymentOrderJson = z.infer<typeof paymentOrderSchema>;

const tag = "后台：财务";

export const listPayments = endpoint({
  id: "backoffice.listPayments",
  method: "get",
  path: "/backoffice/payments",
  tag,
  summary: "付款指令：等待的先到先排，其余最近的在前；收款账户未核验的显示暂停原因",
  access: ["finance", "auditor"],
  query: pageQuery.extend({ state: orderStateSchema.default("waiting") }),
  answer: pageOf(paymentOrderSchema).extend({
    totals: z.array(z.object({ state: orderStateSchema, orders: z.int(), amountFen: fenSchema })),
  }),
});

export const reissuePayment = endpoint({
  id: "backoffice.reissuePayment",
  method: "post",
  path: "/backoffice/payments/{id}/reissue",
  tag,
  summary: "退回后重新付款：重新核对收款账户和余额，生成新的付款指令",
  access: ["finance"],
  params: z.object({ id: orderIdSchema }),
  answer: z.object({ id: z.string(), attempt: z.int(), amountFen: fenSchema }),
  idempotent: true,
});

export const takeBackApproval = endpoint({
  id: "backoffice.takeBackApproval",
  method: "post",
  path: "/backoffice/payments/{id}/take-back",
  tag,
  summary: "付款退回后已不符合条件的，撤销通过决定：一人提出、另一人确认，告知申请人",
  access: ["finance"],
  params: z.object({ id: orderIdSchema }),
  body: z.strictObject({
    words: z.string("请写明查明的情况").trim().min(4, "请写明查明的情况").max(500),
  }),
  answer: movedCaseSchema,
  idempotent: true,
});

export const batchStates = ["made", "released", "settled", "discarded"] as const;
const batchStateSchema = z.enum(batchStates);

export const paymentBatchSchema = z
  .object({
    id: z.string(),
    state: batchStateSchema,
    orders: z.int(),
    totalFen: fenSchema,
    /** SHA-256 over the lines of the bank file before its last, lower-case hex. */
    checksum: z.string(),
    madeBy: z.string(),
    madeAt: instantSchema,
    releasedBy: z.string().nullable(),
    releasedAt: instantSchema.nullable(),
  })
  .meta({ id: "PaymentBatch" });
export type PaymentBatchJson = z.infer<typeof paymentBatchSchema>;

/** An order that a batch leaves out, and why. */
export const leftOutSchema = z.object({ id: z.string(), reason: z.string() });
export type LeftOut = z.infer<typeof leftOutSchema>;

const batchParams = z.object({ id: z.string().regex(/^B\d{8}-\d{6}$/) });

export const listPaymentBatches = endpoint({
  id: "backoffice.listPaymentBatches",
  method: "get",
  path: "/backoffice/payment-batches",
  tag,
  summary: "付款批次，最近的在前",
  access: ["finance", "auditor"],
  query: pageQuery.extend({ state: batchStateSchema.optional() }),
  answer: pageOf(paymentBatchSchema),
});

export const getPaymentBatch = endpoint({
  id: "backoffice.getPaymentBatch",
  method: "get",
  path: "/backoffice/payment-batches/{id}",
  tag,
  summary: "一个付款批次和其中的付款指令",
  access: ["finance", "auditor"],
  params: batchParams,
  answer: paymentBatchSchema.extend({
    lines: z.array(paymentOrderSchema),
    /** Why whoever looks can't release it, as a sentence. */
    hindrance: z.string().nullable(),
  }),
});

export const makePaymentBatch = endpoint({
  id: "backoffice.makePaymentBatch",
  method: "post",
  path: "/backoffice/payment-batches",
  tag,
  summary: "制作付款批次：选定的，或全部等待付款的；不能付的留下并说明原因",
  access: ["finance"],
  body: z.strictObject({ orders: z.array(orderIdSchema).min(1).max(500).optional() }),
  answer: z.object({ batch: paymentBatchSchema, leftOut: z.array(leftOutSchema) }),
  status: 201,
  idempotent: true,
});

export const releasePaymentBatch = endpoint({
  id: "backoffice.releasePaymentBatch",
  method: "post",
  path: "/backoffice/payment-batches/{id}/release",
  tag,
  summary: "复核放行：须由制单人和审核人以外的另一位财务人员",
  access: ["finance"],
  params: batchParams,
  answer: paymentBatchSchema,
  idempotent: true,
});

export const discardPaymentBatch = endpoint({
  id: "backoffice.discardPaymentBatch",
  method: "post",
  path: "/backoffice/payment-batches/{id}/discard",
  tag,
  summary: "作废还没有放行的批次，付款指令回到等待",
  access: ["finance"],
  params: batchParams,
  answer: paymentBatchSchema,
  idempotent: true,
});

export const getBankFile = endpoint({
  id: "backoffice.getBankFile",
  method: "get",
  path: "/backoffice/payment-batches/{id}/file",
  tag,
  summary: "银行付款文件（csv，含笔数、总金额和校验码），放行后可取",
  access: ["finance"],
  params: batchParams,
  answerType: "text/csv",
});

export const getSampleResult = endpoint({
  id: "backoffice.getSampleResult",
  method: "get",
  path: "/backoffice/payment-batches/{id}/sample-result",
  tag,
  summary: "模拟银行的结果文件，供演示环境走完付款；正式环境不提供",
  access: ["finance"],
  params: batchParams,
  query: z.object({
    /** Orders that the bank sends back, separated by commas; the others are paid. */
    returned: z.string().max(4000).optional(),
  }),
  answerType: "text/csv",
});

export const bankLineSchema = z.object({
  line: z.int(),
  orderId: z.string(),
  outcome: z.enum([
    "paid",
    "returned",
    "already",
    "unknown",
    "other-batch",
    "duplicate",
    "amount",
    "conflict",
    "malformed",
    "date",
  ]),
  message: z.string(),
});
export type BankLine = z.infer<typeof bankLineSchema>;

export const bankResultSchema = z
  .object({
    id: z.uuid(),
    batchId: z.string(),
    receivedAt: instantSchema,
    /** The same file had come before; what is told is what happened then. */
    repeated: z.boolean(),
    paid: z.int(),
    returned: z.int(),
    lines: z.array(bankLineSchema),
  })
  .meta({ id: "BankResult" });
export type BankResultJson = z.infer<typeof bankResultSchema>;

export const importBankResult = endpoint({
  id: "backoffice.importBankResult",
  method: "post",
  path: "/backoffice/bank-results",
  tag,
  summary: "导入银行结果文件（csv）；重复导入不改变任何数据，逐行说明结果",
  access: ["finance"],
  bodyType: "text/csv",
  answer: bankResultSchema,
});

export const listBankResults = endpoint({
  id: "backoffice.listBankResults",
  method: "get",
  path: "/backoffice/bank-results",
  tag,
  summary: "已导入的银行结果文件，最近的在前",
  access: ["finance", "auditor"],
  query: z.object({ batch: z.string().max(40).optional() }),
  answer: z.object({ items: z.array(bankResultSchema.omit({ lines: true, repeated: true })) }),
});
