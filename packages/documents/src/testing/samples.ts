import { fen, formatYuan } from "@hall/domain/fen";
import { maskName } from "@hall/domain/masks";
import type { Paper, Section, TableSection } from "@hall/domain/paper";
import type { PaperContent, PaperHeader } from "../content.ts";
import { newVerificationCode } from "../verification-code.ts";
import { verificationUrl } from "../verification-payload.ts";
import { makeVerificationKeys, signVerificationPayload } from "../verification-signing.ts";
import { domainPapers } from "./domain-papers.ts";

/** Made-up papers of made-up people, for tests and for looking at. */
export const ORGANISATION = "苏州工业园区社会保险基金和公积金管理中心";

const NAME = "测喆堃〇";

const keys = makeVerificationKeys();

/** A paper as the centre issues it on 18 March 2026. */
export function issued(paper: Paper, number = "YB20260318-583920-7"): PaperContent {
  const { title, sections, notes, validUntil, holderName, sealPurpose = "业务专用章" } = paper;
  const code = newVerificationCode();
  const maskedName = maskName(holderName);
  const issuedOn = "2026-03-18";
  const until = validUntil ? { validUntil: validUntil.toString() } : {};
  const payload = { kindName: title, number, maskedName, issuedOn, code, ...until };
  const fragment = signVerificationPayload(payload, keys);
  const header: PaperHeader = {
    number,
    title,
    issuer: ORGANISATION,
    issuedOn,
    ...until,
    verificationCode: code,
    verificationUrl: verificationUrl("https://hall.example.cn", code, fragment),
    maskedName,
    seal: { organisation: ORGANISATION, purpose: sealPurpose, demo: true },
    demo: true,
  };
  return { header, sections, notes };
}

const paperOf = (title: string, sections: readonly Section[], notes: readonly string[] = []) =>
  issued({ kind: "sample", title, holderName: NAME, sections, notes });

export const letter = paperOf("基本养老保险关系转移接续联系函", [
  { type: "paragraphs", paragraphs: ["测试市社会保险事业管理中心："], indent: false },
  {
    type: "paragraphs",
    paragraphs: [
      `原在你处参保的${NAME}（证件号码：320599********5915），现已在我处就业参保，申请将在你处的基本养老保险关系和个人账户储存额转入我处。经审核，符合《城镇企业职工基本养老保险关系转移接续暂行办法》的规定，同意接收。请你处收到本函后，于十五个工作日内将“基本养老保险关系转移接续信息表”寄送我处，并将个人账户储存额划转至下列账户（USD 0.00 不适用）。`,
      "如有疑问，请与我处联系。",
    ],
  },
  {
    type: "facts",
    columns: 1,
    heading: "收款账户",
    facts: [
      { label: "户名", value: ORGANISATION },
      { label: "账号", value: "0000 0000 0000 0000（演示）" },
      { label: "备注", value: "" },
    ],
  },
  { type: "signatures", lines: ["经办人", "联系电话", "复核人", "日期"] },
]);

export const RECEIVED_SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

/** With long names, empty boxes and a text without any place to break. */
export const receipt = paperOf(
  "受理回执",
  [
    { type: "paragraphs", paragraphs: [`${NAME}：`], indent: false },
    {
      type: "paragraphs",
      paragraphs: [
        "你（单位）提交的“封存住房公积金账户提取”申请已收到，内容和材料如下，请核对并妥善保存本回执。",
      ],
    },
    {
      type: "facts",
      heading: "一、申报内容",
      facts: [
        { label: "姓名", value: "测买买提·阿卜杜热合曼·伊敏江·吐尔逊" },
        { label: "手机号码", value: "139****0021" },
        { label: "工作单位", value: "苏州工业园区测试精密制造（集团）股份有限公司独墅湖分公司" },
        { label: "备注", value: "" },
        {
          label: "联系地址",
          value: "江苏省苏州市苏州工业园区测试路1号测试花园12幢1203室",
          wide: true,
        },
      ],
    },
    {
      type: "table",
      heading: "二、收到的材料（共1件）",
      density: "dense",
      columns: [
        { title: "序号", weight: 24 },
        { title: "材料和文件", weight: 88, align: "left" },
        { title: "校验值（SHA-256）", weight: 341, align: "left" },
      ],
      rows: [["1", "解除劳动关系证明\n2025-07-18.pdf\n2.08 MB", `收到：${RECEIVED_SHA256}`]],
    },
    {
      type: "emphasis",
      text: "请在收到补正通知后的五个工作日内补齐材料；到期没有补齐的，按撤回申请处理。",
    },
  ],
  [
    "办理结果以短信和网上服务大厅站内消息告知；办理进度可凭办件编号查询。",
    "校验值可用来核对文件是否一字不差：对同一文件计算 SHA-256，结果应与上表一致。",
  ],
);

