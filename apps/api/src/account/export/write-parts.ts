import { day, formatDay, formatMonth, monthOf } from "@hall/domain/dates";
import { fen, formatYuan } from "@hall/domain/fen";
import { instantText, wallClock } from "../../clock.ts";
import type { Hall } from "../../hall.ts";
import { type Column, type Section, sections, withheld } from "./sections.ts";

type Row = Readonly<Record<string, unknown>>;

export interface ExportHead {
  readonly name: string;
  readonly personalNumber: string;
  readonly at: Date;
}

/** The machine-readable part, section after section: no more than one is held at a time. */
export async function* jsonPart(
  hall: Hall,
  personId: string,
  { name, personalNumber, at }: ExportHead,
): AsyncGenerator<string> {
  const head = { exportedAt: instantText(at), personalNumber, name, withheld };
  yield `${JSON.stringify(head).slice(0, -1)},"sections":{`;
  for (const [index, section] of sections.entries()) {
    const rows = await rowsOf(hall, section, personId);
    yield `${index > 0 ? "," : ""}${JSON.stringify(section.name)}:`;
    yield JSON.stringify({ title: section.title, rows: rows.map((row) => jsonRow(section, row)) });
  }
  yield "}}\n";
}

const jsonRow = ({ columns }: Section, row: Row) =>
  Object.fromEntries(columns.map(({ key, kind }) => [key, jsonValue(kind, row[key] ?? null)]));

function jsonValue(kind: Column["kind"], value: unknown): unknown {
  if (value instanceof Date) {
    return kind === "instant" ? instantText(value) : value.toISOString().slice(0, 10);
  }
  if (typeof value === "bigint") return Number(value);
  return kind === "record" && typeof value === "string" ? JSON.parse(value) : value;
}

/** The part to read: one page that any browser or phone opens without a network. */
export async function* htmlPart(
  hall: Hall,
  personId: string,
  { name, personalNumber, at }: ExportHead,
): AsyncGenerator<string> {
  yield `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(name)}的全部资料</title><style>${style}</style></head><body>
<header><h1>中心保存的关于您的全部资料</h1>
<p>${escaped(name)}，个人编号 ${escaped(personalNumber)}，${clockText(at)}导出。</p>
<p class="warn">里面有完整的证件号码、手机号码和银行卡号，请妥善保管，不要发给别人。</p></header>
<nav><h2>目录</h2><ul>${sections.map(({ name: id, title }) => `<li><a href="#${id}">${title}</a></li>`).join("")}</ul></nav>`;
  for (const section of sections) {
    const rows = await rowsOf(hall, section, personId);
    yield sectionHtml(section, rows);
  }
  const kept = Object.values(withheld).map((why) => `<li>${why}。</li>`);
  yield `<section><h2>没有放进来的</h2><ul>${kept.join("")}</ul>
<p>办件的填写内容、逐条规则的结果和还款计划较长，在“机器可读.json”里；文书和提交的材料在各自的文件夹里。</p></section>
</body></html>\n`;
}

function sectionHtml({ name, title, columns }: Section, rows: readonly Row[]): string {
  const shown = columns.filter(({ isHidden }) => !isHidden);
  const head = shown.map((column) => `<th scope="col">${column.title}</th>`).join("");
  const body = rows
    .map((row) => `<tr>${shown.map((column) => cellHtml(column, row[column.key])).join("")}</tr>`)
    .join("\n");
  const table =
    rows.length === 0
      ? "<p>没有记录。</p>"
      : `<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
  return `<section id="${name}"><h2>${title}<small>${rows.length} 条</small></h2>${table}</section>\n`;
}

const cellHtml = (column: Column, value: unknown) =>
  `<td${column.kind === "fen" ? ' class="sum"' : ""}>${escaped(readable(column, value))}</td>`;

function readable({ kind, names }: Column, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) {
    if (kind === "instant") return clockText(value);
    const on = day(value.toISOString().slice(0, 10));
    return kind === "month" ? formatMonth(monthOf(on)) : formatDay(on);
  }
  if (kind === "fen") return formatYuan(fen(BigInt(String(value))));
  const code = String(value);
  return names?.[code] ?? code;
}

function clockText(at: Date): string {
  const clock = wallClock(at);
  return `${formatDay(clock.toPlainDate())} ${clock.toPlainTime().toString().slice(0, 5)}`;
}

async function rowsOf(
  { db, cipher }: Hall,
  { columns, rows }: Section,
  personId: string,
): Promise<readonly Row[]> {
  const found = await db.$queryRaw<Row[]>(rows(personId));
  const isSealed = ({ kind }: Column) => kind === "sealed" || kind === "record";
  const secret = columns.filter(isSealed).map(({ key }) => key);
  const opened = (key: string, value: unknown): unknown =>
    secret.includes(key) && value instanceof Uint8Array ? cipher.open(value) : value;
  return found.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, opened(key, value)])),
  );
}

const escaped = (words: string): string =>
  words.replaceAll(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

const style = `
body{font:16px/1.7 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;color:#1b2430;margin:0 auto;max-width:72rem;padding:1.5rem}
h1{font-size:1.75rem}h2{font-size:1.25rem;margin:2rem 0 .5rem}small{margin-left:.75rem;font-weight:400;color:#4b5768}
.warn{border:1px solid #c9a24a;background:#fdf6e3;padding:.5rem 1rem;border-radius:.25rem}
nav ul{columns:3 14rem;padding-left:1.2rem}a{color:#1a4b8c}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
th,td{border:1px solid #c7cfda;padding:.35rem .6rem;text-align:left;vertical-align:top}
th{background:#eef2f7;white-space:nowrap}.sum{text-align:right;white-space:nowrap}
tr{break-inside:avoid}@media print{.scroll{overflow:visible}body{max-width:none;padding:0}}`;
