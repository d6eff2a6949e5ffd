import type { listUnitPeople } from "@hall/contracts/unit-overview";
import { monthOf } from "@hall/domain/dates";
import { maskIdentityNumber } from "@hall/domain/masks";
import { schemeNames, statusNames } from "@hall/domain/participant-words";
import { z } from "zod";
import { writeAudit } from "../audit/audit.ts";
import { fromCursor, pageOfRows, toCursor } from "../backoffice/cursor.ts";
import { subjectOf } from "../http/actor.ts";
import { isRefusal } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { plainDay } from "../policy-shelf.ts";
import { sql } from "../store/database.ts";

type Query = z.output<NonNullable<typeof listUnitPeople.query>>;

/** Who is insured by the unit now, page by page by personal number; the look is logged. */
export async function peoplePage({
  hall,
  actor,
  query,
  address,
}: Call<undefined, Query, undefined>) {
  const cursor = fromCursor(query.cursor, "text");
  if (isRefusal(cursor)) return cursor;
  const unitId = subjectOf(actor);
  const [after] = cursor ?? [];
  const rows = employed.parse(
    await hall.db.$queryRaw(sql`
      SELECT p.personal_number, p.name, p.identity_cipher, p.scheme, p.status, e.from_month
        FROM employment e JOIN person p ON p.id = e.person_id
       WHERE e.unit_id = ${unitId}::uuid AND e.to_month IS NULL
         AND p.personal_number > ${after ?? ""}
       ORDER BY p.personal_number LIMIT ${query.limit + 1}`),
  );
  const { page, nextCursor } = pageOfRows(rows, query.limit, (row) =>
    toCursor(row.personal_number),
  );
  await writeAudit(hall, {
    actor,
    action: "query.make",
    subjectId: unitId,
    detail: { view: "people", rows: page.length },
    address,
  });
  return {
    items: page.map((person) => ({
      personalNumber: person.personal_number,
      name: person.name,
      maskedIdentityNumber: maskIdentityNumber(hall.cipher.open(person.identity_cipher)),
      schemeName: schemeNames[person.scheme],
      statusName: statusNames[person.status],
      since: monthOf(plainDay(person.from_month)).toString(),
    })),
    nextCursor,
  };
}

const employed = z.array(
  z.object({
    personal_number: z.string(),
    name: z.string(),
    identity_cipher: z.instanceof(Uint8Array),
    scheme: z.enum(["flexible", "enterprise-a", "enterprise-b", "agency"]),
    status: z.enum(["normal", "suspended", "left", "retired"]),
    from_month: z.date(),
  }),
);
