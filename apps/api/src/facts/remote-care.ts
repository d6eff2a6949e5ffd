import { type RemoteCareRegistration, remoteCareKinds } from "@hall/domain/remote-care";
import { z } from "zod";
import { sql } from "../store/database.ts";
import { dayColumn } from "./json.ts";
import type { FactLoader } from "./loader.ts";

/** A row of the table, as PostgreSQL's JSON writes it. */
export const registrationRow = z.object({
  number: z.string(),
  kind: z.enum(remoteCareKinds),
  region: z.string(),
  place: z.string(),
  from_day: dayColumn,
  until_day: dayColumn.nullable(),
  ended_on: dayColumn.nullable(),
});

export const registrationOf = ({
  from_day,
  until_day,
  ended_on,
  ...row
}: z.output<typeof registrationRow>): RemoteCareRegistration => ({
  ...row,
  from: from_day,
  until: until_day,
  endedOn: ended_on,
});

const rows = z.array(registrationRow).nullable();

/** Registrations for care elsewhere, the earliest first; those that have ended too. */
export const remoteCare: FactLoader<"remoteCare"> = {
  sql: ({ subjectId }) => sql`
    SELECT jsonb_agg(to_jsonb(r) ORDER BY r.from_day, r.number)
      FROM remote_care_registration r WHERE r.person_id = ${subjectId}::uuid`,
  read: (json) => (rows.parse(json) ?? []).map(registrationOf),
};
