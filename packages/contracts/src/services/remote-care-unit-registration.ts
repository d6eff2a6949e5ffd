import { z } from "zod";
import type { FormStep } from "../fields.ts";

const input = z.strictObject({ batchId: z.uuid("请先上传或填写名册") });

/** Nothing is chosen for the whole roster: each row says where and from when. */
const options = z.strictObject({});

const steps: readonly FormStep[] = [
  {
    title: "常驻异地工作人员名册",
    intro: "名册就是申请材料，请用模板填写。每个人都须由本单位参保。",
    fields: [
      {
        kind: "list",
        name: "batchId",
        label: "名册",
        help: "有问题的格子会标红，可以在页面上直接改好，改完立即重新核对。",
        required: true,
      },
    ],
  },
];

export const remoteCareUnitRegistrationContract = {
  kind: "application",
  input,
  options,
  steps,
} as const;
