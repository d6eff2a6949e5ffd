import { unitPermissionKinds } from "@hall/domain/unit-permissions";
import { z } from "zod";
import { sql } from "../store/database.ts";
import { dayColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

const rows = z
  .array(
    z.object({
      kind: z.enum(unitPermissionKinds),
      agreement: z.string(),
      valid_from: dayColumn,
      valid_until: dayColumn.nullable(),
      closed_on: dayColumn.nullable(),
    }),
  )
  .nullable();

export const unitPermissions: FactLoader<"unitPermissions"> = {
  sql: ({ subjectId }) => sql`
    SELECT jsonb_agg(to_jsonb(p) ORDER BY p.valid_from, p.opened_at) FROM unit_permission p
     WHERE p.unit_id = ${subjectId}::uuid`,
  read: (json) =>
    (rows.parse(json) ?? []).map((row) => ({
      kind: row.kind,
      agreement: row.agreement,
      validFrom: row.valid_from,
      validUntil: row.valid_until,
      closedOn: row.closed_on,
    })),
};
