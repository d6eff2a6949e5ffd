import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { PaperContent } from "@hall/documents/content";
import type { Section } from "@hall/domain/paper";
import { CENTRE } from "../../src/seed/authority.ts";
import { openThreadLine } from "../../src/thread-line.ts";
import type { PressOrder } from "../../src/threads/press-paper.ts";
import type { Ground } from "../ground.ts";
import { type Line, median, ms } from "../table.ts";

const WARM = 60;
const TIMES = 40;
const ROWS = 1_800;
const LONGEST_MS = 120_000;

/** Papers as the worker makes them, by the CPU that they take. */
export async function paperLines(ground: Ground): Promise<readonly Line[]> {
  const page = await pageOf(ground);
  const press = openPress(ground);
  for (let n = 0; n < WARM; n += 1) await press.ask(page);
  const took: number[] = [];
  for (let n = 0; n < TIMES; n += 1) took.push(await cpuOf(() => press.ask(page)));
  const long = longOf(page);
  await press.ask(long);
  const longTook = await cpuOf(() => press.ask(long));
  await press.close();
  return [
    {
      what: "a page, signed",
      measured: `${ms(median(took))} of CPU`,
      ratio: median(took),
      target: { atMost: 40 },
    },
    {
      what: `${ROWS.toLocaleString("en")} rows, signed`,
      measured: `${ms(longTook)} of CPU`,
      ratio: longTook,
      target: { atMost: 2_000 },
    },
  ];
}

/** The built thread of the worker, whose CPU is this process's. */
function openPress({ hall }: Ground) {
  const program = new URL("../../dist/press-paper.js", import.meta.url);
  const open = () =>
    new Worker(program, {
      workerData: { authority: readFileSync(hall.config.secrets.authorityFile, "utf8") },
      env: { ...process.env, NODE_ENV: "production" },
    });
  return openThreadLine<PressOrder, Uint8Array>(open, LONGEST_MS);
}

async function cpuOf(act: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The newest voucher, as the worker finds it. */
async function pageOf({ query }: Ground): Promise<PaperContent> {
  const { rows } = await query(
    "SELECT * FROM document WHERE kind = 'flex-plan-change-voucher' ORDER BY created_at DESC LIMIT 1",
  );
  const [row] = rows;
  const { sections, notes } = row.content as {
    sections: readonly Section[];
    notes: readonly string[];
  };
  return {
    sections,
    notes,
    header: {
      number: row.number,
      title: row.title,
      issuer: CENTRE,
      issuedOn: "2026-03-17",
      verificationCode: row.verification_code,
      verificationUrl: `http://127.0.0.1/verify/${row.verification_code}`,
      maskedName: row.masked_holder,
      seal: { organisation: CENTRE, purpose: "业务专用章", demo: true },
      demo: true,
    },
  };
}

function longOf(page: PaperContent): PaperContent {
  const columns = ["月份", "险种", "基数（元）", "个人（元）", "单位（元）"].map((title) => ({
    title,
    weight: 1,
  }));
  const rows = Array.from({ length: ROWS }, (_, n) => [
    `${2000 + Math.floor(n / 72)}年${(n % 12) + 1}月`,
    ...["养老保险", "5,200.00", "416.00", "832.00"],
  ]);
  return { ...page, sections: [{ type: "table", heading: "缴费明细", columns, rows }] };
}
