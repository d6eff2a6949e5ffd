import { randomUUID } from "node:crypto";
import type {
  PolicyValueJson,
  preparePolicy,
  releasePolicy,
} from "@hall/contracts/backoffice/policy";
import { neededCalendarYears } from "@hall/domain/calendar-years";
import type { z } from "zod";
import { auditPart } from "../audit/audit.ts";
import { staffNames } from "../backoffice/staff.ts";
import type { Hall } from "../hall.ts";
import { isRefusal, type Refusal, refuse } from "../http/refusal.ts";
import { created } from "../http/reply.ts";
import type { Call } from "../http/route.ts";
import { type PolicyRow, plainDay } from "../policy-shelf.ts";
import { commit, type Part, untilCommitted, write } from "../store/commit.ts";
import { asDate, sql } from "../store/database.ts";
import { checkValue } from "./check-value.ts";
import { fillDueDates } from "./fill-due-dates.ts";
import { type Placed, placeValue } from "./place-value.ts";
import { keyName, presentValue, readersOf, standingOf } from "./present-policy.ts";

/** What is missing is seen first, and what is over last; between them the order of the keys. */
const rank = { missing: 0, held: 1, coming: 1, over: 2 } as const;

/**
 * Every parameter with its values over time and who reads it; a calendar that is needed stands
 * there before it has a value (WKD-1).
 */
export async function listValues({ hall, actor }: Call<undefined, undefined, undefined>) {
  const { version } = await hall.policy.at();
  const today = hall.clock.now().toPlainDate();
  const rows = await hall.db.policyValue.findMany({
    where: { state: { in: ["released", "prepared"] } },
    orderBy: [{ key: "asc" }, { fromDay: "asc" }],
  });
  const names = await namesOf(hall, rows);
  const needed = neededCalendarYears(today).map((year) => `calendar.${year}`);
  const keys = [...new Set([...needed, ...rows.map(({ key }) => key)])].sort();
  const items = keys.map((key) => {
    const values = rows
      .filter((row) => row.key === key)
      .map((row) => presentValue(row, today, names, actor.id));
    const standing = standingOf(key, values, today);
    return { key, name: keyName(key), standing, readBy: readersOf(key), values };
  });
  return { version, items: items.sort((a, b) => rank[a.standing] - rank[b.standing]) };
}

export const namesOf = (hall: Hall, rows: readonly PolicyRow[]) =>
  staffNames(
    hall,
    rows.flatMap(({ preparedBy, releasedBy }) => [preparedBy, releasedBy]),
  );

const releasedOf = ({ db }: Hall, key: string) =>
  db.policyValue.findMany({ where: { key, state: "released" } });

type PrepareCall = Call<undefined, undefined, z.output<NonNullable<typeof preparePolicy.body>>>;

/** A new value, which nobody reads until another person has released it. */
export async function prepare({ hall, actor, body, idempotency, address }: PrepareCall) {
  const { key, mark, source, from } = body;
  const today = hall.clock.now().toPlainDate();
  const released = await releasedOf(hall, key);
  const checked = checkValue({ key, from, value: body.value }, released, today);
  if (isRefusal(checked)) return checked;
  const at = hall.clock.instant();
  const row: PolicyRow = {
    id: randomUUID(),
    key,
    fromDay: asDate(from),
    untilDay: null,
    value: checked.value as PolicyRow["value"],
    mark,
    source,
    state: "prepared",
    preparedBy: actor.id,
    releasedBy: null,
    releasedAt: null,
  };
  const names = await namesOf(hall, [row]);
  const answer = presentValue(row, today, names, actor.id);
  await commit(
    hall.db,
    [
      sql`INSERT INTO policy_value (id, key, from_day, value, mark, source, state, prepared_by)
          VALUES (${row.id}::uuid, ${key}, ${row.fromDay}::date, ${JSON.stringify(row.value)}::jsonb,
                  ${mark}, ${source}, 'prepared', ${actor.id}::uuid) RETURNING 1`,
    ],
    [
      write("idempotency", idempotency.remember(201, answer)),
      write(
        "audit",
        auditPart({
          actor,
          action: "policy.prepare",
          reference: row.id,
          detail: { key, from: from.toString() },
          address,
          at,
        }),
      ),
    ],
  );
  return created(answer, "/backoffice/policy");
}

