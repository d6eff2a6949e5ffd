import type {
  ContributionDetail,
  ContributionRow,
  DocumentContent,
  FlexPlanChangeVoucher,
  PaperHeader,
  ParticipationCertificate,
  Receipt,
  SealedWithdrawalReport,
  SectionsPaper,
  StudentEnrolmentList,
} from "../content.ts";
import { newVerificationCode } from "../verification-code.ts";
import { verificationUrl } from "../verification-payload.ts";
import { makeVerificationKeys, signVerificationPayload } from "../verification-signing.ts";

/** Made-up papers of made-up people, for tests and for looking at. */
export const ORGANISATION = "苏州工业园区社会保险基金和公积金管理中心";

const PERSON = {
  name: "测喆堃〇",
  personalNumber: "P0000001",
  maskedIdentityNumber: "320599********5915",
};

const keys = makeVerificationKeys();

export function sampleHeader(title: string, number: string, validUntil?: string): PaperHeader {
  const code = newVerificationCode();
  const maskedName = "测*〇";
  const issuedOn = "2026-03-18";
  const until = validUntil ? { validUntil } : {};
  const payload = { kindName: title, number, maskedName, issuedOn, code, ...until };
  return {
    number,
    title,
    issuer: ORGANISATION,
    issuedOn,
    ...until,
    verificationCode: code,
    verificationUrl: verificationUrl(
      "https://hall.example.cn",
      code,
      signVerificationPayload(payload, keys),
    ),
    maskedName,
    seal: { organisation: ORGANISATION, purpose: "业务专用章", demo: true },
    demo: true,
  };
}

export const voucher: FlexPlanChangeVoucher = {
  kind: "flex-plan-change-voucher",
  header: sampleHeader("灵活就业人员参保业务办结凭证", "BJ20260318-583920-7"),
  person: PERSON,
  applicationNumber: "20260318-583920-7",
  acceptedAt: "2026-03-18T10:24:31+08:00",
  previous: { packageName: "养老+医疗", tierName: "第二档", baseFen: 550000, monthlyFen: 137500 },
  next: { packageName: "养老+医疗+住房", tierName: "第三档", baseFen: 620000, monthlyFen: 229400 },
  effectiveMonth: "2026-04",
  firstDebitOn: "2026-04-18",
  lines: [
    { insuranceName: "基本养老保险", baseFen: 620000, rate: "20%", amountFen: 124000 },
    { insuranceName: "基本医疗保险", baseFen: 620000, rate: "5%", amountFen: 31000 },
    { insuranceName: "住房公积金", baseFen: 620000, rate: "12%", amountFen: 74400 },
  ],
  supersedes: {
    number: "BJ20260310-104477-2",
    issuedOn: "2026-03-10",
    summary: "养老+医疗，第四档，自2026年4月起",
  },
  notes: [
    "每月应缴金额按生效月份的缴费基数和费率计算，于首次扣款日从绑定银行卡扣缴，请提前存足款项。",
    "缴费基数、费率和档次为演示参数，不代表实际缴费标准。",
  ],
};

export const certificate: ParticipationCertificate = {
  kind: "participation-certificate",
  header: sampleHeader("参保证明", "CB20260318-220418-5", "2026-06-18"),
  person: PERSON,
  unitName: "测试科技有限公司",
  asOf: "2026-03-18",
  insurances: [
    ["企业职工基本养老保险", 92],
    ["职工基本医疗保险", 92],
    ["失业保险", 90],
    ["工伤保险", 90],
    ["生育保险", 90],
    ["住房公积金", 86],
  ].map(([insuranceName, months]) => ({
    insuranceName: String(insuranceName),
    status: "正常参保",
    firstMonth: "2018-07",
    lastMonth: "2026-03",
    monthsCounted: Number(months),
  })),
  notes: [
    "本证明在有效期内可扫描左下方二维码或在网上服务大厅核验。",
    "本证明只反映出具时的参保情况，之后的变动以核验页面和最新证明为准。",
  ],
};

const INSURANCES = [
  ["基本养老保险", 8, 16],
  ["基本医疗保险", 2, 7],
  ["失业保险", 0.5, 0.5],
  ["工伤保险", 0, 0.4],
  ["生育保险", 0, 0.8],
  ["住房公积金", 8, 8],
] as const;

export function sampleRows(months: number): ContributionRow[] {
  return Array.from({ length: months }, (_, index) => {
    const year = 2026 - Math.floor(index / 12);
    const month = `${year}-${String(12 - (index % 12)).padStart(2, "0")}`;
    const baseFen = 487900 + index * 1000;
    return INSURANCES.map(([insuranceName, personal, unit]) => ({
      month,
      insuranceName,
      unitName: index % 30 < 15 ? "测试科技有限公司" : "苏州工业园区测试精密制造股份有限公司",
      baseFen,
      personalFen: Math.round((baseFen * personal) / 100),
      unitFen: Math.round((baseFen * unit) / 100),
    }));
  }).flat();
}

