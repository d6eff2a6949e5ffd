import { describe, expect, it } from "vitest";
import { situationOf } from "../../examples/run.ts";
import { standing } from "../../judge.ts";
import { examples } from "./examples.ts";
import { quote } from "./quote.ts";
import { sealedAccountWithdrawal } from "./service.ts";

const row = (title: string) => {
  const found = examples.find((example) => example.title === title);
  if (found === undefined) throw new Error(`no such row: ${title}`);
  return { ...situationOf(found), input: found.input };
};

describe("the first possible day", () => {
  it.each([
    ["封存才5个月", "2026-04-18"],
    ["差一天封存满半年", "2026-03-19"],
    ["明天到法定退休年龄", "2026-03-18"],
    ["8月31日封存，2月28日满半年：前一天还不行", "2026-02-28"],
  ])("%s: from %s", (title, firstDay) => {
    const { outcome, findings } = standing(sealedAccountWithdrawal, row(title));
    expect(outcome).toBe("later");
    const finding = findings.find(({ claim }) => claim === "sealedHalfAYear");
    expect(String(finding?.firstDay)).toBe(firstDay);
  });

  it("isn't promised to who is refused for good reasons as well", () => {
    const { outcome } = standing(
      sealedAccountWithdrawal,
      row("封存5个月又在太仓就业：两个原因一次说清"),
    );
    expect(outcome).toBe("refused");
  });
});

describe("what would be paid today", () => {
  it("names balance, every line of interest with its working, and the sum", () => {
    const { lines, total } = quote(row("已到法定退休年龄，封存才1个月"));
    expect(lines.map(({ amountFen }) => Number(amountFen))).toEqual([
      4_382_321, 2_253, 4_788, 4_920, 4_890, 5_185, 5_146, 5_450, 11_166,
    ]);
    expect(lines[8]?.working).toBe("43,823.21 元 × 1.5% × 62 天 ÷ 365");
    expect(total?.amountFen).toBe(4_426_119n);
  });

  it("warns where the payment will have to wait", () => {
    const { figures } = quote(row("市民卡银行账户没有通过核验：办件照办，付款等核验"));
    expect(figures.map(({ label }) => label)).toContain("付款提醒");
  });

  it("is nothing where there is no account", () => {
    expect(quote(row("没有住房公积金账户"))).toMatchObject({ lines: [], total: null });
  });
});

describe("the paper", () => {
  it("bears the sum in figures and in capital characters", () => {
    const asked = {
      ...row("封存8个月，余额连同261天利息付到市民卡，到账之日销户"),
      applicationNumber: "1",
    };
    const [review] = sealedAccountWithdrawal.process;
    const issued = review?.kind === "review" ? review.effects(asked) : [];
    const paper = issued.find((effect) => effect.kind === "document.issue");
    const written = JSON.stringify(paper);
    expect(written).toContain("￥36,935.17");
    expect(written).toContain("人民币叁万陆仟玖佰叁拾伍元壹角柒分");
    expect(written).not.toContain("341299197604129934");
  });
});
