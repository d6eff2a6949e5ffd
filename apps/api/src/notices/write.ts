import { randomUUID } from "node:crypto";
import type {
  changeNotice,
  draftNotice,
  publishNotice,
  withdrawNotice,
} from "@hall/contracts/backoffice/notices";
import { isBefore } from "@hall/domain/dates";
import type { z } from "zod";
import { type AuditAction, auditPart } from "../audit/audit.ts";
import { staffNames } from "../backoffice/staff.ts";
import type { Hall } from "../hall.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import { created } from "../http/reply.ts";
import type { Call } from "../http/route.ts";
import { plainDay } from "../policy-shelf.ts";
import { commit, type Guard, write } from "../store/commit.ts";
import { asDate, sql } from "../store/database.ts";
import { keptNoticeJson, type NoticeRow } from "./present.ts";

type Text = z.output<NonNullable<typeof draftNotice.body>>;

export async function draft(call: Call<undefined, undefined, Text>) {
  const { hall, actor, body } = call;
  const wrong = refuseSpan(call, body);
  if (wrong) return wrong;
  const row: NoticeRow = {
    id: randomUUID(),
    ...columnsOf(body),
    draftedBy: actor.id,
    draftedAt: hall.clock.instant(),
    publishedBy: null,
    publishedAt: null,
    withdrawnBy: null,
    withdrawnAt: null,
    version: 1,
  };
  const insert = sql`
    INSERT INTO notice (id, title, body, audience, from_day, until_day, drafted_by, drafted_at)
    VALUES (${row.id}::uuid, ${row.title}, ${row.body}, ${row.audience}, ${row.fromDay}::date,
            ${row.untilDay}::date, ${row.draftedBy}::uuid, ${row.draftedAt}::timestamptz)
    RETURNING 1`;
  const answer = await written(call, row, insert, "notice.draft", 201);
  return created(answer, "/backoffice/notices");
}

type ChangeCall = Call<
  z.output<NonNullable<typeof changeNotice.params>>,
  undefined,
  z.output<NonNullable<typeof changeNotice.body>>
>;

export async function change(call: ChangeCall) {
  const { hall, params, body } = call;
  const wrong = refuseSpan(call, body);
  if (wrong) return wrong;
  const found = await hall.db.notice.findUnique({ where: { id: params.id } });
  if (!found) return refuse("not-found");
  if (found.publishedAt || found.withdrawnAt) {
    return refuse("conflict", "已经发布或撤下的公告不能修改。");
  }
  const row = { ...found, ...columnsOf(body), version: body.version + 1 };
  const update = sql`
    UPDATE notice SET title = ${row.title}, body = ${row.body}, audience = ${row.audience},
                      from_day = ${row.fromDay}::date, until_day = ${row.untilDay}::date,
                      version = version + 1
     WHERE id = ${row.id}::uuid AND version = ${body.version} AND published_at IS NULL RETURNING 1`;
  return written(call, row, update, "notice.draft", 200);
}

type ActCall = Call<
  z.output<NonNullable<typeof publishNotice.params | typeof withdrawNotice.params>>,
  undefined,
  z.output<NonNullable<typeof publishNotice.body>>
>;

export async function publish(call: ActCall) {
  const { hall, actor, params, body } = call;
  const found = await hall.db.notice.findUnique({ where: { id: params.id } });
  if (!found) return refuse("not-found");
  if (found.withdrawnAt) return refuse("conflict", "这条公告已经撤下。");
  if (found.publishedAt) return refuse("conflict", "这条公告已经发布。");
  if (isBefore(plainDay(found.untilDay), hall.clock.now().toPlainDate())) {
    return refuse("conflict", "这条公告的最后一天已经过去，请先修改。");
  }
  const at = hall.clock.instant();
  const row = { ...found, publishedBy: actor.id, publishedAt: at, version: body.version + 1 };
  const update = sql`
    UPDATE notice SET published_by = ${actor.id}::uuid, published_at = ${at}::timestamptz,
                      version = version + 1
     WHERE id = ${found.id}::uuid AND version = ${body.version} RETURNING 1`;
  return written(call, row, update, "notice.publish", 200);
}

export async function withdraw(call: ActCall) {
  const { hall, actor, params, body } = call;
  const found = await hall.db.notice.findUnique({ where: { id: params.id } });
  if (!found) return refuse("not-found");
  if (found.withdrawnAt) return refuse("conflict", "这条公告已经撤下。");
  const at = hall.clock.instant();
  const row = { ...found, withdrawnBy: actor.id, withdrawnAt: at, version: body.version + 1 };
  const update = sql`
    UPDATE notice SET withdrawn_by = ${actor.id}::uuid, withdrawn_at = ${at}::timestamptz,
                      version = version + 1
     WHERE id = ${found.id}::uuid AND version = ${body.version} RETURNING 1`;
  return written(call, row, update, "notice.withdraw", 200);
}

function refuseSpan({ hall }: { readonly hall: Hall }, body: Text): Refusal | null {
  const today = hall.clock.now().toPlainDate();
  if (!isBefore(body.until, body.from) && !isBefore(body.until, today)) return null;
  const message = "最后一天须不早于第一天和今天。";
  return refuse("malformed", message, { errors: [{ path: "/until", message }] });
}

const columnsOf = ({ title, body, audience, from, until }: Text) => ({
  title,
  body,
  audience,
  fromDay: asDate(from),
  untilDay: asDate(until),
});

/** The write with its log; refused where somebody else has changed the notice since. */
async function written(
  { hall, actor, idempotency, address }: Call<unknown, undefined, unknown>,
  row: NoticeRow,
  guard: Guard,
  action: AuditAction,
  status: number,
) {
  const at = hall.clock.instant();
  const names = await staffNames(hall, [row.draftedBy, row.publishedBy, row.withdrawnBy]);
  const answer = keptNoticeJson(row, hall.clock.now().toPlainDate(), names);
  const outcome = await commit(
    hall.db,
    [guard],
    [
      write("idempotency", idempotency.remember(status, answer)),
      write(
        "audit",
        auditPart({
          actor,
          action,
          reference: row.id,
          detail: { audience: row.audience },
          address,
          at,
        }),
      ),
    ],
  );
  return outcome === "moved"
    ? refuse("stale-version", "这条公告刚刚有了变化，请刷新后再操作。")
    : answer;
}