export function sampleDetail(months: number): ContributionDetail {
  return {
    kind: "contribution-detail",
    header: sampleHeader("参保缴费明细", "MX20260318-771034-9", "2026-06-18"),
    person: PERSON,
    fromMonth: "2025-04",
    toMonth: "2026-03",
    insuranceNames: INSURANCES.map(([name]) => name),
    rows: sampleRows(months),
    notes: ["汇总金额由本明细所列各行逐行相加得出；同一月份有多笔缴费的，缴费月数只计一个月。"],
  };
}

export const report: SealedWithdrawalReport = {
  kind: "sealed-withdrawal-report",
  header: sampleHeader("封存住房公积金账户提取业务凭证", "TQ20260325-640912-3"),
  person: PERSON,
  applicationNumber: "20260318-640912-3",
  acceptedAt: "2026-03-18T16:02:11+08:00",
  approvedOn: "2026-03-24",
  accountNumber: "GJJ00000012",
  sealedOn: "2025-07-20",
  reason: "账户封存满半年，未在本市重新就业，也未在园区外缴存住房公积金",
  balanceFen: 8_640_702,
  interestFen: 100_053,
  payee: {
    holder: PERSON.name,
    bankName: "苏州银行（市民卡账户）",
    maskedAccount: "6230 **** **** 1187",
  },
  notes: [
    "款项由财务部门划付至上述账户，到账时间以银行为准；退票的，款项退回公积金账户并另行通知。",
  ],
};

export const receipt: Receipt = {
  kind: "receipt",
  header: sampleHeader("受理回执", "HZ20260318-640912-3"),
  applicationNumber: "20260318-640912-3",
  serviceName: "封存住房公积金账户提取",
  applicantName: PERSON.name,
  submittedAt: "2026-03-18T16:02:11+08:00",
  dueOn: "2026-03-25",
  facts: [
    { label: "姓名", value: PERSON.name },
    { label: "手机号码", value: "139****0021" },
    { label: "提取方式", value: "封存满半年" },
    { label: "收款账户", value: "苏州银行 6230 **** **** 1187" },
    { label: "联系地址", value: "江苏省苏州市苏州工业园区测试路1号测试花园12幢1203室", wide: true },
  ],
  files: [
    {
      slotName: "身份证正面",
      fileName: "身份证正面📷.jpg",
      sizeBytes: 812_031,
      receivedSha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
      storedSha256: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
    },
    {
      slotName: "解除劳动关系证明",
      fileName: "termination-letter-2025-07-18-final-signed-version.pdf",
      sizeBytes: 2_180_554,
      receivedSha256: "fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13",
      storedSha256: null,
    },
  ],
  notes: [
    "办理结果以短信和网上服务大厅站内消息告知；办理进度可凭办件编号查询。",
    "校验值可用来核对文件是否一字不差：对同一文件计算 SHA-256，结果应与上表一致。",
  ],
};

export function sampleEnrolment(students: number): StudentEnrolmentList {
  return {
    kind: "student-enrolment-list",
    header: sampleHeader("居民医保参保学生登记汇总表", "XS20260318-300127-4"),
    schoolName: "测试小学",
    unitCode: "U0000004",
    agentName: "测办一",
    applicationNumber: "20260318-300127-4",
    savedAt: "2026-03-18T09:12:00+08:00",
    insuredYear: "2026",
    payBy: "2026-03-25",
    rows: Array.from({ length: students }, (_, index) => ({
      name: index === 3 ? "测买买提·阿卜杜拉" : `测学${"一二三四五六七八九十"[index % 10]}`,
      maskedIdentityNumber: "320599********9928",
      className: `${"一二三四五六"[index % 6]}年级（${(index % 4) + 1}）班`,
      amountFen: 41000,
    })),
    notes: ["缴费标准为演示参数。未在截止日前缴费的学生，学校可在网上服务大厅查到名单。"],
  };
}

export const letter: SectionsPaper = {
  kind: "sections",
  paperKind: "contact-letter",
  header: sampleHeader("基本养老保险关系转移接续联系函", "LX20260318-119080-6"),
  sections: [
    { type: "paragraphs", paragraphs: ["测试市社会保险事业管理中心："], indent: false },
    {
      type: "paragraphs",
      paragraphs: [
        "原在你处参保的测喆堃〇（证件号码：320599********5915），现已在我处就业参保，申请将在你处的基本养老保险关系和个人账户储存额转入我处。经审核，符合《城镇企业职工基本养老保险关系转移接续暂行办法》的规定，同意接收。请你处收到本函后，于十五个工作日内将“基本养老保险关系转移接续信息表”寄送我处，并将个人账户储存额划转至下列账户（USD 0.00 不适用）。",
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
  ],
  notes: [],
};

export const samples: Readonly<Record<string, DocumentContent>> = {
  "flex-plan-change-voucher": voucher,
  "participation-certificate": certificate,
  "contribution-detail": sampleDetail(12),
  "contribution-detail-long": sampleDetail(300),
  "sealed-withdrawal-report": report,
  receipt,
  "student-enrolment-list": sampleEnrolment(64),
  letter,
};
