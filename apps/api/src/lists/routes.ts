import type { FindingJson } from "@hall/contracts/findings";
import { type ListEndpoints, listEndpointsOf } from "@hall/contracts/lists";
import { writeAudit } from "../audit/audit.ts";
import { judgeStanding } from "../cases/situation.ts";
import type { Hall } from "../hall.ts";
import { type Actor, signInOf } from "../http/actor.ts";
import { encode } from "../http/encode.ts";
import { isRefusal, type Refusal, refuse } from "../http/refusal.ts";
import { type Call, type Route, route } from "../http/route.ts";
import { allRows, type Batch, findBatch, rowsAfter } from "../store/list-batches.ts";
import { columnsOf, type ListService, listServices, situationFor } from "./list-service.ts";
import { openListThread } from "./list-thread.ts";
import { mend } from "./mend.ts";
import { countRemoved, presentBatch, summaryOf } from "./present-batch.ts";
import { receiveUpload } from "./receive-upload.ts";
import { listSlots } from "./slots.ts";
import { type NewList, refuseTooMany, takeFile, takeRows } from "./take-in.ts";
import type { ThreadWork } from "./thread-messages.ts";

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What every service with a list answers under its own address. */
export const listRoutes: readonly Route[] = listServices.flatMap((of) => {
  const endpoints = listEndpointsOf(of.service, of.contract);
  return [...takingIn(of, endpoints), ...looking(of, endpoints), ...mending(of, endpoints)];
});

function takingIn(of: ListService, endpoints: ListEndpoints): readonly Route[] {
  return [
    route(endpoints.columns, async ({ hall, actor }) => {
      const read = await mayUse(hall, of, actor);
      if (isRefusal(read)) return read;
      return { items: columnsOf(of, read.situation), maxRows: of.list.maxRows };
    }),
    route(endpoints.template, async ({ hall, actor }) => {
      const read = await mayUse(hall, of, actor);
      if (isRefusal(read)) return read;
      const sheet = sheetOf(of, columnsOf(of, read.situation));
      return workbook("template", { sheet }, `${of.list.templateName}.xlsx`);
    }),
    route(endpoints.upload, async (call) => {
      const upload = await receiveUpload(call.request);
      if (isRefusal(upload)) return upload;
      const list = await newList(of, call, upload.fields);
      return isRefusal(list) ? list : accepted(list, await takeFile(list, upload));
    }),
    route(endpoints.type, async (call) => {
      const { options, rows } = call.body;
      const list = await newList(of, call, options);
      return isRefusal(list) ? list : accepted(list, await takeRows(list, rows));
    }),
  ];
}

function looking(of: ListService, endpoints: ListEndpoints): readonly Route[] {
  return [
    route(endpoints.batches, async ({ hall, actor, query: { limit, cursor } }) => {
      const rows = await hall.db.listBatch.findMany({
        where: { service: of.service.code, unitId: unitOf(actor) },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit + 1,
        ...(cursor && UUID.test(cursor) ? { cursor: { id: cursor }, skip: 1 } : {}),
      });
      const page = rows.slice(0, limit);
      const removed = await Promise.all(page.map(({ id }) => countRemoved(hall, id)));
      return {
        items: page.map((batch, index) => summaryOf(batch, removed[index] ?? 0)),
        nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
      };
    }),
    route(endpoints.batch, async ({ hall, actor, params }) => {
      const batch = await ownBatch(hall, of, actor, params.id);
      return isRefusal(batch) ? batch : presentBatch(hall, of, batch);
    }),
    route(endpoints.rows, async ({ hall, actor, params, query: { only, limit, cursor } }) => {
      const batch = await ownBatch(hall, of, actor, params.id);
      if (isRefusal(batch)) return batch;
      const after = Number(cursor ?? "0");
      const rows = await rowsAfter(hall, batch.id, after, limit + 1, only === "faults");
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return { items: page, nextCursor: last && rows.length > limit ? String(last.line) : null };
    }),
    route(endpoints.report, async ({ hall, actor, params, query, address }) => {
      const batch = await ownBatch(hall, of, actor, params.id);
      if (isRefusal(batch)) return batch;
      const read = await situationFor(hall, of, batch.unitId);
      if (!read) return refuse("not-found");
      if (batch.state === "checking") return refuse("conflict", "名单还在核对，请等核对完再下载。");
      const rows = await allRows(hall, batch.id, query.only === "faults");
      const sheet = sheetOf(of, columnsOf(of, read.situation));
      const detail = { service: of.service.code, rows: rows.length };
      const event = { actor, subjectId: batch.unitId, reference: batch.id, detail, address };
      await writeAudit(hall, { ...event, action: "list.export" });
      const live = rows.filter(({ removed }) => !removed);
      return workbook("report", { sheet, rows: live }, `${of.service.name}名单核对结果.xlsx`);
    }),
  ];
}

