import { text } from "../../figures.ts";
import { fails, handbook, holds, house, moot, type Rule } from "../../findings.ts";
import { payoutAccountOf, payoutKinds, payoutNames, payoutWords } from "../../housing-accounts.ts";
import { regionName } from "../../region-codes.ts";
import type { SealedRequest } from "./input.ts";

const source = handbook("封存住房公积金账户提取");

export const declarationAccepted: Rule<SealedRequest> = {
  code: "SAW-3",
  words: "已经阅读并同意职工声明",
  citation: source,
  judge: ({ input }) =>
    input.declarationAccepted
      ? holds()
      : fails({
          message: "您还没有同意职工声明，同意后才能提交。",
          remedy: { text: "请阅读声明，没有问题的点“同意”；不同意的，请到中心柜面咨询。" },
          at: "/declarationAccepted",
        }),
};

export const householdAddressGiven: Rule<SealedRequest> = {
  code: "SAW-3",
  words: "户籍地址填写完整",
  citation: source,
  judge: ({ input }) => {
    if (regionName({ code: input.householdRegion, inPark: false }) === null) {
      return fails({
        message: "您选的户籍所在地不在行政区划里，请重新选择。",
        remedy: { text: "请从列出的地区里选择户口簿上的所在地。" },
        at: "/householdRegion",
      });
    }
    if (input.householdAddress.trim() !== "") return holds();
    return fails({
      message: "您还没有填写户籍地址。",
      remedy: { text: "请按户口簿填写到门牌号。" },
      at: "/householdAddress",
    });
  },
};

export const chosenPayoutAccountExists: Rule<SealedRequest> = {
  code: "SAW-3",
  words: "选择的收款账户已经在中心登记",
  citation: house("只付到本人在中心登记的账户"),
  judge: ({ facts: { payoutAccounts }, input }) => {
    const chosen = payoutAccountOf(payoutAccounts, input.payee);
    if (chosen) return holds(text("收款账户", payoutWords(input.payee, chosen), "actual"));
    const known = payoutKinds.filter((kind) => payoutAccountOf(payoutAccounts, kind) !== null);
    // Without any account the standing has refused already, and says what to do.
    if (known.length === 0) return moot();
    const names = known.map((kind) => payoutNames[kind]).join("、");
    return fails({
      message: `中心没有登记您的${payoutNames[input.payee]}，请改选${names}。`,
      figures: [
        text("您选的", payoutNames[input.payee], "actual"),
        text("已登记的", names, "required"),
      ],
      remedy: { text: `请改选${names}，或先到中心柜面登记。` },
      at: "/payee",
    });
  },
};
