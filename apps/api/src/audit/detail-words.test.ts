import { namedRulesOf } from "@hall/domain/rules-of";
import { staffRoleNames, staffRoles } from "@hall/domain/staff-roles";
import { describe, expect, it } from "vitest";
import { registry } from "../cases/services.ts";
import { detailInWords } from "./detail-words.ts";

const text = (detail: Readonly<Record<string, unknown>>) =>
  detailInWords(detail).map(({ name, text: said }) => `${name}：${said}`);

describe("a detail of the log, for who reads it (AUD-1)", () => {
  it.each([
    [
      {
        service: "remote-care-unit-registration",
        rule: "RCU-2",
        claim: "signedInByCertificate",
      },
      ["事项：异地就医登记备案（单位申请）", "规则：RCU-2", "条件：用单位代码、数字证书和密码登录"],
    ],
    [
      { service: "card-photo", slot: "photo", view: "x" },
      ["事项：市民卡制卡照片采集", "材料项：制卡照片", "页面：x"],
    ],
    [
      { service: "housing-loan-query", view: "repayment-plan" },
      ["事项：住房公积金贷款信息查询", "页面：还款计划"],
    ],
    [{ outcome: "wrong" }, ["结果：判断有误，记录已更正"]],
    [{ step: "材料审核", outcome: null }, ["环节：材料审核", "结果：无"]],
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

/** A name of the code in what an auditor reads. */
const CODE = /[a-z]{3,}/;

describe("names within services, for who reads the log (AUD-1)", () => {
  const said = (detail: Readonly<Record<string, string>>) => detailInWords(detail).at(-1)?.text;

  it.each(registry)("%s: claims, papers and pages are said in words", (code, service) => {
    for (const [claim] of namedRulesOf(service)) {
      expect(said({ service: code, claim })).not.toBe(claim);
    }
    const slots = service.kind === "application" ? (service.evidence ?? []) : [];
    for (const { slot } of slots) expect(said({ service: code, slot })).not.toMatch(CODE);
    for (const view of Object.keys(service.views ?? {})) {
      expect(said({ service: code, view })).not.toMatch(CODE);
    }
  });

  it("roles are called the same here as where they are given", () => {
    expect(said({ roles: staffRoles.join(" ") })).toBe(
      staffRoles.map((role) => staffRoleNames[role]).join("、"),
    );
  });
});
