import { describe, expect, it } from "vitest";
import { detailInWords } from "./detail-words.ts";

const text = (detail: Readonly<Record<string, unknown>>) =>
  detailInWords(detail).map(({ name, text: said }) => `${name}：${said}`);

describe("a detail of the log, for who reads it (AUD-1)", () => {
  it.each([
    [{ service: "card-photo", view: "x" }, ["事项：市民卡制卡照片采集", "页面：x"]],
    [
      { before: "reviewer finance", after: "reviewer" },
      ["改前：审核人员、财务人员", "改后：审核人员"],
    ],
    [{ key: "clock.human-review" }, ["参数：人工复核的答复时限（工作日）"]],
    [
      { key: "review.secondApprovalFen", from: "2026-04-01" },
      ["参数：须第二人复核的金额", "从：2026年4月1日"],
    ],
    [{ orders: 2, totalFen: 1234567 }, ["笔数：2", "金额：12,345.67 元"]],
    [{ shown: 3, channel: "human-review" }, ["显示条数：3", "渠道：人工复核"]],
    [{ mobile: true, card: "bound-card" }, ["手机号码：是", "收款卡：绑定银行卡"]],
    [
      { decision: "refuse", of: "final", declined: false },
      ["决定：不通过", "第几人：最后一人", "对方未予办理：否"],
    ],
  ])("%o", (detail, said) => expect(text(detail)).toEqual(said));
});