/** A table that ends a paper, so that notes and seal must stay with its last rows. */
export function sampleList(rows: number): PaperContent {
  const facts: Section = {
    type: "facts",
    heading: "一、登记情况",
    facts: [
      { label: "学校名称", value: "测试小学" },
      { label: "登记人数", value: `${rows}人` },
    ],
  };
  const table: TableSection = {
    type: "table",
    heading: "二、学生名单",
    columns: [
      { title: "序号", weight: 1 },
      { title: "姓名", weight: 3 },
      { title: "班级", weight: 3 },
      { title: "应缴金额（元）", weight: 3, align: "right" },
    ],
    rows: Array.from({ length: rows }, (_, index) => [
      String(index + 1),
      index === 3 ? "测买买提·阿卜杜拉" : `测学${"一二三四五六七八九十"[index % 10]}`,
      `${"一二三四五六"[index % 6]}年级（${(index % 4) + 1}）班`,
      formatYuan(fen(29_000)),
    ]),
    totals: [["", "合计", "", formatYuan(fen(29_000 * rows))]],
  };
  const notes = ["缴费标准为演示参数。", "学生符合参保条件的相关申请材料由单位留存备查。"];
  return paperOf("居民医保参保学生登记名单", [facts, table], notes);
}

const INSURANCES = [
  ["基本养老保险", 8, 16],
  ["基本医疗保险", 2, 7],
  ["失业保险", 1, 1],
  ["工伤保险", 0, 1],
  ["生育保险", 0, 1],
  ["住房公积金", 8, 8],
] as const;

/** Contributions month by month, six rows to a month, with merged cells. */
export function sampleDetail(months: number): PaperContent {
  const rows = Array.from({ length: months }, (_, index) => {
    const month = `${2026 - Math.floor(index / 12)}-${String(12 - (index % 12)).padStart(2, "0")}`;
    const unit = index % 30 < 15 ? "测试科技有限公司" : "苏州工业园区测试精密制造股份有限公司";
    const base = 487_900 + index * 1000;
    const share = (percent: number) => formatYuan(fen((base * percent) / 100));
    return INSURANCES.map(([insurance, own, employer]) => [
      month,
      insurance,
      unit,
      formatYuan(fen(base)),
      share(own),
      share(employer),
    ]);
  }).flat();
  const table: TableSection = {
    type: "table",
    heading: "逐月明细",
    density: "dense",
    columns: [
      { title: "缴费月份", weight: 2, merge: true },
      { title: "险种", weight: 2.6 },
      { title: "缴费单位", weight: 5.2 },
      { title: "缴费基数（元）", weight: 2.5, align: "right" },
      { title: "个人缴费（元）", weight: 2.5, align: "right" },
      { title: "单位缴费（元）", weight: 2.5, align: "right" },
    ],
    rows,
  };
  return paperOf("参保缴费明细", [table], ["同一月份有多笔缴费的，缴费月数只计一个月。"]);
}

export const samples: Readonly<Record<string, PaperContent>> = {
  ...Object.fromEntries(
    Object.entries(domainPapers()).map(([kind, paper]) => [kind, issued(paper)]),
  ),
  letter,
  receipt,
  "list-of-50": sampleList(50),
  "list-of-100": sampleList(100),
  "contribution-detail": sampleDetail(12),
  "contribution-detail-long": sampleDetail(300),
};
