import { day, formatDay } from "@hall/domain/dates";
import { fen, formatYuan } from "@hall/domain/fen";
import { findService } from "../cases/services.ts";
import { readers } from "./detail-values.ts";

/** What a detail may tell, and what it is called where the log is read. */
export const detailNames = {
  after: "改后",
  attempt: "第几次",
  audience: "给谁看",
  batch: "付款批次",
  before: "改前",
  card: "收款卡",
  cases: "件数",
  channel: "渠道",
  claim: "条件",
  decision: "决定",
  declined: "对方未予办理",
  end: "到",
  file: "文件",
  files: "文件数",
  format: "格式",
  from: "从",
  heldRoles: "经办时的岗位",
  items: "项数",
  key: "参数",
  kind: "类别",
  lines: "行数",
  links: "链位数",
  listing: "名单",
  method: "方式",
  mobile: "手机号码",
  of: "第几人",
  ofAnother: "他人认领的",
  order: "付款指令",
  orders: "笔数",
  outcome: "结果",
  paid: "已付笔数",
  papers: "文书数",
  reason: "原因",
  result: "结果",
  returned: "退回笔数",
  roles: "岗位",
  rows: "行数",
  rule: "规则",
  service: "事项",
  shown: "显示条数",
  slot: "材料项",
  source: "来源",
  stage: "环节",
  stars: "星级",
  start: "从",
  step: "环节",
  to: "到",
  totalFen: "金额",
  view: "页面",
  what: "内容",
  workingDays: "工作日",
} as const;

export type DetailName = keyof typeof detailNames;

/** Codes that stand in details, as the house says them. */
const values: Readonly<Record<string, string>> = {
  true: "是",
  false: "否",
  null: "无",
  approve: "通过",
  refuse: "不通过",
  ask: "要求补正",
  first: "第一人",
  final: "最后一人",
  person: "个人",
  agent: "单位",
  staff: "工作人员",
  all: "所有人",
  unit: "单位",
  password: "密码",
  certificate: "数字证书",
  "password+totp": "密码和动态口令",
  unknown: "没有这个用户",
  totp: "动态口令不对",
  challenge: "证书校验不通过",
  "account-locked": "用户已停用",
  "signed-out": "退出",
  "ended-by-owner": "本人结束",
  "ended-by-counter": "柜面应本人要求结束",
  "password-changed": "修改密码",
  "roles-changed": "更改岗位",
  "credentials-issued": "重新发放登录信息",
  locked: "停用",
  reused: "凭据重复使用",
  idle: "长时间没有操作",
  counter: "窗口",
  statistics: "办件统计",
  maintenance: "维护",
  season: "非受理期",
  paid: "已付",
  returned: "退回",
  whole: "完整",
  broken: "有断裂",
  granted: "予以办理",
  refused: "不予办理",
  withdrawn: "本人撤回",
  "bank-payment-results": "银行付款结果",
  "tax-student-payments": "税务缴费反馈",
  "human-review": "人工复核",
  "remote-care-registration": "异地就医登记",
  "collective-rent": "集体租房提取",
};

/** Sums in yuan and days as they are said, else the word for a code. */
function plain(name: string, value: unknown): string {
  if (name.endsWith("Fen") && typeof value === "number") return `${formatYuan(fen(value))} 元`;
  const kept = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(kept)) return formatDay(day(kept));
  return values[kept] ?? kept;
}

/** A detail of the log for who reads it. What has no name any more is shown by what it was called. */
export function detailInWords(
  detail: Readonly<Record<string, unknown>>,
): readonly { readonly name: string; readonly text: string }[] {
  const names: Readonly<Record<string, string>> = detailNames;
  const service = typeof detail["service"] === "string" ? findService(detail["service"]) : null;
  return Object.entries(detail).map(([name, value]) => {
    const kept = String(value);
    const said = typeof value === "string" ? readers[name]?.(kept, service) : undefined;
    return { name: names[name] ?? name, text: said ?? plain(name, value) };
  });
}
