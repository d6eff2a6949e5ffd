import type { AuditAction } from "../audit/audit.ts";
import { rolesNamed } from "../audit/detail-values.ts";

/** The roles that were held when it was done; events from before they were logged have none. */
export function roleWords(held: string | null): string {
  return rolesNamed(held ?? "") || "工作人员";
}

/** What staff do with somebody's record, as that person reads it. */
const words: Partial<Readonly<Record<AuditAction, string>>> = {
  "case.look": "查看了办件和办理时核对的情况",
  "case.claim": "认领了办件，开始审核",
  "case.release": "把办件放回待审",
  "case.decide": "作出了审核决定",
  "case.advance": "登记了办理结果",
  "counter.register": "在窗口登记了承诺件",
  "counter.advance": "办理了承诺件",
  "counter.finish": "办结了承诺件",
  "person.look": "查看了个人信息",
  "person.export": "导出了个人信息",
  "document.look": "查看了文书",
  "document.revoke": "作废了文书",
  "evidence.look": "查看了提交的材料",
  "ledger.look": "查看了公积金账户的账目",
  "payment.export": "把收款账户和姓名交给银行付款",
  "payment.import": "登记了银行的付款结果",
  "payment.reissue": "重新办理了付款",
  "message.look": "查看了发给您的消息",
  "message.resend": "重新发送了消息",
  "human-review.look": "查看了您请人工复核的事",
  "human-review.answer": "复核并答复了您",
  "contact.change": "在窗口变更了您的手机或收款账户",
  "rating.look": "查看了您的评价",
  "rating.follow-up": "回访并答复了您的评价",
};

/** In words; an action that has none yet is told without them rather than not at all. */
export const lookWords = (action: string): string =>
  Object.entries(words).find(([key]) => key === action)?.[1] ?? "处理了您的记录";
