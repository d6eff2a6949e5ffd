import { formatDay, isBefore } from "../../dates.ts";
import { dayFigure, text } from "../../figures.ts";
import { handbook, house } from "../../findings.ts";
import type { CellFault, RowRule } from "../../list.ts";
import { registrationText, remoteCareKindNames, standingBeside } from "../../remote-care.ts";
import {
  fieldsAreComplete,
  identityFault,
  keyOccursOnce,
  readIdentity,
  readWrittenDay,
} from "../../row-rules.ts";
import { numberColumn, postedColumns } from "./columns.ts";
import {
  cellOf,
  knownOf,
  type PostedColumn,
  type PostedInput,
  type PostedNeeds,
  regionCodeOf,
} from "./input.ts";

type PostedRule = RowRule<PostedNeeds, PostedInput>;

export const source = handbook("异地就医登记备案（单位申请）");
const checked = house("名册提交前逐格核对");

const at = (column: PostedColumn, fault: Omit<CellFault, "column">): readonly CellFault[] => [
  { column, ...fault },
];

const identityNumberIsValid: PostedRule = {
  code: "RCU-4",
  words: "证件号码真实有效",
  citation: checked,
  judge: ({ row, request: { today } }) => {
    const written = cellOf(row, "identityNumber");
    const fault = written === "" ? null : identityFault(written, today, "职工的证件");
    return fault ? at("identityNumber", fault) : [];
  },
};

const insuredThroughThisUnit: PostedRule = {
  code: "RCU-4",
  words: "名册里的每个人现在都由本单位参保",
  citation: source,
  judge: ({ row, request }) => {
    if (!readIdentity(row, "identityNumber", request.today)) return [];
    if (knownOf(row, request)?.unitCode === request.facts.unit.code) return [];
    // Where else somebody is insured isn't this unit's business.
    return at("identityNumber", {
      message: "该人员现在没有由本单位参保，不能由本单位登记。",
      figures: [text("办理条件", `由${request.facts.unit.name}参保`, "required")],
      remedy: { text: "号码填错的请更正；已经离职的请删去这一行；刚入职的，参保登记后再办。" },
    });
  },
};

const nameIsTheirs: PostedRule = {
  code: "RCU-4",
  words: "姓名与参保登记的一致",
  citation: checked,
  judge: ({ row, request }) => {
    const known = knownOf(row, request);
    const written = cellOf(row, "name");
    if (written === "" || known?.unitCode !== request.facts.unit.code) return [];
    if (written === known.name) return [];
    return at("name", {
      message: "姓名与这个证件号码的参保登记不一致。",
      remedy: { text: "请核对是不是填错了行；姓名变更过的，请先到中心柜面更正登记。" },
    });
  },
};

const destinationIsListed: PostedRule = {
  code: "RCU-4",
  words: "常驻地从列表里选择，在苏州市区以外",
  citation: checked,
  judge: ({ row }) => {
    const written = cellOf(row, "region");
    if (written === "" || regionCodeOf(written)) return [];
    return at("region", {
      message: `“${written}”不在常驻地的列表里。`,
      remedy: { text: "请从下拉列表里选择；在苏州市区工作的不用登记，请删去这一行。" },
    });
  },
};

const startsOnFilingOrLater: PostedRule = {
  code: "RCP-7",
  words: "开始日期是有效的日期，不早于申请当天",
  citation: house("登记以前的费用按原来的规定结算"),
  boundary: "申请当天",
  judge: ({ row, request: { filing } }) => {
    const written = cellOf(row, "from");
    if (written === "") return [];
    const from = readWrittenDay(written);
    if (from === null) {
      return at("from", {
        message: "开始日期不是有效的日期。",
        remedy: { text: "请按年-月-日填写，如2026-04-01。" },
      });
    }
    if (!isBefore(from, filing.on)) return [];
    return at("from", {
      message: `开始日期${formatDay(from)}早于申请当天，登记不能追溯。`,
      figures: [
        dayFigure("最早", filing.on, "required"),
        dayFigure("填写的开始日期", from, "actual"),
      ],
      remedy: { text: "请改为申请当天或者以后。" },
    });
  },
};

const noneStandsBeside: PostedRule = {
  code: "RCP-5",
  words: "该人员没有有效的长期登记",
  citation: house("同一类登记同时只有一个有效，异地转诊可以和长期登记并存"),
  judge: ({ row, request }) => {
    const known = knownOf(row, request);
    if (known?.unitCode !== request.facts.unit.code) return [];
    const beside = standingBeside(known.remoteCare, "posted-worker", request.today);
    if (beside === null) return [];
    const isOurs = beside.kind === "posted-worker";
    return at("identityNumber", {
      message: `该人员已有有效的登记（${remoteCareKindNames[beside.kind]}），不能再登记一个。`,
      // What somebody registered by themselves is theirs to tell.
      figures: isOurs ? [text("有效的登记", registrationText(beside), "actual")] : [],
      remedy: { text: "请本人先在网上撤销原来的登记；不用换地方的，请删去这一行。" },
    });
  },
};

/** What is looked for in every row. A rule is silent where another has said it already. */
export const rowRules = {
  fieldsAreComplete: fieldsAreComplete(
    { code: "RCU-4", words: "每个人的各项信息都已填写", citation: checked },
    postedColumns,
  ),
  identityNumberIsValid,
  numberOccursOnce: keyOccursOnce(
    { code: "RCU-4", words: "同一证件号码在名册里只出现一次", citation: checked },
    numberColumn,
  ),
  insuredThroughThisUnit,
  nameIsTheirs,
  destinationIsListed,
  startsOnFilingOrLater,
  noneStandsBeside,
} as const satisfies Readonly<Record<string, PostedRule>>;