function mending(of: ListService, endpoints: ListEndpoints): readonly Route[] {
  return [
    route(endpoints.mend, async ({ hall, actor, params, body }) => {
      const batch = await ownBatch(hall, of, actor, params.id);
      if (isRefusal(batch)) return batch;
      if (batch.version !== body.version) return refuse("stale-version");
      const rows = await mend(hall, of, batch, body.rows);
      if (isRefusal(rows)) return rows;
      const mended = await ownBatch(hall, of, actor, params.id);
      if (isRefusal(mended)) return mended;
      return { batch: await presentBatch(hall, of, mended), rows };
    }),
    route(endpoints.remove, async ({ hall, actor, params }) => {
      const batch = await ownBatch(hall, of, actor, params.id);
      if (isRefusal(batch)) return batch;
      const { count } = await hall.db.listBatch.deleteMany({
        where: { id: batch.id, state: { not: "filed" } },
      });
      if (count === 0) return refuse("conflict", "这份名单已经提交，不能删除。");
      return undefined;
    }),
  ];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const sheetOf = ({ list }: ListService, columns: ReturnType<typeof columnsOf>) => ({
  title: list.templateName,
  columns,
  maxRows: list.maxRows,
});

/** Lists belong to units; the endpoints let agents in alone. */
function unitOf(actor: Actor): string {
  if (actor.kind !== "agent") throw new Error("a list was asked for by nobody's agent");
  return actor.unitId;
}

async function ownBatch(
  hall: Hall,
  of: ListService,
  actor: Actor,
  id: string,
): Promise<Batch | Refusal> {
  return (await findBatch(hall, of.service.code, unitOf(actor), id)) ?? refuse("not-found");
}

/** The unit's situation, or why it may not use the service. */
async function mayUse(hall: Hall, of: ListService, actor: Actor) {
  const read = await situationFor(hall, of, unitOf(actor), { signIn: signInOf(actor) });
  if (!read) return refuse("not-found");
  const { outcome, findings } = judgeStanding(of.service, read);
  if (outcome === "open") return read;
  return refuse("rule-refuses", undefined, { findings: encode(findings) as FindingJson[] });
}

type AnyCall = Pick<Call<unknown, unknown, unknown>, "hall" | "actor">;

async function newList(
  of: ListService,
  { hall, actor }: AnyCall,
  chosen: unknown,
): Promise<NewList | Refusal> {
  const read = await mayUse(hall, of, actor);
  if (isRefusal(read)) return read;
  const options = of.contract.options.safeParse(chosen);
  if (!options.success) {
    const errors = options.error.issues.map(({ path, message }) => ({
      path: `/${path.map(String).join("/")}`,
      message,
    }));
    return refuse("malformed", undefined, { errors });
  }
  const list = { hall, of, read, unitId: unitOf(actor), agentId: actor.id, options: options.data };
  return (await refuseTooMany(list)) ?? list;
}

async function accepted({ hall, of }: NewList, taken: Batch | Refusal) {
  if (isRefusal(taken)) return taken;
  const body = await presentBatch(hall, of, taken);
  return { reply: "accepted", retryAfterSeconds: 1, body } as const;
}

async function workbook<W extends "template" | "report">(
  work: W,
  ask: ThreadWork[W]["ask"],
  fileName: string,
) {
  const giveBack = await listSlots.take();
  if (!giveBack) return refuse("too-many", "正在制作的表格较多，请过一会儿再下载。");
  const thread = openListThread();
  try {
    return {
      reply: "bytes",
      type: WORKBOOK,
      bytes: await thread.ask(work, ask),
      fileName,
    } as const;
  } finally {
    await thread.close();
    giveBack();
  }
}