type ReleaseCall = Call<z.output<NonNullable<typeof releasePolicy.params>>, undefined, undefined>;

/** The second of the four eyes: from here on every decision reads the new value on its days. */
export async function release(call: ReleaseCall): Promise<unknown> {
  const result = await untilCommitted(() => attemptRelease(call));
  if (result === "moved") return refuse("conflict");
  if (!isRefusal(result) && result.value.key.startsWith("calendar.")) {
    await fillDueDates(call.hall);
  }
  return result;
}

interface Released {
  readonly value: PolicyValueJson;
  readonly version: number;
}

async function attemptRelease(call: ReleaseCall): Promise<Released | Refusal | "moved"> {
  const { hall, actor, params, idempotency, address } = call;
  const row = await hall.db.policyValue.findUnique({ where: { id: params.id } });
  if (!row) return refuse("not-found");
  if (row.state !== "prepared") return refuse("conflict", "这个值已经发布或撤下。");
  if (row.preparedBy === actor.id) {
    return refuse("not-allowed", "这个值是您拟定的，须由另一位参数管理人员发布。");
  }
  const { version } = await hall.policy.at();
  const today = hall.clock.now().toPlainDate();
  const from = plainDay(row.fromDay);
  const released = await releasedOf(hall, row.key);
  const checked = checkValue({ key: row.key, from, value: row.value }, released, today);
  if (isRefusal(checked)) return checked;
  const placed = placeValue(row.key, row.value, from, released);
  const at = hall.clock.instant();
  const after: PolicyRow = {
    ...row,
    state: "released",
    untilDay: placed.until && asDate(placed.until),
    releasedBy: actor.id,
    releasedAt: at,
  };
  const names = await namesOf(hall, [after]);
  const answer = { value: presentValue(after, today, names, actor.id), version: version + 1 };
  const detail = { key: row.key, from: from.toString(), version: version + 1 };
  const outcome = await commit(
    hall.db,
    [
      sql`UPDATE policy_version SET version = version + 1
           WHERE id = 1 AND version = ${version} RETURNING 1`,
      sql`UPDATE policy_value
             SET state = 'released', until_day = ${after.untilDay}::date,
                 released_by = ${actor.id}::uuid, released_at = ${at}::timestamptz
           WHERE id = ${row.id}::uuid AND state = 'prepared' RETURNING 1`,
    ],
    [
      ...makeRoom(placed, after.fromDay),
      write("idempotency", idempotency.remember(200, answer)),
      write(
        "audit",
        auditPart({ actor, action: "policy.release", reference: row.id, detail, address, at }),
      ),
    ],
  );
  return outcome === "moved" ? "moved" : answer;
}

const makeRoom = ({ closes, replaces }: Placed, fromDay: Date): readonly Part[] => [
  ...(closes
    ? [
        write(
          "closed",
          sql`UPDATE policy_value SET until_day = ${fromDay}::date
               WHERE id = ${closes.id}::uuid RETURNING 1`,
        ),
      ]
    : []),
  ...(replaces
    ? [
        write(
          "replaced",
          sql`UPDATE policy_value SET state = 'replaced'
               WHERE id = ${replaces.id}::uuid RETURNING 1`,
        ),
      ]
    : []),
];

/** Takes a prepared value back; nobody has read it. */
export async function discard({ hall, actor, params, idempotency, address }: ReleaseCall) {
  const row = await hall.db.policyValue.findUnique({ where: { id: params.id } });
  if (!row) return refuse("not-found");
  const at = hall.clock.instant();
  const answer = { id: row.id };
  const outcome = await commit(
    hall.db,
    [
      sql`UPDATE policy_value SET state = 'discarded'
           WHERE id = ${row.id}::uuid AND state = 'prepared' RETURNING 1`,
    ],
    [
      write("idempotency", idempotency.remember(200, answer)),
      write(
        "audit",
        auditPart({
          actor,
          action: "policy.discard",
          reference: row.id,
          detail: { key: row.key },
          address,
          at,
        }),
      ),
    ],
  );
  return outcome === "moved" ? refuse("conflict", "这个值已经发布或撤下。") : answer;
}
