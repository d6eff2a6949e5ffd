import type { Column } from "../../list.ts";
import { placesOutsideUrbanSuzhou } from "../../region-codes.ts";
import type { PostedColumn } from "./input.ts";

interface PostedColumnShape extends Column {
  readonly key: PostedColumn;
}

export const numberColumn: PostedColumnShape = {
  key: "identityNumber",
  label: "证件号码",
  required: true,
  // Its check character is wrong on purpose: an example that was half overwritten must not pass.
  example: "320599198507079918",
  help: "与参保登记的证件号码一致，单元格须为文本格式",
  width: 24,
  personal: "identity-number",
};

/** The columns of the template, in their order. */
export const postedColumns: readonly PostedColumnShape[] = [
  {
    key: "name",
    label: "姓名",
    required: true,
    example: "测例一",
    help: "与参保登记的姓名一致",
    width: 14,
    personal: "name",
  },
  numberColumn,
  {
    key: "region",
    label: "常驻地",
    required: true,
    example: "上海市",
    help: "从下拉列表里选择，须在苏州市区以外",
    choices: placesOutsideUrbanSuzhou.map(({ name }) => name),
    width: 22,
  },
  {
    key: "place",
    label: "详细地址",
    required: true,
    example: "浦东新区世纪大道 8 号",
    help: "常驻地的工作或居住地址",
    width: 30,
  },
  {
    key: "from",
    label: "开始日期",
    required: true,
    example: "2026-04-01",
    help: "按年-月-日填写，不早于申请当天",
    width: 14,
  },
];
