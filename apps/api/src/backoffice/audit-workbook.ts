import { auditActionNames } from "@hall/contracts/backoffice/audit-actions";
import type { exportAudit } from "@hall/contracts/backoffice/insight";
import type { z } from "zod";
import { writeAudit } from "../audit/audit.ts";
import type { Hall } from "../hall.ts";
import type { Call } from "../http/route.ts";
import { exportInTurn } from "../lists/export-in-turn.ts";
import { makeSlots } from "../lists/slots.ts";
import { type StreamedSheet, streamWorkbook, WORKBOOK_TYPE } from "../lists/stream-workbook.ts";
import type { Prisma } from "../store/database.ts";
import { presentEvents, whereOf } from "./audit-search.ts";

type Query = z.output<NonNullable<typeof exportAudit.query>>;

const ROWS_AT_A_TIME = 1000;
/** What a year of a person, a case or a member of staff never comes to. */
const MOST_ROWS = 100_000;

/** Exports under way at once, and waiting. */
const exportSlots = makeSlots(1, 4);

/** What a search finds, the newest first, as a workbook to take along; logged before its first byte. */
export const auditWorkbook = ({ hall, actor, query, address }: Call<undefined, Query, undefined>) =>
  exportInTurn(exportSlots, async () => {
    const where = await whereOf(hall, query);
    const until = hall.clock.now().toPlainDate();
    const lines = where ? await hall.db.auditEvent.count({ where, take: MOST_ROWS }) : 0;
    await writeAudit(hall, { actor, action: "audit.export", detail: { lines }, address });
    return {
      type: WORKBOOK_TYPE,
      fileName: `审计记录${until}.xlsx`,
      write: (out) => streamWorkbook([sheetOf(hall, where)], out),
    };
  });

const sheetOf = (hall: Hall, where: Prisma.AuditEventWhereInput | null): StreamedSheet => ({
  title: "审计记录",
  heads: [
    { title: "时间", width: 22 },
    { title: "操作", width: 22 },
    { title: "操作人", width: 22 },
    { title: "对象", width: 24 },
    { title: "编号", width: 40 },
    { title: "详情", width: 60 },
    { title: "网络地址", width: 18 },
    { title: "链位", width: 12 },
  ],
  lines: () => linesOf(hall, where),
});

async function* linesOf(hall: Hall, where: Prisma.AuditEventWhereInput | null) {
  let before: bigint | null = null;
  for (let read = 0; where !== null && read < MOST_ROWS; read += ROWS_AT_A_TIME) {
    const rows: Awaited<ReturnType<typeof hall.db.auditEvent.findMany>> =
      await hall.db.auditEvent.findMany({
        where: { AND: [where, before === null ? {} : { id: { lt: before } }] },
        orderBy: { id: "desc" },
        take: ROWS_AT_A_TIME,
      });
    for (const event of await presentEvents(hall, rows)) yield lineOf(event);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_A_TIME) return;
    before = last.id;
  }
}

type Shown = Awaited<ReturnType<typeof presentEvents>>[number];

function lineOf(event: Shown): readonly string[] {
  const names: Readonly<Record<string, string>> = auditActionNames;
  return [
    event.at,
    names[event.action] ?? event.action,
    event.actor ?? "",
    event.subject ?? "",
    event.reference ?? "",
    event.details.map(({ name, text }) => `${name}：${text}`).join("；"),
    event.address ?? "",
    event.position ?? "",
  ];
}
