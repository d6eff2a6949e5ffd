import { z } from "zod";
import type { FormStep } from "../fields.ts";

const input = z.strictObject({
  relation: z.string("请选择转出地机构").min(1, "请选择转出地机构").max(40, "请从列出的机构里选择"),
});

const steps: readonly FormStep[] = [
  {
    title: "核对信息",
    intro: "请核对缴费、离职和失业登记。记录不对的，请先到中心柜面更正。",
    fields: [],
  },
  {
    title: "选择转出地机构",
    intro:
      "带接收函到这里申请转出，再把转移凭证带回园区。转出地须把核定的年限和待遇总金额一并转入。园区户籍人员的待遇在苏州大市以外、当地规定须回户籍地统一领取的，请到中心柜面开具；在苏州大市以内失业的，统一在最后参保地申请失业金。",
    fields: [{ kind: "choice", name: "relation", label: "转出地机构", required: true }],
  },
];

export const unemploymentAcceptanceLetterContract = { kind: "application", input, steps } as const;
